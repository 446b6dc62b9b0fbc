package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.Span;
import java.util.List;

/** Text form, equality, order and hash of values, with the program's own implementations where it has some. */
final class Structural {
    private final Emitter out;
    private final ProgramTables tables;

    Structural(Emitter out, ProgramTables tables) {
        this.out = out;
        this.tables = tables;
    }

    /** The value as a String. */
    Core show(Type type, Core value, Span span) {
        if (type.equals(BuiltinTypes.STRING)) return value;
        if (value instanceof Core.Const c && type.equals(BuiltinTypes.INT)) {
            return new Core.Const(String.valueOf(c.value()), BuiltinTypes.STRING, span);
        }
        Core user = method("Show", "show", type, List.of(type), BuiltinTypes.STRING, List.of(value), span);
        return user != null ? user : out.helper("%show", List.of(type), BuiltinTypes.STRING, List.of(value), span);
    }

    /** @param method the operator's method in the trait */
    Core compare(BinaryOp op, String method, String trait, Type operand, Core left, Core right, Span span) {
        Core user = out.userOperator(method, trait, operand, List.of(operand, operand), BuiltinTypes.BOOL, List.of(left, right), span);
        return user != null ? user : new Core.Compare(op, operand, left, right, BuiltinTypes.BOOL, span);
    }

    Core makeMap(List<Core> keys, List<Core> values, Type.Con type, Span span) {
        return new Core.MakeMap(keys, values, type, span);
    }

    Core makeSet(List<Core> elements, Type.Con type, Span span) { return new Core.MakeSet(elements, type, span); }

    /** A call of a builtin whose meaning depends on the program's implementations; null for every other call. */
    Core replace(BuiltinFunction builtin, List<Type> params, Type result, List<Core> args, Span span) {
        return switch (builtin.name()) {
            case "show", "toString" -> method("Show", "show", params.getFirst(), params, result, args, span);
            case "hash" -> method("Hash", "hash", params.getFirst(), params, result, args, span);
            case "copy" -> method("Copy", "copy", params.getFirst(), params, result, args, span);
            default -> null;
        };
    }

    private Core method(String trait, String name, Type type, List<Type> params, Type result, List<Core> args, Span span) {
        ImplTable.Found found = tables.implementations().method(type, name, trait);
        return found == null ? null : out.call(found.method(), params, result, args, span);
    }
}
