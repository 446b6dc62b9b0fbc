package dev.ithaca.monitor.support;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.inspect.VmStatistics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javafx.application.Platform;

/** A machine by script: processes are put in and changed by the test; every call is noted with its thread. */
public final class FakeInspector implements Inspector {
    private final Map<Long, ProcessInfo> processes = new ConcurrentHashMap<>();
    private final Map<Long, ProcessSnapshot> snapshots = new ConcurrentHashMap<>();
    private final List<Long> killed = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean calledOnFxThread;
    private volatile boolean silent;
    private volatile String breakdown;
    private volatile CountDownLatch answers = new CountDownLatch(0);

    public FakeInspector put(FakeProcess... added) {
        for (FakeProcess process : added) {
            processes.put(process.info().pid(), process.info());
            snapshots.put(process.info().pid(), process.snapshot());
        }
        return this;
    }

    public void change(long pid, UnaryOperator<FakeProcess> how) {
        put(how.apply(new FakeProcess(snapshots.get(pid)).with(processes.get(pid))));
    }

    public void forget(long pid) {
        processes.remove(pid);
        snapshots.remove(pid);
    }

    /** Snapshots are asked for but never answered, as by a process that reaches no safepoint. */
    public void fallSilent() { silent = true; }

    /** The list of processes is asked for but not answered before the latch is open. */
    public void answerAfter(CountDownLatch latch) { answers = latch; }

    /** The list of processes cannot be read from now on, for that reason; null to mend it. */
    public void breakDown(String reason) { breakdown = reason; }

    public List<Long> killed() { return List.copyOf(killed); }

    public boolean calledOnFxThread() { return calledOnFxThread; }

    public ProcessStatus status(long pid) { return processes.get(pid).status(); }

    @Override public List<ProcessInfo> processes() {
        noteThread();
        try {
            answers.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (breakdown != null) throw new IllegalStateException(breakdown);
        return processes.values().stream()
                .sorted(Comparator.comparing((ProcessInfo p) -> !p.alive()).thenComparing(ProcessInfo::pid)).toList();
    }

    @Override public Optional<ProcessInfo> info(long pid) {
        noteThread();
        return Optional.ofNullable(processes.get(pid));
    }

    @Override public CompletableFuture<Optional<ProcessSnapshot>> snapshot(long pid, int maxFrames, int maxMessages) {
        noteThread();
        if (silent) return new CompletableFuture<>();
        ProcessSnapshot full = snapshots.get(pid);
        if (full == null) return CompletableFuture.completedFuture(Optional.empty());
        return CompletableFuture.completedFuture(Optional.of(new ProcessSnapshot(processes.get(pid),
                full.frames().subList(0, Math.min(maxFrames, full.frames().size())), full.frameCount(),
                full.mailbox().subList(0, Math.min(maxMessages, full.mailbox().size())),
                children(pid), full.links(), full.monitors())));
    }

    @Override public List<Long> children(long pid) {
        return processes.values().stream().filter(p -> p.parent() == pid && p.alive()).map(ProcessInfo::pid).sorted().toList();
    }

    @Override public boolean kill(long pid) {
        noteThread();
        if (!isAlive(pid)) return false;
        killed.add(pid);
        change(pid, process -> process.dead("killed"));
        return true;
    }

    @Override public boolean suspend(long pid) { return setStatus(pid, ProcessStatus.SUSPENDED); }

    @Override public boolean resume(long pid) { return setStatus(pid, ProcessStatus.WAITING); }

    @Override public VmStatistics statistics() {
        return new VmStatistics(processes.size(), processes.size(), 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    }

    private boolean setStatus(long pid, ProcessStatus status) {
        noteThread();
        if (!isAlive(pid)) return false;
        change(pid, process -> process.status(status));
        return true;
    }

    private boolean isAlive(long pid) {
        ProcessInfo info = processes.get(pid);
        return info != null && info.alive();
    }

    private void noteThread() { calledOnFxThread |= Platform.isFxApplicationThread(); }
}
