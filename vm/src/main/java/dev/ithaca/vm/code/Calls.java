package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import dev.ithaca.vm.types.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers calls. A function's call of itself in tail position becomes a jump back to its start, and so do those of functions that
 * call one another ({@link TailCycles}).
 */
final class Calls {
    private final FunctionLowering f;
    private final CodeBuilder code;
    /** Null in a lambda. */
    private TailCycles cycles;
    private Activation activation;

    Calls(FunctionLowering f) {
        this.f = f;
        code = f.code;
    }

    void startFunction(Core.Function function, List<Register> params) {
        cycles = new TailCycles(function);
        start(function.instance(), null, params, function.instance().paramTypes(), function.span());
    }

    /** @param local what the lambda is bound to, or null */
    void startLambda(Local local, List<Register> params, List<Type> types, Span span) { start(null, local, params, types, span); }

    Register ownParameter(int index) { return activation.params().get(index); }

    /** All is lowered: without tail calls that come back the start needs no safepoint of its own. */
    void finish() {
        if (!activation.loops()) activation.start().body.clear();
    }

    private void start(FunctionInstance function, Local local, List<Register> params, List<Type> types, Span span) {
        activation = new Activation(function, local, params, types, code.label(), activation);
        code.place(activation.start());
        code.emit(new Instruction.Safepoint(), span);
        code.place(code.label());
    }

    Register call(Core.Call c, Register wish) {
        Type result = c.function().resultType();
        List<Register> args = f.operands(c.args(), c.function().paramTypes());
        boolean direct = wish != null && Representation.same(result, c.type()) && wish.kind() == Kind.of(result);
        Register dst = direct ? wish : code.register(Kind.of(result));
        code.emit(new Instruction.Call(c.function(), dst, args, false), c.span());
        return f.conversions.convert(dst, result, c.type(), c.span());
    }

    Register call(Core.CallValue c, Register wish) {
        if (c.function() instanceof Core.FunctionValue(FunctionInstance known, var _, var _)
                && known.paramTypes().size() == c.args().size()) {
            return call(new Core.Call(known, c.args(), c.type(), c.span()), wish);
        }
        CallShape shape = CallShape.of(c.function().type(), c.args().size());
        Type result = CallShape.type(shape.result());
        boolean direct = wish != null && Representation.same(result, c.type()) && wish.kind() == shape.result();
        Register dst = direct ? wish : code.register(shape.result());
        code.emit(closureCall(c, shape, dst, false), c.span());
        return f.conversions.convert(dst, result, c.type(), c.span());
    }

    void tail(Core.Call c) {
        Type result = c.function().resultType();
        if (code.handler() != null || !Representation.onlyBoxes(result, c.type(), f.resultType)) {
            f.deliver(call(c, null), c.type(), Target.RESULT, c.span());
        } else if (activation.of(c.function()) != null) {
            jumpToStart(activation.of(c.function()), c.args());
        } else if (cycles != null && cycles.takesOver(c.function(), activation)) {
            takeOver(c.function(), c.args());
        } else {
            List<Register> args = f.operands(c.args(), c.function().paramTypes());
            Register dst = code.register(Kind.of(result));
            code.emit(new Instruction.Call(c.function(), dst, args, true), c.span());
            f.deliver(dst, result, Target.RESULT, c.span());
        }
    }

    void tail(Core.CallValue c) {
        CallShape shape = CallShape.of(c.function().type(), c.args().size());
        Type result = CallShape.type(shape.result());
        if (c.function() instanceof Core.FunctionValue(FunctionInstance known, var _, var _)
                && known.paramTypes().size() == c.args().size()) {
            tail(new Core.Call(known, c.args(), c.type(), c.span()));
        } else if (code.handler() != null || !Representation.onlyBoxes(result, c.type(), f.resultType)) {
            f.deliver(call(c, null), c.type(), Target.RESULT, c.span());
        } else if (c.function() instanceof Core.LocalGet(Local local, var _, var _) && activation.isOf(local, c.args().size())) {
            jumpToStart(activation, c.args());
        } else {
            Register dst = code.register(shape.result());
            code.emit(closureCall(c, shape, dst, true), c.span());
            f.deliver(dst, result, Target.RESULT, c.span());
        }
    }

    Register call(Core.CallBuiltin c, Register wish) {
        Type result = resultType(c);
        boolean direct = wish != null && Representation.same(result, c.type()) && wish.kind() == Kind.of(result);
        List<Register> args = arguments(c);
        if (c.builtin().target().getReturnType() == void.class) {
            code.emit(new Instruction.CallBuiltin(c.builtin(), null, args), c.span());
            return f.conversions.convert(f.conversions.unit(), BuiltinTypes.UNIT, c.type(), c.span());
        }
        Register dst = direct ? wish : code.register(Kind.of(result));
        code.emit(new Instruction.CallBuiltin(c.builtin(), dst, args), c.span());
        return f.conversions.convert(dst, result, c.type(), c.span());
    }

    void discard(Core.CallBuiltin c) { code.emit(new Instruction.CallBuiltin(c.builtin(), null, arguments(c)), c.span()); }

    private Instruction closureCall(Core.CallValue c, CallShape shape, Register dst, boolean tail) {
        List<Core> all = new ArrayList<>();
        List<Type> places = new ArrayList<>();
        all.add(c.function());
        places.add(BuiltinTypes.DYNAMIC);
        all.addAll(c.args());
        for (Kind kind : shape.params()) places.add(CallShape.type(kind));
        List<Register> registers = f.operands(all, places);
        return new Instruction.CallClosure(shape, dst, registers.getFirst(), registers.subList(1, registers.size()), tail);
    }

    private List<Register> arguments(Core.CallBuiltin c) {
        Class<?>[] declared = c.builtin().target().getParameterTypes();
        int leading = declared.length - c.args().size();
        List<Type> places = new ArrayList<>();
        for (int i = 0; i < c.args().size(); i++) places.add(place(declared[leading + i], c.args().get(i).type()));
        return f.operands(c.args(), places);
    }

    private static Type resultType(Core.CallBuiltin c) {
        Class<?> result = c.builtin().target().getReturnType();
        return result == void.class ? BuiltinTypes.UNIT : place(result, c.type());
    }

    /** How a Java parameter or result is represented where the program's type is known. */
    private static Type place(Class<?> java, Type type) {
        if (!java.isPrimitive()) return BuiltinTypes.DYNAMIC;
        if (java == boolean.class) return BuiltinTypes.BOOL;
        if (java == int.class) return BuiltinTypes.CHAR;
        Kind kind = java == long.class ? Kind.LONG : Kind.DOUBLE;
        if (Kind.of(type) == kind) return type;
        return kind == Kind.LONG ? BuiltinTypes.INT : BuiltinTypes.FLOAT;
    }

    private void jumpToStart(Activation target, List<Core> operands) {
        List<Register> args = new ArrayList<>(f.operands(operands, target.types()));
        if (!code.reachable()) return;
        target.loop();
        List<Register> params = target.params();
        // A parameter that is passed on in another's place must be read before it is overwritten.
        for (int i = 0; i < args.size(); i++) {
            int source = params.indexOf(args.get(i));
            if (source >= 0 && source < i) args.set(i, f.conversions.copy(args.get(i)));
        }
        move(args, params);
        code.jump(target.start());
    }

    /** Goes on with the body of another function, whose variables take the place of the caller's. */
    private void takeOver(FunctionInstance called, List<Core> operands) {
        List<Register> args = f.operands(operands, called.paramTypes());
        if (!code.reachable()) return;
        Core.Function function = called.body();
        f.captures.add(function.body());
        VariableTable.Hidden hidden = code.hideVariables();
        DebugInfo.Origin origin = code.origin();
        Activation caller = activation;
        code.origin(new DebugInfo.Origin(called.name(), called.signature()));
        int scope = code.openScope();
        List<Register> params = f.parameterRegisters(function.params());
        move(args, params);
        f.declareParameters(function.params(), params);
        start(called, null, params, called.paramTypes(), function.span());
        f.shareParameters(function.params(), function.span());
        f.lower(function.body(), Target.RESULT);
        code.closeScope(scope);
        code.origin(origin);
        code.show(hidden);
        activation = caller;
    }

    private void move(List<Register> from, List<Register> to) {
        for (int i = 0; i < from.size(); i++) {
            if (!to.get(i).equals(from.get(i))) code.emit(new Instruction.Move(to.get(i), from.get(i)));
        }
    }
}
