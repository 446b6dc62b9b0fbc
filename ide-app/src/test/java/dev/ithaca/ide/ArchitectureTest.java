package dev.ithaca.ide;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

@AnalyzeClasses(packages = "dev.ithaca.ide", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchRule only_the_task_package_crosses_threads =
            noClasses().that().resideOutsideOfPackage("dev.ithaca.ide.task").should().callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest static final ArchRule models_know_no_controls =
            noClasses().that().resideInAnyPackage("dev.ithaca.ide.document", "dev.ithaca.ide.analysis", "dev.ithaca.ide.settings", "dev.ithaca.ide.task")
                    .or().haveSimpleName("Runner").or().haveSimpleName("Gauges").or().haveSimpleName("Console").or().haveSimpleName("ConsoleBuffer")
                    .or().haveSimpleName("Project").or().haveSimpleNameEndingWith("Model")
                    .should().dependOnClassesThat().resideInAPackage("javafx.scene..");

    @ArchTest static final ArchRule only_the_window_puts_features_together =
            noClasses().that().resideOutsideOfPackages("dev.ithaca.ide", "dev.ithaca.ide.window", "dev.ithaca.ide.tour")
                    .should().dependOnClassesThat().resideInAnyPackage("dev.ithaca.ide.window", "dev.ithaca.ide.tour");

    @ArchTest static final ArchRule the_machine_is_reached_through_its_facade =
            classes().should().onlyDependOnClassesThat().resideOutsideOfPackages("dev.ithaca.vm.types..", "dev.ithaca.vm.code..", "dev.ithaca.vm.jvm..",
                    "dev.ithaca.vm.runtime..", "dev.ithaca.vm.library..", "dev.ithaca.vm.cli..");
}
