package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.Type;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What the source says about register code.
 *
 * @param spans span of each instruction and terminator that can raise, call or suspend; by identity
 * @param variables named variables and where they live
 * @param receives the receive that a {@link Instruction.MailboxWait} waits for; by identity
 * @param origins the function of each instruction and terminator with a span that was taken over from another function; by identity
 */
public record DebugInfo(SourceFile file, Span span, IdentityHashMap<Object, Span> spans, List<Variable> variables,
                        IdentityHashMap<Object, Core.Receive> receives, IdentityHashMap<Object, Origin> origins) {
    /**
     * A function of the same file whose code is part of another's.
     *
     * @param name as in {@link FunctionCode#name}
     * @param signature as in {@link FunctionCode#signature}
     */
    public record Origin(String name, String signature) {}

    /**
     * @param register where it lives; a cell if {@code inCell}
     * @param type as shown to users
     * @param ranges where it is in scope and bound
     */
    public record Variable(String name, Register register, boolean inCell, Type type, List<Range> ranges) {}

    /** Bound in a block from instruction {@code from} (inclusive) to {@code to} (exclusive, the terminator counts as last). */
    public record Range(int block, int from, int to) {}
}
