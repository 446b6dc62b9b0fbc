package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks processes for snapshots; one that does not come to a safepoint soon is left out. */
final class SnapshotTaker {
    private static final int FRAMES = 50;
    private static final int MESSAGES = 50;

    private SnapshotTaker() {}

    /** @param patienceMillis for all of them together */
    static List<ProcessSnapshot> take(Inspector machine, List<Long> pids, long patienceMillis) throws InterruptedException {
        List<CompletableFuture<Optional<ProcessSnapshot>>> answers = new ArrayList<>();
        for (long pid : pids) answers.add(machine.snapshot(pid, FRAMES, MESSAGES));
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        List<ProcessSnapshot> taken = new ArrayList<>();
        for (CompletableFuture<Optional<ProcessSnapshot>> answer : answers) {
            try {
                answer.copy().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS).ifPresent(taken::add);
            } catch (TimeoutException | ExecutionException unanswered) {
                continue;
            }
        }
        return taken;
    }
}
