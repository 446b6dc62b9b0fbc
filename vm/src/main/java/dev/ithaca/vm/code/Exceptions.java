package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.Type;
import java.util.List;
import java.util.function.Consumer;

/** Lowers try, finally, locked sections, return, and throwing again. */
final class Exceptions {
    private final FunctionLowering f;
    private final CodeBuilder code;
    /** The exception object of the innermost handler around the current place. */
    private Register handling;

    Exceptions(FunctionLowering f) {
        this.f = f;
        code = f.code;
    }

    void lower(Core.Try t, Target target) {
        if (t.cleanup() == null) handled(t, target);
        else guarded(t.type(), t.span(), target, () -> cleanup(t.cleanup()), inner -> handled(t, inner));
    }

    /** The try without its cleanup; handlers are optional. */
    private void handled(Core.Try t, Target target) {
        if (t.handler() != null) tryCatch(t, target);
        else f.part(t.body(), t.type(), target);
    }

    void lower(Core.MvarLocked locked, Target target) {
        code.emit(new Instruction.MvarLock(locked.mvar()), locked.span());
        guarded(locked.type(), locked.span(), target,
                () -> code.emit(new Instruction.MvarUnlock(locked.mvar()), locked.span()),
                inner -> f.part(locked.body(), locked.type(), inner));
    }

    void lower(Core.Return r) {
        if (!f.exits.hasCleanup()) {
            if (r.value() == null) f.unit(r, Target.RESULT);
            else f.lower(r.value(), Target.RESULT);
            return;
        }
        // In a register of its own: cleanup code may assign the variable it was read from.
        Register result = code.register(Kind.of(f.resultType));
        Target into = new Target.Into(result, f.resultType);
        if (r.value() == null) f.unit(r, into);
        else f.lower(r.value(), into);
        f.exits.runAllCleanups();
        code.returns(result);
    }

    void lower(Core.Rethrow r) { code.raise(new Terminator.Rethrow(handling), r.span()); }

    private void cleanup(Core cleanup) {
        int scope = code.openScope();
        f.effect(cleanup);
        code.closeScope(scope);
    }

    private void tryCatch(Core.Try t, Target target) {
        Label handler = code.handlerLabel();
        Label end = code.label();
        Label outside = code.handler();
        boolean direct = switch (target) {
            case Target.Discard _ -> true;
            case Target.Into(var _, Type place) -> Representation.same(t.type(), place);
            case Target.Result _, Target.Condition _ -> false;
        };
        Runnable leave = () -> code.emit(new Instruction.LeaveTry(), t.span());
        code.emit(new Instruction.EnterTry(arms(t)), t.span());
        code.handler(handler);
        f.exits.enterCleanup(leave, outside);
        // Converting the result is no longer protected.
        Register result = direct ? null : code.register(Kind.of(t.type()));
        f.part(t.body(), t.type(), direct ? target : new Target.Into(result, t.type()));
        f.exits.exit();
        code.handler(outside);
        leave.run();
        if (!direct) f.deliver(result, t.type(), target, t.span());
        code.jump(end);
        code.place(handler);
        leave.run();
        int scope = code.openScope();
        Register thrown = code.register(Kind.REF);
        code.emit(new Instruction.ExceptionValue(thrown, handler.exception));
        f.bind(t.exception(), thrown, BuiltinTypes.DYNAMIC, t.span());
        Register outer = handling;
        handling = handler.exception;
        f.part(t.handler(), t.type(), target);
        handling = outer;
        code.closeScope(scope);
        code.place(end);
    }

    private static List<Core.Arm> arms(Core.Try t) { return t.handler() instanceof Core.Match m ? m.arms() : List.of(); }

    /** Runs body, and cleanup on every way out of it. */
    private void guarded(Type type, Span span, Target target, Runnable cleanup, Consumer<Target> body) {
        Label handler = code.handlerLabel();
        Label end = code.label();
        Label outside = code.handler();
        Register result = target instanceof Target.Discard ? null : code.register(Kind.of(type));
        code.handler(handler);
        f.exits.enterCleanup(cleanup, outside);
        body.accept(result == null ? target : new Target.Into(result, type));
        f.exits.exit();
        code.handler(outside);
        if (code.reachable()) {
            cleanup.run();
            if (result != null) f.deliver(result, type, target, span);
        }
        code.jump(end);
        code.place(handler);
        cleanup.run();
        code.raise(new Terminator.Rethrow(handler.exception), span);
        code.place(end);
    }
}
