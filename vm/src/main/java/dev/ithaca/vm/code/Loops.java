package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.Type;

/** Lowers while and for, break and continue. */
final class Loops {
    private final FunctionLowering f;
    private final CodeBuilder code;

    Loops(FunctionLowering f) {
        this.f = f;
        code = f.code;
    }

    void lower(Core.While loop, Target target) {
        Label header = code.label();
        Label body = code.label();
        Label done = code.label();
        Label end = code.label();
        Register result = result(loop.type(), target);
        int scope = code.openScope();
        code.place(header);
        code.emit(new Instruction.Safepoint(), loop.condition().span());
        f.branch(loop.condition(), body, done);
        code.place(body);
        f.exits.enterLoop(end, header, result, loop.type());
        f.effect(loop.body());
        f.exits.exit();
        code.jump(header);
        code.closeScope(scope);
        finish(loop, done, end, result, target);
    }

    void lower(Core.For loop, Target target) {
        Type type = loop.variable().type();
        BoxType box = BoxType.of(type).orElse(BoxType.INT);
        Type countType = BoxType.of(type).isPresent() ? type : BuiltinTypes.INT;
        Register low = f.stable(loop.low(), countType);
        Register high = f.stable(loop.high(), countType);
        Register result = result(loop.type(), target);
        Register counter = f.conversions.copy(low);
        Label header = code.label();
        Label body = code.label();
        Label next = code.label();
        Label done = code.label();
        Label end = code.label();
        code.place(header);
        code.emit(new Instruction.Safepoint(), loop.span());
        Register goesOn = code.register(Kind.INT);
        code.emit(new Instruction.Compare(BinaryOp.LT, box, goesOn, counter, high));
        code.branch(goesOn, body, done);
        code.place(body);
        int scope = code.openScope();
        f.bind(loop.variable(), counter, countType, loop.span());
        f.exits.enterLoop(end, next, result, loop.type());
        f.effect(loop.body());
        f.exits.exit();
        code.closeScope(scope);
        code.place(next);
        Register one = code.register(Kind.LONG);
        code.emit(new Instruction.Const(one, 1L));
        code.emit(new Instruction.Arithmetic(BinaryOp.ADD, box, counter, counter, one), loop.span());
        code.jump(header);
        finish(loop, done, end, result, target);
    }

    void lower(Core.Break b) {
        Exits.Loop loop = f.exits.innermostLoop();
        if (loop.result() == null) {
            if (b.value() != null) f.effect(b.value());
        } else {
            Target into = new Target.Into(loop.result(), loop.type());
            if (b.value() == null) f.unit(b, into);
            else f.lower(b.value(), into);
        }
        f.exits.runCleanups(loop);
        code.jump(loop.leave());
    }

    void next() {
        Exits.Loop loop = f.exits.innermostLoop();
        f.exits.runCleanups(loop);
        code.jump(loop.next());
    }

    /** Where breaks put the loop's value; null if it is unit or not wanted. */
    private Register result(Type type, Target target) {
        return target instanceof Target.Discard || Representation.isUnit(type) ? null : code.register(Kind.of(type));
    }

    private void finish(Core loop, Label done, Label end, Register result, Target target) {
        code.place(done);
        if (result != null) f.unit(loop, new Target.Into(result, loop.type()));
        code.place(end);
        if (result != null) f.deliver(result, loop.type(), target, loop.span());
        else f.unit(loop, target);
    }
}
