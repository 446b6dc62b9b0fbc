package dev.ithaca.vm.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds out that a program has come to a stand: every process waits for a message or a module variable, and neither a
 * timer nor an IO operation is left that could wake one. That ends the program, or is only told to whoever asked for it:
 * somebody may want to look at the processes, or kill one.
 */
final class Deadlocks {
    private static final int NAMED = 20;

    /** @param dispatches how many there had been then; as long as there are no more it holds */
    private record Found(String report, long dispatches) {}

    private final Machine machine;
    private volatile Found found;

    Deadlocks(Machine machine) { this.machine = machine; }

    /** Called by the worker that was the last to run out of work; finds out whether it ever will have any again. */
    void check() {
        if (machine.host() != null && machine.host().mayCall()) return;
        if (!machine.findsDeadlock() || machine.stopping() || machine.pendingIo() > 0 || machine.timers().any()) return;
        // A worker that found work after all while we look counts it before it runs it.
        long dispatches = machine.scheduler().dispatches();
        List<Process> named = new ArrayList<>();
        int[] waiting = new int[1];
        boolean[] hope = new boolean[1];
        machine.registry().forEach(p -> {
            if (hope[0] || canRun(p)) hope[0] = true;
            else if (++waiting[0] <= NAMED) named.add(p);
        });
        if (hope[0] || waiting[0] == 0 || machine.scheduler().dispatches() != dispatches) return;
        if (machine.onDeadlock() == null) {
            machine.mainEnded(new Completion(Completion.Kind.CRASHED, null, "Runtime error: Deadlock: " + report(named, waiting[0])));
        } else if (current() == null) {
            found = new Found(report(named, waiting[0]), dispatches);
            machine.output().flush();
            machine.onDeadlock().accept(found.report());
        }
    }

    /** What all wait for, as long as it holds; else null. From any thread. */
    String current() {
        Found f = found;
        return f == null || machine.stopping() || f.dispatches() != machine.scheduler().dispatches() ? null : f.report();
    }

    private static boolean canRun(Process p) {
        int state = p.state;
        if (state != ProcessState.WAITING && state != ProcessState.LOCK_WAIT) return true;
        Wait wait = p.waitingFor;
        return state == ProcessState.LOCK_WAIT && wait == null || p.hasReasonToRun(state, wait);
    }

    private String report(List<Process> named, int count) {
        var text = new StringBuilder(count == 1 ? "the only process waits and nothing can wake it"
                : "all " + count + " processes wait and nothing can wake one").append("\n\nWaiting:\n");
        for (Process p : named) {
            String variable = machine.mvars().waitedFor(p);
            CodeLocation at = machine.observer().location(p);
            text.append("  <pid ").append(p.pid).append("> ").append(at == null ? p.initialFunction : at.signature());
            text.append(variable == null ? " for a message" : " for module variable `" + variable + "`");
            if (at != null && at.file() != null) text.append(" (").append(at.file()).append(':').append(at.line()).append(')');
            int unread = p.mailbox.length();
            if (unread > 0) text.append(", ").append(unread).append(unread == 1 ? " message" : " messages").append(" unmatched");
            text.append('\n');
        }
        if (count > named.size()) text.append("  and ").append(count - named.size()).append(" more\n");
        return text.toString();
    }
}
