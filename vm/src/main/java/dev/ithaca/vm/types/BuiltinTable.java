package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogue's builtins with their signatures read, grouped into overloads; read when first asked for. */
final class BuiltinTable {
    private final BuiltinCatalog catalog;
    private final SignatureParser signatures;
    private final Map<String, List<BuiltinFunction>> read = new ConcurrentHashMap<>();

    BuiltinTable(BuiltinCatalog catalog, SignatureParser signatures) {
        this.catalog = catalog;
        this.signatures = signatures;
    }

    /** Overloads of a name, empty if there is no such builtin. */
    List<BuiltinFunction> named(String name) {
        List<BuiltinFunction> known = read.get(name);
        if (known == null) read.put(name, known = readAll(name));
        return known;
    }

    List<Builtin> all() { return catalog.all(); }

    boolean has(String name) { return !catalog.named(name).isEmpty(); }

    /** Names of all builtins of a namespace without the prefix. */
    List<String> membersOf(String namespace) {
        String prefix = namespace + ".";
        List<String> names = new ArrayList<>();
        for (Builtin b : catalog.all()) if (b.name().startsWith(prefix)) names.add(b.name().substring(prefix.length()));
        return names;
    }

    private List<BuiltinFunction> readAll(String name) {
        List<BuiltinFunction> functions = new ArrayList<>();
        Map<String, BuiltinFunction> bySignature = new HashMap<>();
        for (Builtin builtin : catalog.named(name)) {
            BuiltinFunction function = bySignature.computeIfAbsent(builtin.signature(), text -> {
                BuiltinFunction f = new BuiltinFunction(name, signatures.parse(text));
                functions.add(f);
                return f;
            });
            function.add(builtin, builtin.on() == null ? null : signatures.parseType(builtin.on()));
        }
        return List.copyOf(functions);
    }
}
