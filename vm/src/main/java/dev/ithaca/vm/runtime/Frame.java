package dev.ithaca.vm.runtime;

/**
 * A suspended activation on the heap: a resume site and the registers that are live there.
 *
 * <p>Protocol. To suspend, a process sets {@link Process#unwinding}. Each compiled function, after a call that may
 * suspend, checks the flag; if set, it makes a frame, hands it to {@link Process#save} and returns a dummy. Frames thus
 * arrive innermost first. To continue, the driver takes the top frame and calls {@link CompiledCode#resume}, which
 * restores the registers, takes the call's result from the process (or throws its pending exception inside the right try
 * region) and goes on; when it returns without unwinding, its own result is in the process for the next frame. A thrown
 * exception leaves compiled code by the same flag, see {@link Process#raiseToCaller}; then nothing is saved.
 */
public abstract class Frame {
    public final CompiledCode code;
    public final int site;
    /** The caller's frame, or null at the bottom. */
    public Frame next;

    protected Frame(CompiledCode code, int site) {
        this.code = code;
        this.site = site;
    }

    /** The i-th saved primitive as raw bits (doubles by {@link Double#doubleToRawLongBits}). */
    public abstract long bits(int i);

    /** The i-th saved reference. */
    public abstract Object ref(int i);
}
