package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Copies;
import dev.ithaca.vm.runtime.value.Unit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * The module variables of a program: values shared by all processes, each with a re-entrant lock that suspends a process
 * and no thread. Values are copied on the way in and out where they are mutable.
 */
public final class Mvars {
    /** One variable; its monitor guards owner, depth and waiters. */
    private static final class Mvar {
        final String name;
        final String refusal;
        volatile Object value = Unit.UNIT;
        Process owner;
        int depth;
        Queue<LockRequest> waiters;

        Mvar(String name) {
            this.name = name;
            refusal = "Cannot convert value for mvar: " + name;
        }
    }

    /** A process waiting for a lock, to hold it or only to store a value. */
    private final class LockRequest implements Wait {
        final Process process;
        final Mvar mvar;
        /** Null to lock. */
        final Object store;
        volatile boolean granted;

        LockRequest(Process process, Mvar mvar, Object store) {
            this.process = process;
            this.mvar = mvar;
            this.store = store;
        }

        @Override public boolean isOver() { return granted; }

        @Override public void deliver(Process p) { p.returnRef(Unit.UNIT); }

        @Override public void cancel() {
            synchronized (mvar) {
                if (!granted) mvar.waiters.remove(this);
                else if (store == null && mvar.owner == process) passOn(mvar, null);
            }
        }
    }

    private final Machine machine;
    private final Mvar[] mvars;

    Mvars(Machine machine, List<String> names) {
        this.machine = machine;
        mvars = names.stream().map(Mvar::new).toArray(Mvar[]::new);
    }

    public int count() { return mvars.length; }

    /** The value itself, for observers: it is not to be changed. */
    public Object peek(int index) { return mvars[index].value; }

    /** Stores a value, whoever holds the lock; for machines that stand still. */
    public void put(int index, Object value) { mvars[index].value = value; }

    Object get(int index) {
        Mvar m = mvars[index];
        return Copies.forSend(m.value, m.refusal);
    }

    void set(Process p, int index, Object value) {
        Mvar m = mvars[index];
        Object stored = Copies.forSend(value, m.refusal);
        synchronized (m) {
            if (m.owner == null || m.owner == p) {
                m.value = stored;
                return;
            }
        }
        block(p, m, stored);
    }

    void lock(Process p, int index) {
        Mvar m = mvars[index];
        synchronized (m) {
            if (m.owner == null || m.owner == p) {
                m.owner = p;
                m.depth++;
                return;
            }
        }
        block(p, m, null);
    }

    /** The variable whose lock a process waits for; null if it waits for none. */
    String waitedFor(Process p) {
        return p.waitingFor instanceof LockRequest r ? r.mvar.name : null;
    }

    void unlock(Process p, int index) {
        Mvar m = mvars[index];
        synchronized (m) {
            if (m.owner != p || --m.depth > 0) return;
            passOn(m, p.worker);
        }
    }

    /** A process ends: its locks go to those who wait. */
    void releaseAll(Process p) {
        for (Mvar m : mvars) {
            synchronized (m) {
                if (m.owner == p) passOn(m, p.worker);
            }
        }
    }

    /** Pid of the owner of what the process waits for, 0 if it waits for no lock. */
    long holderAwaitedBy(Process p) {
        Process owner = p.waitingFor instanceof LockRequest request && !request.granted ? request.mvar.owner : null;
        return owner == null ? 0 : owner.pid;
    }

    /** Names of the variables a process has locked; a guess if it is running. */
    List<String> lockedBy(Process p) {
        return Arrays.stream(mvars).filter(m -> m.owner == p).map(m -> m.name).toList();
    }

    // All who begin to wait hold this lock, so that the last one of a cycle sees the others.
    private synchronized void block(Process p, Mvar m, Object store) {
        synchronized (m) {
            if (m.owner == null) {
                if (store != null) {
                    m.value = store;
                } else {
                    m.owner = p;
                    m.depth = 1;
                }
                return;
            }
            refuseDeadlock(p, m);
            LockRequest request = new LockRequest(p, m, store);
            if (m.waiters == null) m.waiters = new ArrayDeque<>();
            m.waiters.add(request);
            p.waitingFor = request;
            p.suspend(ProcessState.LOCK_WAIT);
        }
    }

    private void refuseDeadlock(Process p, Mvar wanted) {
        Process owner = wanted.owner;
        for (int i = 0; i < mvars.length && owner != null; i++) {
            if (owner == p) {
                throw NostosException.panic("deadlock: waiting for mvar `" + wanted.name + "` would never end");
            }
            owner = owner.waitingFor instanceof LockRequest r && !r.granted ? r.mvar.owner : null;
        }
        if (owner == p) throw NostosException.panic("deadlock: waiting for mvar `" + wanted.name + "` would never end");
    }

    private void passOn(Mvar m, Worker worker) {
        m.owner = null;
        m.depth = 0;
        while (m.owner == null && m.waiters != null && !m.waiters.isEmpty()) {
            LockRequest next = m.waiters.remove();
            if (next.store != null) {
                m.value = next.store;
            } else {
                m.owner = next.process;
                m.depth = 1;
            }
            next.granted = true;
            machine.scheduler().wake(next.process, ProcessState.LOCK_WAIT, worker);
        }
    }
}
