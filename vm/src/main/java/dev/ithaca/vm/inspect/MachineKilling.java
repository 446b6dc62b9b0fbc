package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.Observer;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.UndoableKill;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A kill in one machine. */
final class MachineKilling implements Killing {
    private final Observer observer;
    private final UndoableKill kill;
    private final Set<Long> refused;
    private final Executor background;

    private MachineKilling(Observer observer, UndoableKill kill, Set<Long> refused, Executor background) {
        this.observer = observer;
        this.kill = kill;
        this.refused = refused;
        this.background = background;
    }

    /** @param background where it is taken back, which may take a moment */
    static MachineKilling of(Observer observer, Set<Long> pids, Executor background) {
        List<Process> victims = new ArrayList<>();
        Set<Long> refused = new TreeSet<>();
        for (long pid : pids) {
            Process p = observer.find(pid);
            if (p == null) refused.add(pid);
            else victims.add(p);
        }
        UndoableKill kill = observer.killUndoably(victims);
        refused.addAll(kill.refused());
        CompletableFuture.delayedExecutor(WINDOW.toMillis(), TimeUnit.MILLISECONDS, background).execute(kill::forget);
        return new MachineKilling(observer, kill, Set.copyOf(refused), background);
    }

    @Override public Set<Long> refused() { return refused; }

    @Override public boolean canBeUndone() { return kill.isOpen() && !observer.isStopped(); }

    @Override public CompletableFuture<Undone> undo() {
        return CompletableFuture.supplyAsync(kill::undo, background).thenApply(o -> new Undone(o.back(), o.lost(), o.told()));
    }
}
