package dev.ithaca.vm.inspect;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * The one window into a running machine, for monitors, the command line and Nostos programs. All methods may be called
 * from any thread, never block on the program and never charge the observed process a reduction.
 */
public interface Inspector {
    /** All live processes in pid order, then the recently dead. */
    List<ProcessInfo> processes();

    /** The same as columns of arrays, for a monitor that looks at many processes again and again. */
    default Population population() { return Population.of(processes(), System.nanoTime()); }

    /** The same with some figures more, if they are known here. */
    default Population population(Set<Figure> wanted) { return population(); }

    /** The same of some processes only, with all figures; for what is in sight. */
    default Population population(long[] pids) {
        return Population.of(Arrays.stream(pids).mapToObj(this::info).flatMap(Optional::stream).toList(), System.nanoTime());
    }

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

    /** Ends processes at their next safepoints, in a way that can be taken back for a while. */
    default Killing killUndoably(Set<Long> pids) {
        return Killing.forGood(pids.stream().filter(pid -> !kill(pid)).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * What would follow if these were killed: the other processes that links take along (those that receive exits as messages
     * stay), and what supervisors would start again. A supervisor that does not answer soon is left out.
     */
    default CompletableFuture<KillPreview> previewKill(Collection<Long> pids) {
        return CompletableFuture.completedFuture(KillPreview.NOTHING);
    }

    /**
     * Asks a process to end for a reason, as another process may with {@code Process.exit}: cleanup code runs, links get the
     * reason, and one that traps exits gets a message instead.
     *
     * @param reason {@code normal} (ends nobody), {@code shutdown}, or the text of an error
     * @return false if unknown or dead
     */
    default boolean exit(long pid, String reason) { return false; }

    /**
     * Has the machine note the last messages of a process, where they were sent and whether they were taken, or no longer.
     * Only its senders pay for it, some microseconds a message. @return false if unknown or dead
     */
    default boolean trace(long pid, boolean on) { return false; }

    /** Whether the last messages of a process are noted. */
    default boolean traces(long pid) { return false; }

    /** The same for every process, also those that are still to be started. Takes a moment when it ends: not for threads that must not wait. */
    default void traceAll(boolean on) { }

    /** Whether {@link #traceAll} is on. */
    default boolean tracesAll() { return false; }

    /**
     * Has the machine measure how long a process runs and waits, or no longer; what was measured is then forgotten. Only that
     * process pays for it, a tenth of a microsecond whenever it is moved on. @return false if unknown or dead
     */
    default boolean time(long pid, boolean on) { return false; }

    /** What was measured of a process since {@link #time}; empty if nothing is. */
    default Optional<Latencies> latencies(long pid) { return Optional.empty(); }

    /**
     * What is noted of traced processes put together: the messages they got and sent and what they started, with the ends of all
     * concerned. Of a process traced by {@link #trace} the last thousand messages are kept, of others fewer.
     *
     * @param most events wanted, the last ones; ends come on top
     */
    default MessageFlow flow(Set<Long> pids, int most) { return MessageFlow.NONE; }

    /**
     * Keeps the calls of a function as they happen, until there are that many or the time is over. Only calls of that function
     * cost more meanwhile. Turns of the loop that a function makes by calling itself last are no calls.
     *
     * @param function its name, with its module or without; it need not have been called yet
     * @param pids only calls in these processes; none for all
     * @param most calls kept
     */
    default CallTrace traceCalls(String function, Set<Long> pids, int most, Duration time) { return CallTrace.NONE; }

    /**
     * Has the machine remember, of every process, what it was started with and the messages it took last, or forget all of it.
     * Costs so little that it may always be on, but keeps what is remembered alive: values of up to some fifty parts, and up to
     * twenty messages a process. When memory runs short the machine forgets, and stops remembering, by itself.
     */
    default void keepHistory(boolean on) { }

    /** Whether the machine remembers; it may have stopped by itself. */
    default boolean keepsHistory() { return false; }

    /**
     * Has processes held at the very event that meets the condition, once; {@link #resume} lets them go on. Without such
     * conditions events cost nothing.
     *
     * @param onStop gets the pid that the event was about, on a background thread
     * @return takes the condition back when it is run
     */
    default Runnable stopAt(EventCondition condition, LongConsumer onStop) { return () -> { }; }

    /**
     * What each scheduler thread executes now: the calls on its stack, innermost first, by their signatures. For profiles that
     * ask again and again. Threads that run no process are left out, and so are callers that were put aside on the heap.
     */
    default List<List<String>> running() { return List.of(); }

    /** Collects the garbage of the whole virtual machine that everything here runs in. Takes a while: not for threads that must not wait. */
    default void collectGarbage() { System.gc(); }

    /** Stops a process at its next safepoint until {@link #resume}. @return false if unknown or dead */
    boolean suspend(long pid);

    boolean resume(long pid);

    /**
     * Lets a process go on for one step, after which it stands still as if suspended; one that waits takes the step when it is
     * woken. {@link #resume} gives the step up.
     *
     * @param onStop called on a background thread when the step is over
     * @return false if unknown or dead
     */
    default boolean step(long pid, Step how, Runnable onStop) { return false; }

    /** Takes the oldest message out of a mailbox and gives its text; empty if there is none. */
    default CompletableFuture<Optional<String>> dropMessage(long pid) { return CompletableFuture.completedFuture(Optional.empty()); }

    /**
     * Starts once more what a dead process was started with, with the messages it had not taken. That is known of processes
     * that were started while {@link #keepHistory} was on, if it is not large, or {@link #traceAll}.
     */
    default Respawned respawn(long pid) { return Respawned.refused("This machine starts no processes from outside"); }

    /** What a process was started with, dead or alive. It is kept of the same processes that {@link #respawn} can start again. */
    default ProcessStart start(long pid) { return ProcessStart.unknown("This machine does not keep what processes are started with"); }

    /**
     * Evaluates an expression of the program's language and puts its value into the mailbox of a process, as from nobody. The
     * expression may use everything that the entry module of the program may use, and {@code <7>} for a process; it is
     * evaluated aside, so that it cannot disturb the program. Never completes exceptionally.
     */
    default CompletableFuture<SentMessage> send(long pid, String expression) {
        return CompletableFuture.completedFuture(SentMessage.refused("This machine takes no messages from outside"));
    }

    /**
     * Evaluates an expression of the program's language with the variables of a process, as they are now. It works on copies and
     * aside, so that it changes nothing and the process goes on. Never completes exceptionally.
     *
     * @param function whose variables: the innermost call of that name; null for the innermost call of all
     */
    default CompletableFuture<Evaluation> evaluate(long pid, String function, String expression) {
        return CompletableFuture.completedFuture(Evaluation.refused("This machine evaluates nothing"));
    }

    VmStatistics statistics();

    /** Whether there is a machine behind it, which goes on and can be acted on; else it shows what once was. */
    default boolean isLive() { return true; }

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
