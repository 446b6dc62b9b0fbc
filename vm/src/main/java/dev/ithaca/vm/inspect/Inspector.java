package dev.ithaca.vm.inspect;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The one window into a running machine, for monitors, the command line and Nostos programs. All methods may be called
 * from any thread, never block on the program and never charge the observed process a reduction.
 */
public interface Inspector {
    /** All live processes in pid order, then the recently dead. */
    List<ProcessInfo> processes();

    /** The same as columns of arrays, for a monitor that looks at many processes again and again. */
    default Population population() { return Population.of(processes(), System.nanoTime()); }

    /** One process, dead ones included while they are remembered. */
    Optional<ProcessInfo> info(long pid);

    /**
     * Frames, variables and mailbox of one process. A waiting process is read in place; a running one answers at its
     * next safepoint; a dead one gives its last state while remembered. Empty for an unknown pid.
     *
     * @param maxFrames most frames wanted
     * @param maxMessages most messages wanted
     */
    CompletableFuture<Optional<ProcessSnapshot>> snapshot(long pid, int maxFrames, int maxMessages);

    /** Live children of a process, in pid order. */
    List<Long> children(long pid);

    /** Ends a process at its next safepoint. @return false if it is unknown or already dead */
    boolean kill(long pid);

    /**
     * The other live processes that would end with these if they were killed, because links bind them, in pid order.
     * Those that receive exits as messages stay.
     */
    default List<Long> takesAlong(Collection<Long> pids) { return List.of(); }

    /** Stops a process at its next safepoint until {@link #resume}. @return false if unknown or dead */
    boolean suspend(long pid);

    boolean resume(long pid);

    /**
     * Evaluates an expression of the program's language and puts its value into the mailbox of a process, as from nobody. The
     * expression may use everything that the entry module of the program may use, and {@code <7>} for a process; it is
     * evaluated aside, so that it cannot disturb the program. Never completes exceptionally.
     */
    default CompletableFuture<SentMessage> send(long pid, String expression) {
        return CompletableFuture.completedFuture(SentMessage.refused("This machine takes no messages from outside"));
    }

    VmStatistics statistics();

    /** What all processes wait for while nothing in the program can wake one; the first line says it in short. */
    default Optional<String> deadlock() { return Optional.empty(); }

    /**
     * Calls the consumer for every event from now on, on the thread where it happens: it must be quick and must not block.
     * Events of one process come in order. Without subscribers events cost nothing.
     *
     * @return ends the subscription when it is run
     */
    default Runnable subscribe(Consumer<ProcessEvent> consumer) { return () -> { }; }
}
