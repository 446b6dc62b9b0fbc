package dev.ithaca.vm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house of design section 1: who may know whom. */
@AnalyzeClasses(packages = "dev.ithaca.vm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule stages_know_only_what_comes_before_them = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("syntax").definedBy("..vm.syntax..")
            .layer("types").definedBy("..vm.types..")
            .layer("code").definedBy("..vm.code..")
            .layer("jvm").definedBy("..vm.jvm..")
            .layer("runtime").definedBy("..vm.runtime..")
            .layer("inspect").definedBy("..vm.inspect..")
            .layer("recording").definedBy("..vm.recording..")
            .layer("library").definedBy("..vm.library..")
            .layer("facade").definedBy("dev.ithaca.vm")
            .layer("project").definedBy("..vm.project..")
            .layer("service").definedBy("..vm.service..")
            .layer("cli").definedBy("..vm.cli..")
            .whereLayer("syntax").mayNotAccessAnyLayer()
            .whereLayer("types").mayOnlyAccessLayers("syntax")
            .whereLayer("code").mayOnlyAccessLayers("types", "syntax")
            .whereLayer("jvm").mayOnlyAccessLayers("code", "types", "syntax", "runtime")
            .whereLayer("runtime").mayNotAccessAnyLayer()
            .whereLayer("inspect").mayOnlyAccessLayers("runtime")
            .whereLayer("recording").mayOnlyAccessLayers("inspect")
            .whereLayer("library").mayOnlyAccessLayers("runtime", "inspect", "types", "syntax")
            .whereLayer("facade").mayOnlyAccessLayers("syntax", "types", "code", "jvm", "runtime", "inspect", "library")
            .whereLayer("project").mayOnlyAccessLayers("facade", "syntax")
            .whereLayer("service").mayOnlyAccessLayers("project", "facade", "syntax", "types", "library", "inspect")
            .whereLayer("cli").mayOnlyAccessLayers("service", "project", "facade", "syntax", "inspect", "recording");

    @ArchTest
    static final ArchRule no_user_interface_here = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "dev.ithaca.monitor..", "dev.ithaca.ide..");

    @ArchTest
    static final ArchRule no_static_mutable_state = fields().that().areStatic().should().beFinal();
}
