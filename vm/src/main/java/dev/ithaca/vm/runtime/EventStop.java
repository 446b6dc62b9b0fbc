package dev.ithaca.vm.runtime;

/** Decides at an event whether processes are to stand still from then on. Called on the worker where it happens: must be quick. */
public interface EventStop {
    /** @return whether the new process is to be held before its first step */
    default boolean atSpawn(Process child) { return false; }

    /** @return whether the receiver is to be held; one that waits is, before it takes the message */
    default boolean atMessage(Process receiver, Object message) { return false; }

    /** @return whether all other processes are to be held as they are when this one ends */
    default boolean atEnd(Process ended, ExitReason reason) { return false; }
}
