package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import dev.ithaca.vm.types.Type;
import java.util.ArrayList;
import java.util.List;

/** Lowers calls. A function's call of itself in tail position becomes a jump back to its start. */
final class Calls {
    private final FunctionLowering f;
    private final CodeBuilder code;
    /** The function being lowered as callers name it; both null for a lambda without a name. */
    private FunctionInstance self;
    private Local selfLocal;
    private List<Register> ownParameters;
    private List<Type> ownTypes;
    private final Label start;
    private boolean loops;

    Calls(FunctionLowering f) {
        this.f = f;
        code = f.code;
        start = code.label();
    }

    void startFunction(FunctionInstance function, List<Register> params, Span span) {
        self = function;
        start(params, function.paramTypes(), span);
    }

    /** @param local what the lambda is bound to, or null */
    void startLambda(Local local, List<Register> params, List<Type> types, Span span) {
        selfLocal = local;
        start(params, types, span);
    }

    Register ownParameter(int index) { return ownParameters.get(index); }

    /** All is lowered: without self tail calls the start needs no safepoint of its own. */
    void finish() {
        if (!loops) start.body.clear();
    }

    private void start(List<Register> params, List<Type> types, Span span) {
        ownParameters = List.copyOf(params);
        ownTypes = types;
        code.place(start);
        code.emit(new Instruction.Safepoint(), span);
        code.place(code.label());
    }

    Register call(Core.Call c, Register wish) {
        Type result = c.function().resultType();
        List<Register> args = f.operands(c.args(), c.function().paramTypes());
        boolean direct = wish != null && Representation.same(result, c.type()) && wish.kind() == Kind.of(result);
        Register dst = direct ? wish : code.register(Kind.of(result));
        code.emit(new Instruction.Call(c.function(), dst, args, false), c.span());
        return f.convert(dst, result, c.type(), c.span());
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
        return f.convert(dst, result, c.type(), c.span());
    }

    void tail(Core.Call c) {
        Type result = c.function().resultType();
        if (code.handler() != null || !Representation.onlyBoxes(result, c.type(), f.resultType)) {
            f.deliver(call(c, null), c.type(), Target.RESULT, c.span());
        } else if (c.function() == self) {
            jumpToStart(c.args());
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
        } else if (selfLocal != null && c.function() instanceof Core.LocalGet(Local local, var _, var _)
                && local == selfLocal && c.args().size() == ownParameters.size()) {
            jumpToStart(c.args());
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
            return f.convert(f.unit(), BuiltinTypes.UNIT, c.type(), c.span());
        }
        Register dst = direct ? wish : code.register(Kind.of(result));
        code.emit(new Instruction.CallBuiltin(c.builtin(), dst, args), c.span());
        return f.convert(dst, result, c.type(), c.span());
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

    private void jumpToStart(List<Core> operands) {
        List<Register> args = new ArrayList<>(f.operands(operands, ownTypes));
        if (!code.reachable()) return;
        loops = true;
        // A parameter that is passed on in another's place must be read before it is overwritten.
        for (int i = 0; i < args.size(); i++) {
            int source = ownParameters.indexOf(args.get(i));
            if (source >= 0 && source < i) args.set(i, f.copy(args.get(i)));
        }
        for (int i = 0; i < args.size(); i++) {
            Register param = ownParameters.get(i);
            if (!param.equals(args.get(i))) code.emit(new Instruction.Move(param, args.get(i)));
        }
        code.jump(start);
    }
}
