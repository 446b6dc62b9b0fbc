package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The instances of a program's functions, one per combination of concrete types. Thread-safe. */
final class Instances implements Schemes {
    /** Types nested deeper than this are left dynamic, which ends polymorphic recursion. */
    private static final int MAX_DEPTH = 10;

    private final ProgramTables tables;
    private final Map<Key, FunctionInstance> instances = new ConcurrentHashMap<>();
    private final Map<Object, FunctionInstance> derived = new ConcurrentHashMap<>();

    private record Key(FunctionSymbol function, List<Type> params, Type result, List<Boolean> given) {}

    Instances(ProgramTables tables) { this.tables = tables; }

    FunctionInstance of(FunctionSymbol function, List<Type> params, Type result) {
        List<Type> bounded = params.stream().map(t -> bounded(t, 0)).toList();
        Type boundedResult = bounded(result, 0);
        Key key = new Key(function, bounded, boundedResult, List.of());
        FunctionInstance known = instances.get(key);
        if (known != null) return known;
        return instances.computeIfAbsent(key, _ -> create(function, bounded, boundedResult));
    }

    /** A wrapper that takes some of the parameters and computes the default values of the others. */
    FunctionInstance withDefaults(FunctionSymbol function, List<Type> params, Type result, boolean[] given) {
        List<Type> bounded = params.stream().map(t -> bounded(t, 0)).toList();
        Type boundedResult = bounded(result, 0);
        List<Boolean> mask = new ArrayList<>();
        for (boolean g : given) mask.add(g);
        return instances.computeIfAbsent(new Key(function, bounded, boundedResult, mask),
                _ -> createWrapper(function, bounded, boundedResult, given.clone()));
    }

    /** A function made by the compiler, such as the text form of a type; made once per key. */
    FunctionInstance derived(Object key, Function<Object, FunctionInstance> creation) {
        FunctionInstance known = derived.get(key);
        if (known != null) return known;
        FunctionInstance created = creation.apply(key);
        FunctionInstance earlier = derived.putIfAbsent(key, created);
        return earlier != null ? earlier : created;
    }

    private static Type bounded(Type type, int depth) {
        if (depth > MAX_DEPTH) return BuiltinTypes.DYNAMIC;
        return switch (type) {
            case Type.Con con when con.args().isEmpty() -> con;
            case Type.Con con -> new Type.Con(con.symbol(), con.args().stream().map(t -> bounded(t, depth + 1)).toList());
            case Type.Tuple t -> new Type.Tuple(t.elements().stream().map(e -> bounded(e, depth + 1)).toList());
            case Type.Function f -> new Type.Function(f.params().stream().map(p -> bounded(p, depth + 1)).toList(),
                    bounded(f.result(), depth + 1));
            default -> type;
        };
    }

    private FunctionInstance create(FunctionSymbol function, List<Type> params, Type result) {
        FunctionInstance[] self = new FunctionInstance[1];
        self[0] = new FunctionInstance(function.module().path(), shownName(function), function.signature(), params, result,
                () -> elaborate(function, params, result, self[0]));
        return self[0];
    }

    private static String shownName(FunctionSymbol function) {
        if (function.method() == null) return function.name();
        return TypePrinter.head(function.method().implementation().target()) + "." + function.name();
    }

    private FunctionInstance createWrapper(FunctionSymbol function, List<Type> params, Type result, boolean[] given) {
        List<Type> taken = new ArrayList<>();
        for (int i = 0; i < given.length; i++) if (given[i]) taken.add(params.get(i));
        FunctionInstance[] self = new FunctionInstance[1];
        self[0] = new FunctionInstance(function.module().path(), function.name(), function.signature(), taken, result, () -> {
            Session session = new Session(tables, new Findings(), this, true);
            FunctionInference inference = start(session, function, params, result);
            return inference.emitDefaults(new Emitter(this, tables), self[0], Arrays.copyOf(given, given.length));
        });
        return self[0];
    }

    private Core.Function elaborate(FunctionSymbol function, List<Type> params, Type result, FunctionInstance self) {
        Session session = new Session(tables, new Findings(), this, true);
        FunctionInference inference = start(session, function, params, result);
        if (inference.mixesTuples()) inference.separateTuples();
        inference.infer();
        return inference.emit(new Emitter(this, tables), self);
    }

    private static FunctionInference start(Session session, FunctionSymbol function, List<Type> params, Type result) {
        Annotations annotations = new Annotations(function, session.unifier()::fresh);
        for (int i = 0; i < params.size(); i++) session.unifier().unify(annotations.params().get(i), params.get(i));
        session.unifier().unify(annotations.result(), result);
        return new FunctionInference(session, function, params, result, new HashMap<>(annotations.variables()));
    }

    @Override public Scheme.Use use(FunctionSymbol function, Session session, Place at) {
        Scheme scheme = function.scheme();
        if (scheme == null) scheme = AnnotatedSchemes.of(function);
        return scheme.instantiate(session, at);
    }
}
