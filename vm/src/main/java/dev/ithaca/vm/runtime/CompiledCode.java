package dev.ithaca.vm.runtime;

import java.util.List;

/** A compiled function or lambda as the runtime sees it. */
public abstract class CompiledCode {
    /** Continues a frame on the current worker. On return the result is in the process, or the process is unwinding. */
    public abstract void resume(Process process, Frame frame);

    /** Whether an exception raised at a site may have a handler in this code; if not, its frames are skipped. */
    public boolean catches(int site) { return true; }

    /** Where a site is in the source; null hides the frame from traces and inspectors. Any site number gets an answer. */
    public abstract CodeLocation location(int site);

    /** The arms of the receive that waits at a site, in order; empty if none does. */
    public List<ReceiveArm> receiveArms(int site) { return List.of(); }

    /** The named variables of a frame of this code, outermost scope first. */
    public abstract List<FrameVariable> variables(Frame frame);

    /** Where a line of compiled code (as in a Java stack trace element of its class) is in the source. */
    public abstract CodeLocation locationOfLine(int javaLine);
}
