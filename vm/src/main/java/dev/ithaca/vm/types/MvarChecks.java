package dev.ithaca.vm.types;

/** Patterns of module variable use that could deadlock (chapter 2, section 13). */
final class MvarChecks {
    private final ModuleScope scope;
    private final Findings findings;

    MvarChecks(ModuleScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    void check() { }
}
