package dev.ithaca.vm.inspect;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The end of some processes, and the way back from it. */
public interface Killing {
    /** So long it can be taken back. */
    Duration WINDOW = Duration.ofSeconds(10);

    /** Those that had ended before, or are not known. */
    Set<Long> refused();

    /** Whether {@link #undo} can still bring something back; once the time is over, or memory runs short, it cannot. */
    boolean canBeUndone();

    /**
     * Lets those that ended by it, the ones that links took along included, go on from where they stood: with their pids, stacks,
     * messages, names, and with the links and monitors of which nobody has been told yet that they are gone. What was sent to them
     * meanwhile is lost. Never completes exceptionally.
     */
    CompletableFuture<Undone> undo();

    /** For machines in which nothing can be taken back. */
    static Killing forGood(Set<Long> refused) {
        return new Killing() {
            @Override public Set<Long> refused() { return refused; }

            @Override public boolean canBeUndone() { return false; }

            @Override public CompletableFuture<Undone> undo() { return CompletableFuture.completedFuture(Undone.NOTHING); }
        };
    }
}
