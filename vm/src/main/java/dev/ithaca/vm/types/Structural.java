package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Text form, equality, order and hash of values. Where a program implements the trait for a type, its methods are used for
 * values of that type wherever they are, inside other values too; everything else goes to the library.
 */
final class Structural {
    private final Emitter out;
    private final UserTraits users;
    private final DerivedFunctions derived;
    private final OwnKeys ownKeys;

    Structural(Emitter out, ProgramTables tables) {
        this.out = out;
        this.users = tables.userTraits();
        this.derived = new DerivedFunctions(out, this, tables);
        this.ownKeys = new OwnKeys(out, users);
    }

    DerivedFunctions derived() { return derived; }

    OwnKeys ownKeys() { return ownKeys; }

    /** The value as a String, as it stands alone. */
    Core show(Type type, Core value, Span span) {
        if (type.equals(BuiltinTypes.STRING)) return value;
        if (Absent.may(value)) return show(BuiltinTypes.DYNAMIC, Absent.raw(value), span);
        if (value instanceof Core.Const c && type.equals(BuiltinTypes.INT)) {
            return new Core.Const(String.valueOf(c.value()), BuiltinTypes.STRING, span);
        }
        if (users.involved("Show", type)) return showUser(type, value, span);
        return out.helper("%show", List.of(type), BuiltinTypes.STRING, List.of(value), span);
    }

    /** The value as a String inside another one, where texts are quoted. */
    Core showNested(Type type, Core value, Span span) {
        if (users.involved("Show", type)) return showUser(type, value, span);
        return out.helper("%shownested", List.of(type), BuiltinTypes.STRING, List.of(value), span);
    }

    private Core showUser(Type type, Core value, Span span) {
        FunctionSymbol method = users.method("Show", "show", type);
        if (method != null) return out.call(method, List.of(type), BuiltinTypes.STRING, List.of(value), span);
        FunctionInstance function = derived.show(type, span);
        return new Core.Call(function, List.of(value), BuiltinTypes.STRING, span);
    }

    Core compare(BinaryOp op, Type operand, Core left, Core right, Span span) {
        Core absent = Absent.compare(op, left, right, span);
        if (absent != null) return absent;
        String trait = OperatorMethods.trait(op);
        FunctionSymbol own = OperatorMethods.find(out.tables().implementations(), operand, op);
        if (own != null) return call(own, operand, left, right, span);
        if (!users.involved(trait, operand)) return new Core.Compare(op, operand, left, right, BuiltinTypes.BOOL, span);
        own = users.method(trait, OperatorMethods.name(op), operand);
        if (own != null) return call(own, operand, left, right, span);
        boolean direct = out.tables().implementations().find(operand, trait) != null;
        if (direct) return new Core.Compare(op, operand, left, right, BuiltinTypes.BOOL, span);
        return switch (op) {
            case EQ -> equal(operand, left, right, span);
            case NE -> new Core.Not(equal(operand, left, right, span), BuiltinTypes.BOOL, span);
            case LT -> less(operand, left, right, span);
            case GE -> new Core.Not(less(operand, left, right, span), BuiltinTypes.BOOL, span);
            default -> swapped(op, operand, left, right, span);
        };
    }

    /** {@code a > b} is {@code b < a}, with the operands still evaluated from left to right. */
    private Core swapped(BinaryOp op, Type operand, Core left, Core right, Span span) {
        List<Core> before = new ArrayList<>();
        Core a = out.spill(left, before);
        Core b = out.spill(right, before);
        Core less = less(operand, b, a, span);
        return out.after(before, op == BinaryOp.GT ? less : new Core.Not(less, BuiltinTypes.BOOL, span));
    }

    private Core call(FunctionSymbol method, Type operand, Core left, Core right, Span span) {
        return out.call(method, List.of(operand, operand), BuiltinTypes.BOOL, List.of(left, right), span);
    }

    /** Equality of two values that may contain others with an equality of their own. */
    Core equal(Type type, Core left, Core right, Span span) {
        if (!users.involved("Eq", type)) return new Core.Compare(BinaryOp.EQ, type, left, right, BuiltinTypes.BOOL, span);
        FunctionSymbol own = users.method("Eq", "eq", type);
        if (own != null) return call(own, type, left, right, span);
        return new Core.Call(derived.equality(type, span), List.of(left, right), BuiltinTypes.BOOL, span);
    }

    /** Whether the left value comes before the right one. */
    Core less(Type type, Core left, Core right, Span span) {
        if (!users.involved("Ord", type)) return new Core.Compare(BinaryOp.LT, type, left, right, BuiltinTypes.BOOL, span);
        FunctionSymbol lt = users.method("Ord", "lt", type);
        if (lt != null) return call(lt, type, left, right, span);
        FunctionSymbol lte = users.method("Ord", "lte", type);
        if (lte != null) return new Core.Not(call(lte, type, right, left, span), BuiltinTypes.BOOL, span);
        if (out.tables().implementations().find(type, "Ord") != null) {
            return new Core.Compare(BinaryOp.LT, type, left, right, BuiltinTypes.BOOL, span);
        }
        return new Core.Call(derived.order(type, span), List.of(left, right), BuiltinTypes.BOOL, span);
    }

    /**
     * A hash that agrees with equality. Values of a type that only has an equality of its own all hash alike, since nothing
     * is known of what that equality looks at.
     */
    Core hash(Type type, Core value, Span span) {
        FunctionSymbol own = users.method("Hash", "hash", type);
        if (own != null) return out.call(own, List.of(type), BuiltinTypes.INT, List.of(value), span);
        if (!hashInvolved(type)) return out.helper("Map._hash", List.of(type), BuiltinTypes.INT, List.of(value), span);
        if (users.method("Eq", "eq", type) != null) {
            return new Core.Block(List.of(value, new Core.Const(0L, BuiltinTypes.INT, span)), BuiltinTypes.INT, span);
        }
        return new Core.Call(derived.hash(type, span), List.of(value), BuiltinTypes.INT, span);
    }

    private boolean hashInvolved(Type type) { return users.involved("Hash", type) || users.involved("Eq", type); }

    Core makeMap(List<Core> keys, List<Core> values, Type.Con type, Span span) {
        Core own = ownKeys.map(keys, values, type, span);
        return own != null ? own : new Core.MakeMap(keys, values, type, span);
    }

    Core makeSet(List<Core> elements, Type.Con type, Span span) {
        Core own = ownKeys.set(elements, type, span);
        return own != null ? own : new Core.MakeSet(elements, type, span);
    }

    /** A call of a builtin whose meaning depends on the program's implementations; null for every other call. */
    Core replace(BuiltinFunction builtin, List<Type> params, Type result, List<Core> args, Span span) {
        if (params.isEmpty()) return null;
        Type type = params.getFirst();
        Core lookup = lookup(builtin, params, result, args, span);
        if (lookup != null) return lookup;
        return switch (builtin.name()) {
            case "show", "toString" -> users.involved("Show", type) || Absent.may(args.getFirst()) ? show(type, args.getFirst(), span) : null;
            case "println", "print", "eprintln", "eprint" -> users.involved("Show", type) || Absent.may(args.getFirst())
                    ? out.helper(builtin.name(), List.of(BuiltinTypes.STRING), result, List.of(show(type, args.getFirst(), span)), span)
                    : null;
            case "assert_eq" -> users.involved("Show", type) || users.involved("Eq", type) ? assertEqual(type, args, span) : null;
            case "hash", "Map._hash" -> hashInvolved(type) ? hash(type, args.getFirst(), span) : null;
            case "copy" -> {
                FunctionSymbol own = users.method("Copy", "copy", type);
                yield own == null ? null : out.call(own, params, result, args, span);
            }
            default -> ownKeys.replace(builtin.name(), params, result, args, span);
        };
    }

    /** The value of a key in a map, which is unit if there is no such key; null for other calls. */
    private Core lookup(BuiltinFunction builtin, List<Type> params, Type result, List<Core> args, Span span) {
        boolean get = builtin.name().equals("Map.get") || builtin.name().equals("%index") && OwnKeys.isMap(params.getFirst());
        if (!get || !Absent.isPrimitive(result)) return null;
        Core own = ownKeys.replace(builtin.name(), params, BuiltinTypes.DYNAMIC, args, span);
        Core found = own != null ? own : new Core.CallBuiltin(builtin.implementationFor(params), args, BuiltinTypes.DYNAMIC, span);
        return Absent.of(found, result, span);
    }

    private Core assertEqual(Type type, List<Core> args, Span span) {
        List<Core> code = new ArrayList<>();
        Core left = out.spill(args.getFirst(), code);
        Core right = out.spill(args.get(1), code);
        Core text = new Core.Concat(List.of(new Core.Const("Assertion failed: ", BuiltinTypes.STRING, span), show(type, left, span),
                new Core.Const(" != ", BuiltinTypes.STRING, span), show(type, right, span)), BuiltinTypes.STRING, span);
        Core failure = out.helper("panic", List.of(BuiltinTypes.STRING), BuiltinTypes.UNIT, List.of(text), span);
        code.add(new Core.If(equal(type, left, right, span), Body.unit(span), failure, BuiltinTypes.UNIT, span));
        return new Core.Block(code, BuiltinTypes.UNIT, span);
    }
}
