package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Ref;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Links and monitors between processes. One lock guards them all: they change rarely. A process that ends publishes its
 * exit reason first and then looks at its links; whoever adds a link makes the place for it first and then looks at the
 * exit reason, so none is missed.
 */
public final class Signals {
    private final Machine machine;
    private final AtomicLong references = new AtomicLong();

    Signals(Machine machine) { this.machine = machine; }

    /** A reference that was never given before. */
    public Ref makeRef() { return new Ref(references.incrementAndGet()); }

    Object spawnLinked(Process parent, Object closure) {
        Process child = machine.prepare(parent, closure);
        connect(parent, child);
        machine.launch(child, parent.worker);
        return new Pid(child.pid);
    }

    Object spawnMonitored(Process parent, Object closure) {
        Process child = machine.prepare(parent, closure);
        Ref ref = makeRef();
        observe(parent, child, ref);
        machine.launch(child, parent.worker);
        return new Tuple(new Pid(child.pid), ref);
    }

    /** Links the caller with a process; for a dead one the caller gets its exit signal at once. */
    public void link(Process p, Pid other) {
        p.returnRef(Unit.UNIT);
        if (other.id() == p.pid) return;
        Process target = machine.find(other.id());
        if (target != null && connect(p, target)) return;
        deliverExit(p, other.id(), ExitReason.NO_PROCESS, null);
        // A signal takes effect here, not a slice later.
        if (p.requests != 0) p.suspend(ProcessState.RUNNABLE);
    }

    /**
     * Asks a process to end, as the end of a linked one would, but with the reason as it is. One that traps exits gets the
     * message; {@code Normal} ends nobody.
     */
    public void exit(Process p, Pid other, ExitReason reason) {
        p.returnRef(Unit.UNIT);
        Process target = machine.find(other.id());
        if (target == null) return;
        signal(target, p.pid, reason, new ExitSignal(reason, null));
        if (p.requests != 0) p.suspend(ProcessState.RUNNABLE);
    }

    public synchronized void unlink(Process p, Pid other) {
        if (p.extras == null || !p.extras.links.remove(other.id())) return;
        machine.events().publish(Events.Kind.UNLINKED, p.pid, other.id(), null);
        Process target = machine.find(other.id());
        if (target != null && target.extras != null) target.extras.links.remove(p.pid);
    }

    /** Has a message sent to the caller when the process ends, or at once if it has. */
    public Ref monitor(Process p, Pid other) {
        Ref ref = makeRef();
        Process target = machine.find(other.id());
        if (target == null || !observe(p, target, ref)) {
            machine.deliver(p, other.id(), machine.messages().down(ref, other, ExitReason.NO_PROCESS));
        }
        return ref;
    }

    /** Ends a monitor of the caller, and takes back its message if that was not received yet. */
    public void demonitor(Process p, Ref ref) {
        synchronized (this) {
            Long pid = p.extras == null ? null : p.extras.monitoring.remove(ref.id());
            Process target = pid == null ? null : machine.find(pid);
            if (target != null && target.extras != null) target.extras.monitoredBy.remove(ref.id());
        }
        p.mailbox.removeIf(message -> machine.messages().isDown(message, ref));
    }

    /** Whether exit signals reach the caller as messages. */
    public synchronized void trapExits(Process p, boolean trap) { p.ensureExtras().trapsExits = trap; }

    /**
     * The process has ended; its exit reason is published. Whoever is told is told under the lock: after an unlink or
     * demonitor nothing is on its way any more. Memory may run out on the way; this is then called again, so each is told
     * before it is forgotten.
     */
    void ended(Process p) {
        ProcessExtras extras = p.extras;
        if (extras == null) return;
        UndoableKill cause = extras.kill() != null && extras.kill().holds(p) ? extras.kill() : null;
        synchronized (this) {
            for (long other : extras.links) {
                extras.addFormerLink(other);
                Process target = machine.find(other);
                if (target == null || target.extras == null || !target.extras.links.contains(p.pid)) continue;
                deliverExit(target, p.pid, p.exit, cause);
                target.extras.links.remove(p.pid);
                target.extras.addFormerLink(p.pid);
            }
            extras.monitoring.forEach((ref, observed) -> {
                Process target = machine.find(observed);
                if (target != null && target.extras != null) target.extras.monitoredBy.remove(ref);
            });
            extras.monitoredBy.forEach((ref, watcher) -> {
                Process target = machine.find(watcher);
                if (target == null || !target.extras.monitoring.containsKey(ref)) return;
                machine.deliver(target, p.pid, machine.messages().down(new Ref(ref), new Pid(p.pid), p.exit));
                target.extras.monitoring.remove(ref);
            });
            extras.links.clear();
            extras.monitoring.clear();
            extras.monitoredBy.clear();
        }
    }

    /**
     * Of a process that is ended by a kill, which its extras know.
     *
     * @param start see {@link SavedLife}
     */
    synchronized SavedLife saved(Process p, Execution.Standing execution, Object start) {
        ProcessExtras extras = p.extras;
        boolean suspended = (p.requests & Requests.SUSPEND) != 0;
        return new SavedLife(p, execution, start, p.wakeAt, p.limited, suspended, extras.trapsExits, extras.name, List.copyOf(extras.links),
                Map.copyOf(extras.monitoring), Map.copyOf(extras.monitoredBy), obstacle(p));
    }

    /** Why a process could not go on after its end; null if it could. */
    private String obstacle(Process p) {
        if (p == machine.main()) return "the program ended with it";
        if (p.waitingFor instanceof IoOperation io && !io.isOver()) return "it was in the middle of reading or writing";
        String variable = machine.mvars().waitedFor(p);
        if (variable != null) return "it waited for module variable " + variable;
        List<String> locked = machine.mvars().lockedBy(p);
        if (!locked.isEmpty()) return "it had locked module variable " + locked.getFirst();
        return p.extras.ownsResources() ? "what it had opened was closed" : null;
    }

    /** Links two again, unless one has ended. */
    synchronized boolean reconnect(Process p, Process other) { return p.exit == null && connect(p, other); }

    /** Takes up a monitor again, unless one has ended. */
    synchronized boolean reobserve(Process watcher, Process observed, Ref ref) { return watcher.exit == null && observe(watcher, observed, ref); }

    /** Of a dead process those it had, also with others that ended before it: the end of one may have been its own. */
    synchronized List<Long> links(Process p) {
        if (p.extras == null) return List.of();
        return List.copyOf(p.exit == null ? p.extras.links : p.extras.formerLinks);
    }

    /** Processes that would end with these: what links lead to, except through those that receive exits as messages. */
    synchronized List<Long> takesAlong(Collection<Long> pids) {
        Set<Long> reached = new HashSet<>(pids);
        Deque<Long> next = new ArrayDeque<>(pids);
        List<Long> along = new ArrayList<>();
        while (!next.isEmpty()) {
            Process p = machine.find(next.pop());
            if (p == null || p.extras == null) continue;
            for (long other : p.extras.links) {
                Process target = machine.find(other);
                boolean stays = target == null || target.exit != null || target.extras != null && target.extras.trapsExits;
                if (stays || !reached.add(other)) continue;
                along.add(other);
                next.push(other);
            }
        }
        along.sort(null);
        return along;
    }

    synchronized List<Long> reactingTo(Collection<Long> pids) {
        Set<Long> found = new TreeSet<>();
        for (long pid : pids) {
            Process p = machine.find(pid);
            if (p == null || p.extras == null) continue;
            for (long other : p.extras.links) {
                Process target = machine.find(other);
                if (target != null && target.exit == null && target.extras != null && target.extras.trapsExits) found.add(other);
            }
        }
        found.removeAll(Set.copyOf(pids));
        return List.copyOf(found);
    }

    /** Like {@link #exit} by nobody. */
    void exitFromOutside(Process target, ExitReason reason) { signal(target, 0, reason, new ExitSignal(reason, null)); }

    /** Those that will be told of its end. */
    synchronized List<Long> monitoredBy(Process p) {
        return p.extras == null ? List.of() : p.extras.monitoredBy.values().stream().distinct().toList();
    }

    synchronized boolean trapsExits(Process p) { return p.extras != null && p.extras.trapsExits; }

    /** Pids the process observes. */
    synchronized List<Long> monitors(Process p) {
        return p.extras == null ? List.of() : p.extras.monitoring.values().stream().distinct().sorted().toList();
    }

    /** @return false if the target has ended */
    private synchronized boolean connect(Process p, Process target) {
        ProcessExtras extras = target.ensureExtras();
        if (target.exit != null) return false;
        extras.links.add(p.pid);
        p.ensureExtras().links.add(target.pid);
        machine.events().publish(Events.Kind.LINKED, p.pid, target.pid, null);
        return true;
    }

    private synchronized boolean observe(Process p, Process target, Ref ref) {
        ProcessExtras extras = target.ensureExtras();
        if (target.exit != null) return false;
        extras.monitoredBy.put(ref.id(), p.pid);
        p.ensureExtras().monitoring.put(ref.id(), target.pid);
        return true;
    }

    /** Ends a process, trapping or not, with its cleanup code. */
    void end(Process target, ExitReason reason) { end(target, new ExitSignal(reason, null)); }

    private void end(Process target, ExitSignal signal) {
        target.ensureExtras().signalExit(signal);
        target.request(Requests.EXIT);
        machine.scheduler().wakeParked(target);
    }

    private void deliverExit(Process target, long from, ExitReason reason, UndoableKill cause) {
        signal(target, from, reason, new ExitSignal(ExitReason.error("linked process <pid " + from + "> ended: " + reason.text()), cause));
    }

    /** @param ending what the target ends by, unless it traps exits */
    private void signal(Process target, long from, ExitReason reason, ExitSignal ending) {
        boolean traps;
        synchronized (this) {
            traps = target.extras != null && target.extras.trapsExits;
        }
        if (traps) {
            machine.deliver(target, from, machine.messages().exit(new Pid(from), reason));
        } else if (reason.kind() != ExitReason.Kind.NORMAL) {
            end(target, ending);
        }
    }
}
