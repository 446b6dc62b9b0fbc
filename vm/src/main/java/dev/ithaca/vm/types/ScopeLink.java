package dev.ithaca.vm.types;

/**
 * A module as a requirement remembers it: by path once the requirement belongs to a scheme, which may be used with a later
 * version of the program.
 *
 * @param live null when sealed
 */
record ScopeLink(ModuleScope live, String path) {
    static ScopeLink to(ModuleScope scope) { return new ScopeLink(scope, scope.path()); }

    ScopeLink sealed() { return live == null ? this : new ScopeLink(null, path); }

    ModuleScope in(ProgramTables tables) { return live != null ? live : tables.modules().get(path); }
}
