package dev.ithaca.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.base.DescribedPredicate;
import java.util.Set;

@AnalyzeClasses(packages = "dev.ithaca.monitor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> MACHINE_BUT_ITS_WINDOW =
            DescribedPredicate.describe("the machine, its inspection contract and recordings of it aside", type ->
                    type.getPackageName().startsWith("dev.ithaca.vm")
                            && !Set.of("dev.ithaca.vm.inspect", "dev.ithaca.vm.recording").contains(type.getPackageName()));

    @ArchTest
    static final ArchRule SEES_THE_MACHINE_ONLY_THROUGH_INSPECT =
            noClasses().should().dependOnClassesThat(MACHINE_BUT_ITS_WINDOW);

    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_THE_APPLICATION =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.ithaca.ide..");

    @ArchTest
    static final ArchRule MODEL_IS_PLAIN_JAVA = noClasses().that().resideInAPackage("..monitor.model..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "..viewmodel..", "..view..");

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_CONTROLS = noClasses().that().resideInAPackage("..monitor.viewmodel..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx.scene.control..", "..monitor.view..");

    @ArchTest
    static final ArchRule PARTS_DO_NOT_KNOW_THE_WHOLE = noClasses().that().resideInAnyPackage("..monitor.view..", "..viewmodel..")
            .should().dependOnClassesThat().areAssignableTo(ProcessMonitor.class);
}
