package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Collects registers, blocks and debug information of one function. Code is emitted at the current place; after a
 * terminator there is none until a label that something jumps to is placed, and what is emitted meanwhile is dropped
 * because it can never run.
 */
final class CodeBuilder {
    private final List<Register> registers = new ArrayList<>();
    private final Set<Register> mutable = new HashSet<>();
    private final List<Label> placed = new ArrayList<>();
    private final IdentityHashMap<Object, Span> spans = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Core.Receive> receives = new IdentityHashMap<>();
    private final IdentityHashMap<Object, DebugInfo.Origin> origins = new IdentityHashMap<>();
    private final VariableTable variables = new VariableTable();
    private Label current;
    private Label handler;
    private DebugInfo.Origin origin;

    CodeBuilder() {
        Label entry = label();
        entry.referenced = true;
        place(entry);
    }

    Register register(Kind kind) {
        Register r = new Register(registers.size(), kind);
        registers.add(r);
        return r;
    }

    /** Marks a register that is written more than once while others may still rely on its value. */
    void mutable(Register register) { mutable.add(register); }

    boolean isMutable(Register register) { return mutable.contains(register); }

    boolean reachable() { return current != null; }

    Label label() { return new Label(null); }

    /** A label for exceptions, with a fresh register for the exception object. */
    Label handlerLabel() { return new Label(register(Kind.REF)); }

    /** The handler of code emitted from now on, or null. */
    Label handler() { return handler; }

    void handler(Label newHandler) { handler = newHandler; }

    /** Continues at a label, falling through from the code before it; no effect if nothing gets there. */
    void place(Label label) {
        if (current != null) jump(label);
        if (!label.referenced) return;
        label.handler = handler;
        if (handler != null) handler.referenced = true;
        placed.add(label);
        current = label;
        variables.startBlock(label);
    }

    void emit(Instruction instruction) {
        if (current == null) return;
        splitForHandler();
        current.body.add(instruction);
    }

    void emit(Instruction instruction, Span span) {
        if (current == null) return;
        emit(instruction);
        place(instruction, span);
    }

    private void place(Object instruction, Span span) {
        spans.put(instruction, span);
        if (origin != null) origins.put(instruction, origin);
    }

    /** The function that code emitted from now on was written for; null for the one whose code this is. */
    void origin(DebugInfo.Origin newOrigin) { origin = newOrigin; }

    DebugInfo.Origin origin() { return origin; }

    /** Waits for a message that an arm of the receive may take. */
    void emitWait(Instruction.MailboxWait wait, Core.Receive receive) {
        emit(wait, receive.span());
        receives.put(wait, receive);
    }

    void jump(Label target) { finishBlock(new Label.End.Jump(target)); }

    void branch(Register condition, Label ifTrue, Label ifFalse) {
        finishBlock(ifTrue == ifFalse ? new Label.End.Jump(ifTrue) : new Label.End.Branch(condition, ifTrue, ifFalse));
    }

    void returns(Register value) { finishBlock(new Label.End.Leave(new Terminator.Return(value))); }

    /** Ends the block with a terminator that raises. */
    void raise(Terminator terminator, Span span) {
        if (current == null) return;
        splitForHandler();
        place(terminator, span);
        finishBlock(new Label.End.Leave(terminator));
    }

    /** A variable has got its value; it is in scope until {@link #closeScope}. */
    void bindVariable(String name, Register register, boolean inCell, Type type) {
        variables.bind(name, register, inCell, type, current == null ? 0 : current.body.size());
    }

    /** A mark for {@link #closeScope}. */
    int openScope() { return variables.mark(); }

    void closeScope(int mark) { variables.release(mark, current == null ? 0 : current.body.size()); }

    /** Ends the scope of all variables until {@link #show}. */
    VariableTable.Hidden hideVariables() { return variables.hide(current == null ? 0 : current.body.size()); }

    /** To be called where no code is reachable. */
    void show(VariableTable.Hidden hidden) { variables.show(hidden); }

    List<Register> registers() { return registers; }

    /** Removes detours and dead blocks and numbers what is left. */
    Assembly assemble(SourceFile file, Span span) {
        return new BlockAssembler(placed, variables).assemble(new DebugInfo(file, span, spans, List.of(), receives, origins));
    }

    record Assembly(List<Block> blocks, DebugInfo debug) {}

    private void splitForHandler() {
        if (current.handler == handler) return;
        if (current.body.isEmpty() && current.handler == null) {
            current.handler = handler;
            handler.referenced = true;
            return;
        }
        place(label());
    }

    private void finishBlock(Label.End end) {
        if (current == null) return;
        current.end = end;
        for (Label successor : current.successors()) successor.referenced = true;
        variables.endBlock(current.body.size() + 1);
        current = null;
    }
}
