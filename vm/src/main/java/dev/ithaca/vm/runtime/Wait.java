package dev.ithaca.vm.runtime;

/** Something a process waits for that is neither a message nor a point in time. */
interface Wait {
    /** From any thread; once true it stays so. */
    boolean isOver();

    /** On the worker of the process, once it is over: hands over result or exception. */
    void deliver(Process p);

    /** The process will not wait any longer; what it was given meanwhile but did not get to know is given back. */
    void cancel();
}
