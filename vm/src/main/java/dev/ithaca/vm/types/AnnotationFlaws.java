package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;

/** Reports what is wrong with the types in a signature, such as a name that nobody declared where it can be seen. */
final class AnnotationFlaws implements TypeResolver.Flaws {
    private final Session session;
    private final ModuleScope scope;

    AnnotationFlaws(Session session, ModuleScope scope) {
        this.session = session;
        this.scope = scope;
    }

    @Override public void unknown(String name, Span at) {
        Place place = new Place(scope.file(), at);
        for (ModuleScope module : session.tables().modules().values()) {
            TypeSymbol symbol = module.types().get(name);
            if (symbol == null || module == scope) continue;
            if (symbol.isPublic()) session.names().unknownType(place, name, module.path() + "." + name);
            else session.names().privateType(place, name, module.path());
            return;
        }
        session.names().unknownType(place, name, null);
    }

    @Override public void tooLarge(String alias, Span at) { session.report().tooLargeAlias(new Place(scope.file(), at), alias); }
}
