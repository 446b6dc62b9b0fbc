package dev.ithaca.vm.types;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Types, namespaces and constructors a module can name that are spelled almost like one it cannot. */
final class SimilarNames {
    private static final int SHORT = 4;

    private final ModuleScope scope;

    SimilarNames(ModuleScope scope) { this.scope = scope; }

    /** What may stand before the dot of a call: types and namespaces of the library. */
    List<String> qualifiers(String name) {
        Set<String> all = visibleTypes();
        all.addAll(QualifiedNames.NAMESPACES);
        return similar(name, all);
    }

    List<String> types(String name) { return similar(name, visibleTypes()); }

    private Set<String> visibleTypes() {
        Set<String> all = new LinkedHashSet<>();
        BuiltinTypes.all().forEach(type -> all.add(type.name()));
        for (ModuleScope m = scope; m != null; m = m.parent()) {
            all.addAll(m.types().keySet());
            m.imports().forEach((local, imported) -> {
                if (imported.from().types().containsKey(imported.name())) all.add(local);
            });
        }
        for (ModuleScope module : scope.tables().prelude()) all.addAll(module.types().keySet());
        return all;
    }

    List<String> constructors(String name) {
        Set<String> all = new LinkedHashSet<>();
        for (ModuleScope m = scope; m != null; m = m.parent()) all.addAll(m.constructors().keySet());
        for (ModuleScope module : scope.tables().prelude()) all.addAll(module.constructors().keySet());
        return similar(name, all);
    }

    /** Names of types are short and many: of a few letters, one may be wrong. */
    private static List<String> similar(String name, Set<String> candidates) {
        return Suggestions.similar(name, candidates).stream()
                .filter(c -> name.length() > SHORT || name.length() > 1 && Suggestions.distance(name, c) == 1).toList();
    }
}
