package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs processes on one worker: resumes frame after frame, hands results and exceptions from one to the next, and decides
 * at every point where the JVM stack is empty whether the process goes on, waits, gives way or ends.
 */
final class Driver {
    private static final long RETRY_NANOS = 50_000_000;
    private static final int RETRIES = 1_000;

    private final Machine machine;
    private final Worker worker;

    Driver(Machine machine, Worker worker) {
        this.machine = machine;
        this.worker = worker;
    }

    /** Runs a process taken from a queue until it waits, gives way or has ended. */
    void dispatch(Process p) {
        while (!p.cas(ProcessState.RUNNABLE, ProcessState.RUNNING)) {
            // An inspector has it; it puts the process back into a queue.
            int claimed = ProcessState.RUNNABLE | ProcessState.CLAIMED;
            if (p.cas(claimed, claimed | ProcessState.DEQUEUED)) return;
        }
        p.worker = worker;
        p.dispatched(worker);
        Timing timing = p.timing();
        if (timing != null) timing.started();
        p.grantSlice();
        worker.meter.begin(p);
        for (;;) {
            if (machine.stopping()) {
                p.state = ProcessState.RUNNABLE;
                ProcessExtras extras = p.extras;
                if (extras != null) extras.runVisits(p);
                return;
            }
            if (machine.paused()) {
                giveWay(p);
                return;
            }
            if (p.requests != 0 && !serve(p)) return;
            if (p.reason != ProcessState.RUNNABLE && !endWait(p)) {
                if (park(p, p.reason)) return;
                continue;
            }
            if ((p.requests & Requests.STEP) != 0 && p.ensureExtras().goals.stop(p)) continue;
            if (p.sliceIsOver()) {
                if (worker.hasOthers()) {
                    giveWay(p);
                    return;
                }
                p.grantSlice();
                worker.updateClock();
                noteRun(p);
                worker.meter.goOn(p);
            }
            if (!execute(p)) return;
            if (p.limited) keepLimit(p);
        }
    }

    /** Ends a process that the machine itself failed to serve: for lack of memory, or by a defect. */
    void abandon(Process p, Throwable thrown) {
        ExitReason reason = ExitReason.OUT_OF_MEMORY;
        if (!(thrown instanceof OutOfMemoryError)) reason = ExitReason.error("internal error: " + thrown);
        for (int i = 0; i < RETRIES; i++) {
            try {
                p.drop();
                machine.endings().killed(p, reason, worker);
                return;
            } catch (Throwable e) {
                // Nothing but patience helps: the memory guard ends those who hold the memory.
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
        machine.mainEnded(new Completion(Completion.Kind.CRASHED, null, "Runtime error: " + reason.text()));
    }

    private void keepLimit(Process p) {
        worker.meter.charge(p);
        NostosException e = machine.heapLimits().check(p);
        if (e == null) return;
        machine.errors().println("Process <pid " + p.pid + "> ended: " + e.exitReason().text());
        interrupt(p, e);
    }

    /** Runs compiled code until the stack is unwound. @return false if the process has ended or given way */
    private boolean execute(Process p) {
        for (;;) {
            Frame resumed = null;
            try {
                if (p.isFresh()) {
                    Closure start = p.takeStart();
                    Object result = start.call(p);
                    if (!p.unwinding) p.returnRef(result);
                } else if (p.top == null) {
                    end(p);
                    return false;
                } else if (p.pending != null && !p.top.code.catches(p.top.site)) {
                    p.pop();
                } else {
                    Frame f = p.pop();
                    // Kept for what may go wrong now: the values of a call that ends by an exception are lost with the JVM stack.
                    if (machine.history() != null) resumed = f;
                    f.code.resume(p, f);
                }
            } catch (Throwable thrown) {
                p.raise(p.caught(thrown), resumed);
            }
            NostosException uncaught = p.takeInFlight();
            if (uncaught != null) p.raise(uncaught, resumed);
            if (p.unwinding) {
                p.finishUnwinding();
                p.charge();
                if (p.reason == ProcessState.RUNNABLE) p.endSlice();
                return true;
            }
            // Returning through a long chain of frames costs reductions too, else nobody could interrupt it.
            if (--p.budget < 0) {
                p.charge();
                return true;
            }
        }
    }


    private static void noteRun(Process p) {
        Timing timing = p.timing();
        if (timing != null) timing.ran();
    }

    private void end(Process p) {
        noteRun(p);
        p.charge();
        worker.meter.charge(p);
        NostosException e = p.pending;
        if (e == null) machine.endings().completed(p, p.takeRef(), worker);
        else if (e.exitReason() != null) machine.endings().exited(p, e, worker);
        else machine.endings().crashed(p, e, worker);
    }

    /** @return false if the process has ended or stands still now */
    private boolean serve(Process p) {
        int requests = p.requests;
        if ((requests & Requests.KILL) != 0) {
            ProcessExtras extras = p.extras;
            boolean dropped = extras != null && extras.outOfMemory != null;
            UndoableKill kill = extras == null || dropped ? null : extras.kill();
            if (kill != null) kill.save(p);
            machine.endings().killed(p, dropped ? ExitReason.OUT_OF_MEMORY : ExitReason.KILLED, worker);
            return false;
        }
        if ((requests & Requests.EXIT) != 0) {
            p.clearRequest(Requests.EXIT);
            ExitSignal signal = p.ensureExtras().takeExitSignal();
            if (signal != null) {
                if (signal.cause() != null) signal.cause().save(p);
                interrupt(p, NostosException.exit(signal.reason()));
            }
        }
        if ((requests & Requests.INSPECT) != 0) {
            p.clearRequest(Requests.INSPECT);
            p.ensureExtras().runVisits(p);
        }
        if ((requests & Requests.SUSPEND) != 0) return !park(p, ProcessState.SUSPENDED);
        return true;
    }

    /** Ends what the process waits for and has the exception thrown where it waits. */
    private void interrupt(Process p, NostosException e) {
        p.wakeAt = Long.MAX_VALUE;
        if (p.waitingFor != null) {
            p.waitingFor.cancel();
            p.waitingFor = null;
        }
        p.reason = ProcessState.RUNNABLE;
        // One that never ran has no frame to throw it in and nothing to clean up.
        if (p.isFresh()) p.takeStart();
        p.raise(e);
    }

    /** Whether what the process waited for is there; its result is then delivered. */
    private boolean endWait(Process p) {
        switch (p.reason) {
            case ProcessState.WAITING -> {
                if (p.mailbox.hasNew()) p.returnInt(1, ResultKind.BOOL);
                else if (p.deadlineHasPassed()) p.returnInt(0, ResultKind.BOOL);
                else return false;
                p.wakeAt = Long.MAX_VALUE;
            }
            case ProcessState.SLEEPING -> {
                if (!p.deadlineHasPassed()) return false;
                p.wakeAt = Long.MAX_VALUE;
            }
            default -> {
                if (!p.waitingFor.isOver()) return false;
                Wait over = p.waitingFor;
                p.waitingFor = null;
                over.deliver(p);
            }
        }
        p.reason = ProcessState.RUNNABLE;
        return true;
    }

    /** @return false if there is a reason to go on at once; if true the process may already run elsewhere */
    private boolean park(Process p, int state) {
        p.charge();
        worker.meter.charge(p);
        if (p.wakeAt != Long.MAX_VALUE) machine.timers().schedule(p);
        Wait wait = p.waitingFor;
        noteRun(p);
        p.since = worker.clock();
        p.state = (byte) state;
        return !(p.hasReasonToRun(state, wait) && p.cas(state, ProcessState.RUNNING));
    }

    private void giveWay(Process p) {
        noteRun(p);
        worker.updateClock();
        worker.meter.charge(p);
        p.state = ProcessState.RUNNABLE;
        machine.scheduler().enqueue(p, worker);
    }
}
