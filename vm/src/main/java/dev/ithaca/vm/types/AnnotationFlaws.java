package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;
import java.util.List;

/** Reports what is wrong with types that were written, such as a name that nobody declared where it can be seen. */
final class AnnotationFlaws implements TypeResolver.Flaws {
    private final NameReport names;
    private final Report report;
    private final ModuleScope scope;
    private final Kind kind;

    /** Where the type was written. */
    enum Kind {
        /** A signature; uses of an unknown type are errors of their own, as nothing has that type. */
        SIGNATURE,
        /** A field, which then takes any value: programs that have one run. */
        FIELD,
        /** Where a program runs in spite of an unknown type: what is written has no effect. */
        WITHOUT_EFFECT
    }

    AnnotationFlaws(NameReport names, Report report, ModuleScope scope, Kind kind) {
        this.names = names;
        this.report = report;
        this.scope = scope;
        this.kind = kind;
    }

    AnnotationFlaws(Session session, ModuleScope scope) { this(session.names(), session.report(), scope, Kind.SIGNATURE); }

    @Override public boolean unknown(String name, Span at) {
        if (scope.lacksImport(name)) return true;
        Place place = new Place(scope.file(), at);
        if (kind == Kind.SIGNATURE) report(place, name);
        else names.ineffectiveType(place, name, similar(name));
        return kind == Kind.FIELD;
    }

    private void report(Place place, String name) {
        for (ModuleScope module : scope.tables().modules().values()) {
            TypeSymbol symbol = module.types().get(name);
            if (symbol == null || module == scope) continue;
            if (symbol.isPublic()) names.typeToImport(place, name, module.path() + "." + name);
            else names.privateType(place, name, module.path());
            return;
        }
        names.unknownType(place, name, similar(name));
    }

    private List<String> similar(String name) { return new SimilarNames(scope).types(name); }

    @Override public void tooLarge(String alias, Span at) { report.tooLargeAlias(new Place(scope.file(), at), alias); }
}
