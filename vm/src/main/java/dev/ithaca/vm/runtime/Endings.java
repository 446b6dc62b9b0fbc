package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Unit;
import java.util.List;

/** Ends processes: takes them out of every structure, tells who wants to know, and keeps what a post-mortem needs. */
final class Endings {
    /** What is kept of the stack and of the mailbox of a dead process. */
    private static final int KEPT_FRAMES = 500;
    private static final int KEPT_MESSAGES = 500;

    private final Machine machine;

    Endings(Machine machine) { this.machine = machine; }

    /** Its function has returned. */
    void completed(Process p, Object result, Worker worker) {
        end(p, ExitReason.NORMAL, worker);
        if (p == machine.main()) machine.mainEnded(new Completion(Completion.Kind.RETURNED, result, null));
    }

    /** An exception left its function. */
    void crashed(Process p, NostosException e, Worker worker) {
        p.ensureExtras().crash = e;
        if (p != machine.main() && !machine.crashStops()) {
            machine.output().flush();
            machine.errors().print(ErrorReport.ofProcess(p.pid, e, machine.decoder()));
        }
        boolean fatal = p == machine.main() || machine.crashStops();
        String report = fatal ? ErrorReport.ofMain(e, machine.decoder()) : null;
        end(p, ExitReason.error(ErrorReport.headline(e)), worker);
        if (fatal) machine.mainEnded(new Completion(Completion.Kind.CRASHED, null, report));
    }

    /** It ended itself, or was asked to by a signal; its cleanup code has run. */
    void exited(Process p, NostosException e, Worker worker) {
        ExitReason reason = e.exitReason();
        boolean failed = reason.kind() == ExitReason.Kind.ERROR || reason.kind() == ExitReason.Kind.KILLED;
        if (failed) p.ensureExtras().crash = e;
        String report = failed && p == machine.main() ? ErrorReport.ofMain(e, machine.decoder()) : null;
        end(p, reason, worker);
        if (p != machine.main()) return;
        machine.mainEnded(failed ? new Completion(Completion.Kind.CRASHED, null, report)
                : new Completion(Completion.Kind.RETURNED, Unit.UNIT, null));
    }

    /** Somebody ended it from outside; its stack is in frames. */
    void killed(Process p, ExitReason reason, Worker worker) {
        end(p, reason, worker);
        if (p != machine.main()) return;
        if (reason.kind() == ExitReason.Kind.ERROR) {
            String report = p.extras == null ? null : p.extras.outOfMemory;
            machine.mainEnded(new Completion(Completion.Kind.CRASHED, null, report == null ? "Runtime error: " + reason.text() : report));
        } else {
            machine.mainEnded(new Completion(Completion.Kind.STOPPED, null, null));
        }
    }

    /** May be called again for a process when memory ran out on the way. */
    private void end(Process p, ExitReason reason, Worker worker) {
        if (p.state == ProcessState.DEAD) return;
        p.since = machine.millis();
        if (p.exit == null && machine.probes().active()) machine.probes().ending(p, reason);
        if (p.waitingFor != null) p.waitingFor.cancel();
        ProcessExtras extras = p.extras;
        if (reason == ExitReason.OUT_OF_MEMORY || extras != null && extras.crash != null && extras.crash.isOutOfMemory()) p.drop();
        if (p.exit == null) {
            p.exit = reason;
            boolean failed = reason.kind() == ExitReason.Kind.ERROR;
            machine.events().publish(failed ? Events.Kind.CRASHED : Events.Kind.EXITED, p.pid, p.parent, reason.text());
        }
        machine.names().ended(p);
        machine.mvars().releaseAll(p);
        machine.timers().remove(p);
        closeResources(p);
        p.release();
        UndoableKill kill = extras == null ? null : extras.kill();
        if (kill == null || !kill.holds(p)) shrink(p);
        // Whoever hears of its end, and whoever looks for it, finds it: among the dead before it leaves the living.
        machine.graveyard().add(p);
        machine.signals().ended(p);
        if (machine.registry().remove(p)) {
            Process parent = machine.find(p.parent);
            if (parent != null) parent.addChildren(-1);
            worker.exited++;
        }
        machine.probes().ended(p);
        if (machine.timings().active()) machine.timings().ended(p);
        p.state = ProcessState.DEAD;
        extras = p.extras;
        if (extras != null) extras.runVisits(p);
    }

    /** Of a dead process only so much is kept. */
    static void shrink(Process p) {
        truncate(p.top);
        ProcessExtras extras = p.extras;
        if (extras != null && extras.crash != null) truncate(extras.crash.heapFrames());
        p.mailbox.truncate(KEPT_MESSAGES);
    }

    private static void truncate(Frame frames) {
        Frame f = frames;
        for (int i = 1; f != null && i < KEPT_FRAMES; i++) f = f.next;
        if (f != null) f.next = null;
    }

    /** Closes what a process that has its exit reason still owns; in the background, since closing may block. */
    static void closeResources(Process p) {
        ProcessExtras extras = p.extras;
        List<AutoCloseable> resources = extras == null ? List.of() : extras.takeResources();
        if (resources.isEmpty()) return;
        Thread.ofVirtual().start(() -> {
            for (AutoCloseable resource : resources) {
                try {
                    resource.close();
                } catch (Exception e) {
                    // The process that could be told is dead, and a failed close leaves nothing to do.
                    continue;
                }
            }
        });
    }
}
