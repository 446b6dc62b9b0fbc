package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import dev.ithaca.vm.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lowers one function or lambda. Holds what its parts share: the code being built, where locals live, and the dispatch
 * over what is wanted of an expression ({@link #lower} for a target, {@link #value} for a register).
 */
final class FunctionLowering {
    final CodeBuilder code = new CodeBuilder();
    final Conversions conversions = new Conversions(code);
    final Captures captures;
    final SourceFile file;
    final String module;
    final Type resultType;
    final Exits exits;
    final Calls calls;
    final Patterns patterns;
    final Loops loops;
    final Exceptions exceptions;
    private final Values values;
    private final Closures closures;
    private final Receives receives;
    private final Map<Local, Variable> variables = new HashMap<>();

    FunctionLowering(Captures captures, SourceFile file, String module, Type resultType) {
        this.captures = captures;
        this.file = file;
        this.module = module;
        this.resultType = resultType;
        exits = new Exits(code);
        calls = new Calls(this);
        patterns = new Patterns(this);
        loops = new Loops(this);
        exceptions = new Exceptions(this);
        values = new Values(this);
        closures = new Closures(this);
        receives = new Receives(this);
    }

    FunctionCode function(Core.Function function) {
        FunctionInstance instance = function.instance();
        List<Register> params = parameters(function.params());
        calls.startFunction(function, params);
        shareParameters(function.params(), function.span());
        return finish(instance.name(), instance.signature(), params, 0, instance.paramTypes(), function.body(),
                function.span());
    }

    /**
     * @param captured the locals that the closure captures
     * @param self the local the lambda is bound to, or null
     * @param cells which of the captured locals live in cells
     */
    FunctionCode lambda(Core.Lambda lambda, List<Local> captured, Local self) {
        List<Register> params = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (Local local : captured) {
            boolean inCell = captures.inCell(local);
            Register r = code.register(inCell ? Kind.REF : Kind.of(local.type()));
            declare(local, new Variable(r, inCell, local.type()));
            params.add(r);
            types.add(local.type());
        }
        List<Register> own = parameters(lambda.params());
        params.addAll(own);
        for (Local local : lambda.params()) types.add(local.type());
        calls.startLambda(self, own, lambda.params().stream().map(Local::type).toList(), lambda.span());
        shareParameters(lambda.params(), lambda.span());
        String signature = lambda.name() + "/" + String.join(",", lambda.params().stream().map(_ -> "_").toList());
        return finish(lambda.name(), signature, params, captured.size(), types, lambda.body(), lambda.span());
    }

    private List<Register> parameters(List<Local> params) {
        List<Register> registers = parameterRegisters(params);
        declareParameters(params, registers);
        return registers;
    }

    List<Register> parameterRegisters(List<Local> params) {
        return params.stream().map(local -> {
            Register r = code.register(Kind.of(local.type()));
            if (local.assigned()) code.mutable(r);
            return r;
        }).toList();
    }

    /** To be called when the registers have their values. */
    void declareParameters(List<Local> params, List<Register> registers) {
        for (int i = 0; i < params.size(); i++) {
            Local local = params.get(i);
            if (!captures.inCell(local)) declare(local, new Variable(registers.get(i), false, local.type()));
        }
    }

    /** Moves parameters that closures share into fresh cells; in a self tail call each round gets its own. */
    void shareParameters(List<Local> params, Span span) {
        for (int i = 0; i < params.size(); i++) {
            Local local = params.get(i);
            if (captures.inCell(local)) bind(local, calls.ownParameter(i), local.type(), span);
        }
    }

    private FunctionCode finish(String name, String signature, List<Register> params, int captureCount,
                                List<Type> paramTypes, Core body, Span span) {
        lower(body, Target.RESULT);
        calls.finish();
        CodeBuilder.Assembly assembly = code.assemble(file, span);
        return new FunctionCode(module, name, signature, List.copyOf(params), captureCount, List.copyOf(paramTypes),
                Kind.of(resultType), resultType, List.copyOf(code.registers()), assembly.blocks(), assembly.debug());
    }

    // ---- locals

    Variable variable(Local local) { return variables.get(local); }

    /** Says where a local lives from now on and shows it to users. */
    void declare(Local local, Variable variable) {
        variables.put(local, variable);
        show(local);
    }

    /** Where a local will live; it is not bound, so not shown, yet. */
    void reserve(Local local) {
        boolean inCell = captures.inCell(local);
        Register r = code.register(inCell ? Kind.REF : Kind.of(local.type()));
        if (local.assigned()) code.mutable(r);
        variables.put(local, new Variable(r, inCell, local.type()));
    }

    /** The local has got its value: users can see it. */
    void show(Local local) {
        Variable v = variables.get(local);
        if (!local.synthetic()) code.bindVariable(local.name(), v.register(), v.inCell(), v.type());
    }

    /** First binding of a local to a value in a register; the two share it if neither is ever assigned. */
    void bind(Local local, Register value, Type type, Span span) {
        if (local.assigned()) {
            reserve(local);
            store(local, value, type, span);
            show(local);
        } else {
            Register r = conversions.convert(value, type, local.type(), span);
            declare(local, new Variable(code.isMutable(r) ? conversions.copy(r) : r, false, local.type()));
        }
    }

    /** Gives a reserved local its first value. */
    void store(Local local, Register value, Type type, Span span) {
        Variable v = variables.get(local);
        if (v.inCell()) code.emit(new Instruction.NewCell(v.register(), conversions.convert(value, type, BuiltinTypes.DYNAMIC, span)));
        else conversions.into(v.register(), value, type, v.type(), span);
    }

    void assign(Local local, Register value, Type type, Span span) {
        Variable v = variables.get(local);
        // Converted on the way as well: what is in the cell must be of the variable's type.
        Register converted = conversions.convert(value, type, v.type(), span);
        if (v.inCell()) {
            Register boxed = conversions.convert(converted, v.type(), BuiltinTypes.DYNAMIC, span);
            code.emit(new Instruction.SetCell(v.register(), boxed));
        } else {
            code.emit(new Instruction.Move(v.register(), converted));
        }
    }

    // ---- what is wanted of an expression

    /** Evaluates an expression for a target. */
    void lower(Core e, Target target) {
        if (!code.reachable()) return;
        switch (e) {
            case Core.Block b -> block(b, target);
            case Core.If i -> condition(i, target);
            case Core.Match m -> patterns.lower(m, target);
            case Core.Receive r -> receives.lower(r, target);
            case Core.While w -> loops.lower(w, target);
            case Core.For f -> loops.lower(f, target);
            case Core.Break b -> loops.lower(b);
            case Core.Continue _ -> loops.next();
            case Core.Return r -> exceptions.lower(r);
            case Core.Try t -> exceptions.lower(t, target);
            case Core.MvarLocked l -> exceptions.lower(l, target);
            case Core.Rethrow r -> exceptions.lower(r);
            case Core.Throw t -> code.raise(new Terminator.Throw(valueAs(t.value(), BuiltinTypes.DYNAMIC)), t.span());
            case Core.Raise r -> code.raise(new Terminator.Raise(r.kind(), r.message()), r.span());
            case Core.Bind b -> {
                bind(b);
                unit(e, target);
            }
            case Core.BindFunctions b -> {
                closures.bind(b);
                unit(e, target);
            }
            case Core.LocalSet s -> {
                assign(s.local(), value(s.value()), s.value().type(), s.span());
                unit(e, target);
            }
            case Core.And _, Core.Or _, Core.Not _ -> logic(e, target);
            case Core.Call c when target instanceof Target.Result -> calls.tail(c);
            case Core.CallValue c when target instanceof Target.Result -> calls.tail(c);
            case Core.Const c when target instanceof Target.Condition(Label ifTrue, Label ifFalse)
                    && c.value() instanceof Boolean known -> code.jump(known ? ifTrue : ifFalse);
            default -> simple(e, target);
        }
    }

    void effect(Core e) { lower(e, Target.DISCARD); }

    void branch(Core condition, Label ifTrue, Label ifFalse) { lower(condition, new Target.Condition(ifTrue, ifFalse)); }

    /** A register with the value as its own type represents it; possibly that of a variable. */
    Register value(Core e) { return value(e, null); }

    /** Like {@link #value(Core)}; the value may be computed into the given register where that is of the right kind. */
    private Register value(Core e, Register wish) {
        // Never runs, and may read variables that were never bound.
        if (!code.reachable()) return fresh(e.type(), wish);
        return switch (e) {
            case Core.Block b when !b.body().isEmpty() -> {
                int scope = code.openScope();
                b.body().subList(0, b.body().size() - 1).forEach(this::effect);
                Core last = b.body().getLast();
                Register r = conversions.convert(value(last, wish), last.type(), b.type(), b.span());
                code.closeScope(scope);
                yield r;
            }
            case Core.Block _, Core.If _, Core.Match _, Core.Receive _, Core.While _, Core.For _, Core.Break _,
                 Core.Continue _, Core.Return _, Core.Try _, Core.MvarLocked _, Core.Rethrow _, Core.Throw _, Core.Raise _,
                 Core.Bind _, Core.BindFunctions _, Core.LocalSet _, Core.And _, Core.Or _, Core.Not _ -> {
                Register r = fresh(e.type(), wish);
                lower(e, new Target.Into(r, e.type()));
                yield r;
            }
            case Core.LocalGet g -> {
                Variable v = variables.get(g.local());
                if (v == null) throw new IllegalStateException("no place for local " + g.local() + " in " + module);
                Register r = v.register();
                if (v.inCell()) code.emit(new Instruction.GetCell(r = code.register(Kind.REF), v.register()));
                yield conversions.convert(r, v.inCell() ? BuiltinTypes.DYNAMIC : v.type(), g.type(), g.span());
            }
            case Core.Call c -> calls.call(c, wish);
            case Core.CallValue c -> calls.call(c, wish);
            case Core.CallBuiltin c -> calls.call(c, wish);
            case Core.Lambda l -> closures.make(l, null);
            default -> values.value(e, fresh(e.type(), wish));
        };
    }

    /** A register with the value represented as another type says. */
    Register valueAs(Core e, Type place) { return conversions.convert(value(e), e.type(), place, e.span()); }

    /** Like {@link #valueAs}, in a register that nobody else writes. */
    Register stable(Core e, Type place) {
        Register r = valueAs(e, place);
        return code.isMutable(r) ? conversions.copy(r) : r;
    }

    /** Operands from left to right; each keeps its value even if a later one assigns the variable it was read from. */
    List<Register> operands(List<Core> operands, List<Type> places) {
        List<Register> result = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Register r = valueAs(operands.get(i), places.get(i));
            if (code.isMutable(r) && operands.subList(i + 1, operands.size()).stream().anyMatch(CoreTree::assigns)) r = conversions.copy(r);
            result.add(r);
        }
        return result;
    }

    /** The same as references. */
    List<Register> boxedOperands(List<Core> operands) {
        return operands(operands, operands.stream().map(_ -> BuiltinTypes.DYNAMIC).toList());
    }

    /** Lowers a part of an expression whose value is that of the whole. */
    void part(Core part, Type whole, Target target) {
        int scope = code.openScope();
        if (target instanceof Target.Discard || Representation.isNever(part.type()) || Representation.same(part.type(), whole)) {
            lower(part, target);
        } else if (target instanceof Target.Result && Representation.onlyBoxes(part.type(), whole, resultType)) {
            lower(part, target);
        } else {
            deliver(valueAs(part, whole), whole, target, part.span());
        }
        code.closeScope(scope);
    }

    /** Hands a computed value to its target. */
    void deliver(Register value, Type type, Target target, Span span) {
        switch (target) {
            case Target.Discard _ -> { }
            case Target.Into(Register into, Type place) -> conversions.into(into, value, type, place, span);
            case Target.Result _ -> code.returns(conversions.convert(value, type, resultType, span));
            case Target.Condition(Label ifTrue, Label ifFalse) ->
                code.branch(conversions.convert(value, type, BuiltinTypes.BOOL, span), ifTrue, ifFalse);
        }
    }

    /** The value of an expression that has none of interest. */
    void unit(Core e, Target target) {
        if (!(target instanceof Target.Discard)) deliver(conversions.unit(), BuiltinTypes.UNIT, target, e.span());
    }

    private void simple(Core e, Target target) {
        switch (target) {
            case Target.Discard _ -> {
                if (e instanceof Core.CallBuiltin c) calls.discard(c);
                else if (!isPure(e)) value(e);
            }
            case Target.Into(Register into, Type place) -> {
                boolean direct = BoxType.of(e.type()).equals(BoxType.of(place)) && !Representation.becomesUnit(e.type(), place);
                deliver(value(e, direct ? into : null), e.type(), target, e.span());
            }
            case Target.Result _, Target.Condition _ -> deliver(value(e), e.type(), target, e.span());
        }
    }

    private static boolean isPure(Core e) {
        return e instanceof Core.Const || e instanceof Core.LocalGet || e instanceof Core.FunctionValue || e instanceof Core.Lambda;
    }

    private void bind(Core.Bind b) {
        Local local = b.local();
        Register r = value(b.value());
        bind(local, r, b.value().type(), b.span());
    }

    private void block(Core.Block b, Target target) {
        if (b.body().isEmpty()) {
            unit(b, target);
            return;
        }
        int scope = code.openScope();
        b.body().subList(0, b.body().size() - 1).forEach(this::effect);
        part(b.body().getLast(), b.type(), target);
        code.closeScope(scope);
    }

    private void condition(Core.If i, Target target) {
        Label then = code.label();
        Label otherwise = code.label();
        Label end = code.label();
        int scope = code.openScope();
        branch(i.condition(), then, otherwise);
        code.place(then);
        part(i.then(), i.type(), target);
        code.jump(end);
        code.place(otherwise);
        part(i.otherwise(), i.type(), target);
        code.closeScope(scope);
        code.place(end);
    }

    private void logic(Core e, Target target) {
        if (target instanceof Target.Condition(Label ifTrue, Label ifFalse)) {
            switch (e) {
                case Core.Not n -> branch(n.value(), ifFalse, ifTrue);
                case Core.And a -> {
                    Label right = code.label();
                    branch(a.left(), right, ifFalse);
                    code.place(right);
                    branch(a.right(), ifTrue, ifFalse);
                }
                case Core.Or o -> {
                    Label right = code.label();
                    branch(o.left(), ifTrue, right);
                    code.place(right);
                    branch(o.right(), ifTrue, ifFalse);
                }
                default -> throw new IllegalArgumentException(e.toString());
            }
            return;
        }
        switch (e) {
            case Core.Not n -> {
                Register r = code.register(Kind.INT);
                code.emit(new Instruction.Not(r, valueAs(n.value(), BuiltinTypes.BOOL)));
                deliver(r, BuiltinTypes.BOOL, target, e.span());
            }
            case Core.And a -> condition(new Core.If(a.left(), a.right(), bool(false, e), a.type(), a.span()), target);
            case Core.Or o -> condition(new Core.If(o.left(), bool(true, e), o.right(), o.type(), o.span()), target);
            default -> throw new IllegalArgumentException(e.toString());
        }
    }

    private static Core bool(boolean value, Core e) { return new Core.Const(value, BuiltinTypes.BOOL, e.span()); }

    private Register fresh(Type type, Register wish) {
        return wish != null && wish.kind() == Kind.of(type) ? wish : code.register(Kind.of(type));
    }
}
