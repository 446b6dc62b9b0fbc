package dev.ithaca.vm.types;

/** Words the error about a type name in a signature that nobody declared where it can be seen. */
final class UnknownTypes {
    private final Session session;
    private final ModuleScope scope;

    UnknownTypes(Session session, ModuleScope scope) {
        this.session = session;
        this.scope = scope;
    }

    void report(String name, Place place) {
        for (ModuleScope module : session.tables().modules().values()) {
            TypeSymbol symbol = module.types().get(name);
            if (symbol == null || module == scope) continue;
            if (symbol.isPublic()) session.names().unknownType(place, name, module.path() + "." + name);
            else session.names().privateType(place, name, module.path());
            return;
        }
        session.names().unknownType(place, name, null);
    }
}
