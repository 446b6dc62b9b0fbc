package dev.ithaca.vm.types;

import java.util.List;

/** Puts type arguments in the place of a declared type's parameters. */
final class TypeArguments {
    private TypeArguments() {}

    static Type substitute(Type type, List<Type> args) {
        return switch (type) {
            case Type.Param p -> p.index() < args.size() ? args.get(p.index()) : BuiltinTypes.DYNAMIC;
            case Type.Con con when con.args().isEmpty() -> con;
            case Type.Con con -> new Type.Con(con.symbol(), substituteAll(con.args(), args));
            case Type.Tuple tuple -> new Type.Tuple(substituteAll(tuple.elements(), args));
            case Type.Function f -> new Type.Function(substituteAll(f.params(), args), substitute(f.result(), args));
            case Type.Dynamic d -> d;
            case TypeVariable v -> v;
        };
    }

    static List<Type> substituteAll(List<Type> types, List<Type> args) {
        return types.stream().map(t -> substitute(t, args)).toList();
    }
}
