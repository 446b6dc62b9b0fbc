package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Lets processes that were killed together go on. They are there before they run: first all can be found again, then each is tied
 * to others again, at last they are launched.
 */
final class Revival {
    /** A neighbour that comes to no safepoint for so long counts as told. */
    private static final long PATIENCE_MILLIS = 500;

    private final Machine machine;
    private final List<SavedLife> lives;
    private final Set<Long> spared;
    private final Map<Long, Process> back = new LinkedHashMap<>();
    private final Set<Long> told = new TreeSet<>();
    private final List<CompletableFuture<?>> answers = new ArrayList<>();
    private boolean late;

    /** @param spared those whose link with one of these holds, though that ended */
    Revival(Machine machine, List<SavedLife> lives, Set<Long> spared) {
        this.machine = machine;
        this.lives = lives;
        this.spared = spared;
    }

    /** @param lost those of the same kill that cannot go on, and why; is added to */
    UndoableKill.Outcome run(Map<Long, String> lost) {
        for (SavedLife life : lives) appear(life);
        countChildren();
        for (SavedLife life : lives) tie(life);
        awaitAnswers();
        for (Process p : back.values()) {
            machine.events().publish(Events.Kind.SPAWNED, p.pid, p.parent, p.initialFunction);
            machine.launch(p, null);
        }
        lost.keySet().removeAll(back.keySet());
        synchronized (this) {
            return new UndoableKill.Outcome(List.copyOf(back.keySet()), lost, Set.copyOf(told));
        }
    }

    private void appear(SavedLife life) {
        Process dead = life.process();
        Process p = new Process(life);
        if (life.trapsExits()) p.ensureExtras().trapsExits = true;
        back.put(p.pid, p);
        machine.probes().revived(dead, p);
        machine.timings().revived(dead, p);
        machine.registry().revive(p);
        machine.graveyard().remove(dead);
        machine.countRevived();
        if (life.name() != null) machine.names().restore(life.name(), p);
    }

    /** Their children were no longer counted. One that ends just now may be counted for once too often or too seldom. */
    private void countChildren() {
        machine.registry().forEach(child -> {
            Process parent = back.get(child.parent);
            if (parent != null) parent.addChildren(1);
        });
        for (Process p : back.values()) {
            Process parent = machine.find(p.parent);
            if (parent != null && back.get(parent.pid) != parent) parent.addChildren(1);
        }
    }

    private void tie(SavedLife life) {
        Process p = back.get(life.pid());
        Pid pid = new Pid(p.pid);
        Signals signals = machine.signals();
        for (long other : life.links()) {
            Process linked = machine.find(other);
            if (linked == null) continue;
            boolean holds = back.containsKey(other) || spared.contains(other);
            if (holds) signals.reconnect(p, linked);
            takeBack(linked, message -> machine.messages().isExit(message, pid), holds ? null : () -> signals.reconnect(p, linked));
        }
        life.monitoring().forEach((ref, observed) -> {
            Process target = machine.find(observed);
            Ref monitor = new Ref(ref);
            if (target == null || !signals.reobserve(p, target, monitor)) {
                machine.deliver(p, observed, machine.messages().down(monitor, new Pid(observed), ExitReason.NO_PROCESS));
            }
        });
        life.monitoredBy().forEach((ref, watcher) -> {
            Process target = machine.find(watcher);
            Ref monitor = new Ref(ref);
            if (target == null || back.containsKey(watcher) && monitors(watcher, ref)) return;
            takeBack(target, message -> machine.messages().isDown(message, monitor), () -> signals.reobserve(target, p, monitor));
        });
    }

    /** It holds the monitor still: it ended before it could be told. */
    private boolean monitors(long watcher, long ref) {
        return lives.stream().anyMatch(life -> life.pid() == watcher && life.monitoring().containsKey(ref));
    }

    /**
     * Takes the message of an end out of a mailbox as soon as that process stands still.
     *
     * @param found what to do then, while it still stands; null if it does not matter whether the message was there
     */
    private void takeBack(Process receiver, Predicate<Object> message, Runnable found) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        answers.add(answer);
        machine.observer().visit(receiver, q -> {
            synchronized (this) {
                boolean taken = !late && q.exit == null && q.mailbox.retract(message);
                if (taken && found != null) found.run();
                else if (!taken && found != null && q.exit == null) told.add(q.pid);
            }
            answer.complete(null);
        });
    }

    private void awaitAnswers() {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
        synchronized (this) {
            late = true;
        }
    }
}
