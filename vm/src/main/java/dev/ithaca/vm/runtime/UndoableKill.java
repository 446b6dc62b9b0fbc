package dev.ithaca.vm.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A kill from outside that can be taken back for a while. Until then all that ends by it, the processes that links take along
 * included, is kept as it stood.
 *
 * <p>Nothing is brought back to life in place: a process that has ended stays ended, so that nobody who still holds it can disturb
 * it. Another one with its pid goes on from its frames, which do not change once they are made, and from its messages.
 */
public final class UndoableKill {
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final long LOOK_NANOS = 1_000_000;

    /**
     * @param back pids of the processes that go on
     * @param lost why others do not, by pid
     * @param told processes that had heard of an end before it was taken back: links and monitors of theirs are not restored
     */
    public record Outcome(List<Long> back, Map<Long, String> lost, Set<Long> told) {
        static final Outcome TOO_LATE = new Outcome(List.of(), Map.of(), Set.of());
    }

    private final Machine machine;
    private volatile List<Process> victims = List.of();
    private final Set<Long> refused = new TreeSet<>();
    /** Other kills that had told the same processes to end. */
    private final Map<Process, UndoableKill> earlier = new ConcurrentHashMap<>();
    private final Map<Long, SavedLife> lives = new ConcurrentSkipListMap<>();
    private volatile boolean over;
    /** Processes that had not yet heeded that they were to end along. */
    private final Set<Long> spared = new HashSet<>();

    UndoableKill(Machine machine) { this.machine = machine; }

    /** Once. */
    void end(Collection<Process> processes) {
        List<Process> living = new ArrayList<>();
        for (Process p : processes) {
            if (machine.observer().isAlive(p)) living.add(p);
            else refused.add(p.pid);
        }
        victims = living;
        for (Process p : living) {
            UndoableKill before = p.ensureExtras().endBy(this);
            if (before != null) earlier.put(p, before);
            machine.observer().kill(p);
        }
    }

    /** Pids of those that had ended before. */
    public Set<Long> refused() { return Set.copyOf(refused); }

    /** By the worker of a process that is about to end. One that is killed while it cleans up goes on from before that. */
    synchronized void save(Process p) {
        if (over || holds(p)) return;
        UndoableKill before = earlier.remove(p);
        SavedLife known = before == null ? null : before.lives.get(p.pid);
        lives.put(p.pid, known != null && known.process() == p ? known : p.saved());
    }

    boolean holds(Process p) {
        SavedLife life = lives.get(p.pid);
        return life != null && life.process() == p;
    }

    /** Whether it can still be taken back. */
    public boolean isOpen() { return !over; }

    /** It is not taken back any more: what was kept for that is let go. */
    public void forget() {
        List<SavedLife> kept = close();
        synchronized (machine.undoables().reviving()) {
            kept.forEach(this::letGo);
        }
    }

    /**
     * Lets those that ended go on, with the links and monitors of which nobody has been told yet that they are gone; waits up to
     * some seconds for processes that are just ending. What was sent to them meanwhile is lost, as is what their cleanup code did.
     * To be called once.
     */
    public Outcome undo() {
        if (machine.stopping() || !isOpen()) return Outcome.TOO_LATE;
        settle();
        List<SavedLife> kept = close();
        synchronized (machine.undoables().reviving()) {
            return revive(kept);
        }
    }

    private Outcome revive(List<SavedLife> kept) {
        List<SavedLife> able = new ArrayList<>();
        Map<Long, String> lost = new LinkedHashMap<>();
        for (SavedLife life : kept) {
            String obstacle = obstacle(life);
            if (obstacle == null) {
                able.add(life);
            } else {
                lost.put(life.pid(), obstacle);
                letGo(life);
            }
        }
        return new Revival(machine, able, spared).run(lost);
    }

    private String obstacle(SavedLife life) {
        if (machine.find(life.pid()) != null && machine.find(life.pid()) != life.process()) return "it goes on already";
        return life.process().state == ProcessState.DEAD ? life.obstacle() : "it is still busy ending";
    }

    private synchronized List<SavedLife> close() {
        machine.undoables().remove(this);
        over = true;
        victims = List.of();
        earlier.clear();
        List<SavedLife> kept = List.copyOf(lives.values());
        lives.clear();
        return kept;
    }

    private List<SavedLife> lives() { return List.copyOf(lives.values()); }

    /** Unless another kill that ended it too was taken back: what it left is then in use. */
    private void letGo(SavedLife life) {
        Process p = life.process();
        if (p.state == ProcessState.DEAD && machine.graveyard().find(p.pid) == p) Endings.shrink(p);
    }

    /** Waits until all that are to end by it have ended, and calls off what has not begun. */
    private void settle() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isSettled() && System.nanoTime() < end && !machine.stopping()) LockSupport.parkNanos(this, LOOK_NANOS);
    }

    private boolean isSettled() {
        boolean settled = victims.stream().allMatch(p -> p.state == ProcessState.DEAD);
        List<SavedLife> known = lives();
        for (SavedLife life : known) {
            // told before it counts as dead: so look for those it told after that
            settled &= life.process().state == ProcessState.DEAD;
            for (long pid : life.links()) settled &= isSettled(machine.find(pid));
        }
        return settled && lives().size() == known.size();
    }

    private boolean isSettled(Process linked) {
        ProcessExtras extras = linked == null ? null : linked.extras;
        if (extras == null) return true;
        if (extras.cancelExit(this)) spared.add(linked.pid);
        return extras.kill() != this || linked.state == ProcessState.DEAD;
    }
}
