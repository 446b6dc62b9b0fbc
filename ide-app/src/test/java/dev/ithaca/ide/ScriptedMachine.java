package dev.ithaca.ide;

import dev.ithaca.vm.Outcome;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.VmStatistics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A machine whose program is the test: it prints, reads and ends when told to. */
final class ScriptedMachine implements VirtualMachine, Inspector {
    final VmOptions options;
    final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    volatile List<ProcessInfo> processes = List.of();
    volatile String deadlock;
    volatile boolean closed;

    ScriptedMachine(VmOptions options) { this.options = options; }

    @Override public Inspector inspector() { return this; }

    @Override public CompletableFuture<Outcome> outcome() { return outcome; }

    @Override public void stop() { outcome.complete(new Outcome(Outcome.Kind.STOPPED, null, null)); }

    @Override public void close() {
        stop();
        closed = true;
    }

    @Override public List<ProcessInfo> processes() { return processes; }

    @Override public Optional<ProcessInfo> info(long pid) { return processes.stream().filter(process -> process.pid() == pid).findFirst(); }

    @Override public CompletableFuture<Optional<ProcessSnapshot>> snapshot(long pid, int maxFrames, int maxMessages) {
        return CompletableFuture.completedFuture(info(pid).map(info -> new ProcessSnapshot(info, List.of(), 0, List.of(), List.of(), List.of(), List.of())));
    }

    @Override public List<Long> children(long pid) { return List.of(); }

    @Override public boolean kill(long pid) { return false; }

    @Override public boolean suspend(long pid) { return false; }

    @Override public boolean resume(long pid) { return false; }

    @Override public Optional<String> deadlock() { return Optional.ofNullable(deadlock); }

    @Override public VmStatistics statistics() {
        return new VmStatistics(processes.size(), processes.size(), 0, 1_000, 0, 0, 1, 1 << 20, 1 << 30, 100, 0, 0, 0);
    }
}
