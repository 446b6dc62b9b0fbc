package dev.ithaca.vm.runtime;

/** What others may want of a process at its next safepoint; bits of {@link Process#requests}. */
final class Requests {
    static final int KILL = 1;
    /** Stays set as long as the process is to stand still. */
    static final int SUSPEND = 2;
    /** Somebody waits to look at it. */
    static final int INSPECT = 4;
    /** A linked process has ended, or somebody asked it to. */
    static final int EXIT = 8;

    /** Stays set as long as it is watched step by step, see {@link StepGoals}. */
    static final int STEP = 16;

    private Requests() {}
}
