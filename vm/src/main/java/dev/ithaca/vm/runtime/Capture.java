package dev.ithaca.vm.runtime;

import java.util.List;

/**
 * A process at one safepoint. Frames and messages do not change any more, so their values may be read at leisure.
 *
 * @param top the heap part of the stack
 * @param frames innermost first, at most the number asked for
 * @param frameCount true depth of the stack
 * @param messages oldest first, at most the number asked for
 * @param recent the messages it took last, oldest first, as far as they were kept
 * @param trace its last messages, oldest first, if it is traced; else null
 */
public record Capture(Process process, Frame top, List<CapturedFrame> frames, long frameCount, List<QueuedMessage> messages,
                      List<Long> links, List<Long> monitors, List<Long> monitoredBy, List<TracedMessage> trace, List<TracedMessage> recent) {
    /** Of a process that is neither traced nor monitored. */
    Capture(Process process, Frame top, List<CapturedFrame> frames, long frameCount, List<QueuedMessage> messages, List<Long> links,
            List<Long> monitors) {
        this(process, top, frames, frameCount, messages, links, monitors, List.of(), null, List.of());
    }

    /** The arms of the receive it stands in; empty if it stands in none. */
    public List<ReceiveArm> receiveArms() {
        return top == null || frames.isEmpty() || frames.getFirst().frame() != top ? List.of() : top.code.receiveArms(top.site);
    }

    /**
     * @param frame null where only the place is known: code that was on the JVM stack when an exception was thrown
     * @param seenAt line where the call was when its variables had these values; 0 if that is where it is
     */
    public record CapturedFrame(CodeLocation location, Frame frame, int seenAt) {
        CapturedFrame(CodeLocation location, Frame frame) { this(location, frame, 0); }

        /** Named variables, outermost scope first. */
        public List<FrameVariable> variables() { return frame == null ? List.of() : frame.code.variables(frame); }
    }

    /**
     * @param ageMillis time since it was sent
     * @param from where it was sent; null if that was not noted
     */
    public record QueuedMessage(long sender, long ageMillis, Object value, CodeLocation from) {}

    /**
     * A message that came or went while the process was traced.
     *
     * @param other who sent or gets it, 0 for the machine
     * @param queued it has not been taken yet
     */
    public record TracedMessage(boolean incoming, long other, long ageMillis, Object value, CodeLocation from, boolean queued) {}
}
