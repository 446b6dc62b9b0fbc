package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Turns inferred trees into code: final types, instances of functions, small conversions. One per elaborated body. */
final class Emitter {
    private final Instances instances;
    private final ProgramTables tables;
    private final Structural structural;

    Emitter(Instances instances, ProgramTables tables) {
        this.instances = instances;
        this.tables = tables;
        this.structural = new Structural(this, tables);
    }

    Structural structural() { return structural; }

    Instances instances() { return instances; }

    ProgramTables tables() { return tables; }

    /** The type with everything solved put in, dynamic where nothing is known. */
    Type concrete(Type type) {
        return switch (Unifier.prune(type)) {
            case TypeVariable _ -> BuiltinTypes.DYNAMIC;
            case Type.Con con when con.args().isEmpty() -> con.symbol().params().isEmpty() ? con : dynamicArguments(con);
            case Type.Con con -> new Type.Con(con.symbol(), concreteAll(con.args()));
            case Type.Tuple tuple -> new Type.Tuple(concreteAll(tuple.elements()));
            case Type.Function f -> new Type.Function(concreteAll(f.params()), concrete(f.result()));
            case Type.Param _ -> BuiltinTypes.DYNAMIC;
            case Type.Dynamic dynamic -> dynamic;
        };
    }

    private static Type dynamicArguments(Type.Con bare) {
        return new Type.Con(bare.symbol(), bare.symbol().params().stream().map(_ -> BuiltinTypes.DYNAMIC).toList());
    }

    List<Type> concreteAll(List<Type> types) {
        List<Type> result = new ArrayList<>(types.size());
        for (Type type : types) result.add(concrete(type));
        return result;
    }

    /** Arguments for the parameters of a declared type's fields; dynamic if the type is not known. */
    List<Type> argumentsOf(Type type) { return type instanceof Type.Con con ? con.args() : List.of(); }

    /** Evaluates a value into a local now, so that it can be used later. */
    Core spill(Core value, List<Core> before) {
        if (value instanceof Core.Const || value instanceof Core.LocalGet get && !get.local().assigned()) return value;
        Local local = new Local("value", value.type(), false, true);
        before.add(new Core.Bind(local, value, BuiltinTypes.UNIT, value.span()));
        return new Core.LocalGet(local, value.type(), value.span());
    }

    /** The code after some statements. */
    Core after(List<Core> before, Core value) {
        if (before.isEmpty()) return value;
        List<Core> all = new ArrayList<>(before);
        all.add(value);
        return new Core.Block(all, value.type(), value.span());
    }

    /** @param args one per parameter, null where the default value is wanted */
    Core call(FunctionSymbol function, List<Type> params, Type result, List<Core> args, Span span) {
        boolean[] given = new boolean[args.size()];
        List<Core> present = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            given[i] = args.get(i) != null;
            if (given[i]) present.add(args.get(i));
        }
        FunctionInstance instance = present.size() == args.size() ? instances.of(function, params, result)
                : instances.withDefaults(function, params, result, given);
        return new Core.Call(instance, present, instance.resultType(), span);
    }

    /** A function as a value. */
    Core functionValue(Callable callable, List<Type> params, Type result, Span span) {
        Type type = new Type.Function(params, result);
        if (callable instanceof FunctionSymbol f) {
            return new Core.FunctionValue(instances.of(f, params, result), type, span);
        }
        List<Local> locals = new ArrayList<>();
        List<Core> args = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            Local local = new Local("argument" + (i + 1), params.get(i), false, true);
            locals.add(local);
            args.add(new Core.LocalGet(local, local.type(), span));
        }
        return new Core.Lambda(callable.name(), locals, result, callable.call(this, params, result, args, span), type, span);
    }

    /** A call of a builtin that exists for the compiler only. */
    Core helper(String name, List<Type> params, Type result, List<Core> args, Span span) {
        BuiltinFunction best = null;
        int bestScore = Integer.MIN_VALUE;
        for (BuiltinFunction f : tables.builtins().named(name)) {
            int score = 0;
            for (int i = 0; i < Math.min(f.arity(), params.size()); i++) {
                int s = Compatibility.score(f.shape().get(i), params.get(i));
                score = s == Compatibility.NO ? Integer.MIN_VALUE / 2 : score + s;
            }
            if (f.arity() == params.size() && score > bestScore) {
                best = f;
                bestScore = score;
            }
        }
        if (best == null) throw new IllegalStateException("the library has no " + name + " for " + params);
        return new Core.CallBuiltin(best.implementationFor(params), args, result, span);
    }

    /** The method a user type has for an operator; null if there is none. */
    Core userOperator(BinaryOp op, Type left, List<Type> params, Type result, List<Core> args, Span span) {
        FunctionSymbol found = OperatorMethods.find(tables.implementations(), left, op);
        return found == null ? null : call(found, params, result, args, span);
    }

    /** An Int operand in arithmetic with a wider number. */
    Core convertNumber(Core value, Type to) {
        if (value.type().equals(to) || !value.type().equals(BuiltinTypes.INT)) return value;
        TypeSymbol symbol = to instanceof Type.Con con ? con.symbol() : null;
        if (value instanceof Core.Const constant) {
            long number = (Long) constant.value();
            if (symbol == BuiltinTypes.FLOAT_SYMBOL || symbol == BuiltinTypes.FLOAT32_SYMBOL) {
                return new Core.Const((double) number, to, value.span());
            }
            if (symbol == BuiltinTypes.BIGINT_SYMBOL) return new Core.Const(BigInteger.valueOf(number), to, value.span());
            if (symbol == BuiltinTypes.DECIMAL_SYMBOL) return new Core.Const(new BigDecimal(number), to, value.span());
            return new Core.Const(number, to, value.span());
        }
        if (symbol == null) return value;
        return helper(symbol == BuiltinTypes.BIGINT_SYMBOL ? "toBigInt" : "to" + symbol.name(), List.of(BuiltinTypes.INT), to,
                List.of(value), value.span());
    }

    /** A field of a value nothing is known about: whichever record has it. */
    Core dynamicField(Core value, String field, Span span) {
        List<Core.Arm> arms = new ArrayList<>();
        for (ConstructorSymbol constructor : tables.constructorsWithField(field)) {
            int index = constructor.fieldIndex(field);
            List<CorePattern> patterns = new ArrayList<>();
            Local found = null;
            for (int i = 0; i < constructor.arity(); i++) {
                Type type = TypeArguments.substitute(constructor.fields().get(i).type(), List.of());
                if (i == index) found = new Local(field, type, false, true);
                patterns.add(i == index ? new CorePattern.Bind(found, type) : new CorePattern.Wildcard(type));
            }
            arms.add(new Core.Arm(List.of(new CorePattern.Constructor(constructor, patterns, BuiltinTypes.DYNAMIC)), null,
                    new Core.LocalGet(found, found.type(), span), span));
        }
        Core missing = new Core.Raise("UnknownField", "Unknown field: " + field, BuiltinTypes.DYNAMIC, span);
        if (arms.isEmpty()) return new Core.Block(List.of(value, missing), BuiltinTypes.DYNAMIC, span);
        return new Core.Match(List.of(value), arms, missing, BuiltinTypes.DYNAMIC, span);
    }

    /** Assigns a field, or says that it cannot be assigned. */
    Core setField(Core target, ConstructorSymbol constructor, int index, Core value, Span span) {
        TypeSymbol symbol = constructor.owner();
        if (symbol.reactive()) return ReactiveFields.assign(this, target, constructor, index, value, span);
        if (symbol.mutable()) return new Core.FieldSet(target, constructor, index, value, BuiltinTypes.UNIT, span);
        return new Core.Block(List.of(target, value, new Core.Raise("Panic", "Field at index " + index + " is not mutable",
                BuiltinTypes.UNIT, span)), BuiltinTypes.UNIT, span);
    }

    /** Assigns a field of a value nothing is known about: whichever record has it. */
    Core setDynamicField(Core target, String field, Core value, Span span) {
        Local record = new Local("record", BuiltinTypes.DYNAMIC, false, true);
        Local assigned = new Local("assigned", value.type(), false, true);
        Core subject = new Core.LocalGet(record, BuiltinTypes.DYNAMIC, span);
        List<Core.Arm> arms = new ArrayList<>();
        for (ConstructorSymbol constructor : tables.constructorsWithField(field)) {
            List<CorePattern> any = constructor.fields().stream().<CorePattern>map(f ->
                    new CorePattern.Wildcard(TypeArguments.substitute(f.type(), List.of()))).toList();
            Core set = setField(subject, constructor, constructor.fieldIndex(field), new Core.LocalGet(assigned, value.type(), span), span);
            arms.add(new Core.Arm(List.of(new CorePattern.Constructor(constructor, any, BuiltinTypes.DYNAMIC)), null, set, span));
        }
        Core missing = new Core.Raise("Panic", "Unknown field: " + field, BuiltinTypes.UNIT, span);
        return new Core.Block(List.of(new Core.Bind(record, target, BuiltinTypes.UNIT, span),
                new Core.Bind(assigned, value, BuiltinTypes.UNIT, span),
                new Core.Match(List.of(subject), arms, missing, BuiltinTypes.UNIT, span)), BuiltinTypes.UNIT, span);
    }
}
