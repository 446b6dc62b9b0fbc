package dev.ithaca.vm.runtime;

/**
 * Scheduling states of a process, and the bits an inspector puts on top of one while it reads the process in place.
 *
 * <p>Wake-up protocol. Whoever makes a waiting process ready first publishes the condition (message, request bit, result)
 * and then swaps the parked state for {@link #RUNNABLE}; the process first publishes its parked state and then looks at
 * the condition once more. Both sides use volatile accesses, so one of them always sees the other.
 */
final class ProcessState {
    /** In a run queue. */
    static final int RUNNABLE = 0;
    static final int RUNNING = 1;
    /** In a receive. */
    static final int WAITING = 2;
    static final int SLEEPING = 3;
    static final int IO_WAIT = 4;
    /** For an mvar another process has locked. */
    static final int LOCK_WAIT = 5;
    /** By a debugger. */
    static final int SUSPENDED = 6;
    static final int DEAD = 7;

    /** Added while an inspector holds the process still. */
    static final int CLAIMED = 8;
    /** Added when a worker took a claimed process from its queue; the inspector puts it back. */
    static final int DEQUEUED = 16;

    private ProcessState() {}

    /** The state under the bits. */
    static int base(int state) { return state & 7; }

    static boolean isParked(int state) { return state >= WAITING && state <= SUSPENDED; }
}
