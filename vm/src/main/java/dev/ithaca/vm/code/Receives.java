package dev.ithaca.vm.code;

import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Core;

/**
 * Lowers selective receive to a loop over the mailbox with a cursor. Messages that no arm takes stay; after waiting, only
 * new ones are looked at.
 */
final class Receives {
    private final FunctionLowering f;
    private final CodeBuilder code;

    Receives(FunctionLowering f) {
        this.f = f;
        code = f.code;
    }

    void lower(Core.Receive receive, Target target) {
        Label next = code.label();
        Label wait = code.label();
        Label arms = code.label();
        Label timeout = code.label();
        Label end = code.label();
        Register deadline = deadline(receive);
        Register cursor = code.register(Kind.REF);
        Register message = code.register(Kind.REF);
        code.emit(new Instruction.MailboxStart(cursor), receive.span());
        code.place(next);
        code.emit(new Instruction.Safepoint(), receive.span());
        code.emit(new Instruction.MailboxNext(message, cursor), receive.span());
        Register none = code.register(Kind.INT);
        code.emit(new Instruction.IsNull(none, message));
        code.branch(none, wait, arms);

        code.place(wait);
        Register arrived = receive.timeout() == null ? null : code.register(Kind.INT);
        code.emitWait(new Instruction.MailboxWait(arrived, cursor, deadline), receive);
        if (receive.timeout() == null) code.jump(next);
        else code.branch(arrived, next, timeout);

        code.place(arms);
        f.patterns.receiveArms(receive, message, target, end, () -> code.emit(new Instruction.MailboxTake(cursor), receive.span()));
        code.jump(next);

        code.place(timeout);
        if (receive.onTimeout() != null) f.part(receive.onTimeout(), receive.type(), target);
        else f.unit(receive, target);
        code.place(end);
    }

    private Register deadline(Core.Receive receive) {
        if (receive.timeout() != null) {
            Register millis = f.valueAs(receive.timeout(), BuiltinTypes.INT);
            Register deadline = code.register(Kind.LONG);
            code.emit(new Instruction.Deadline(deadline, millis), receive.span());
            return deadline;
        }
        Register never = code.register(Kind.LONG);
        code.emit(new Instruction.Const(never, Long.MAX_VALUE));
        return never;
    }
}
