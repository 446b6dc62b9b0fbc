package dev.ithaca.vm.runtime;

/**
 * Where a process that is watched step by step is to stand still. It is asked on the worker that runs the process, after each
 * call, return and turn of a loop, and must be quick.
 */
public interface StepGoal {
    /** @return whether the process is to stand still here; it is not asked again then */
    boolean isReached(Position now);

    /** The process stands still for it. Must not block. */
    void stopped();
}
