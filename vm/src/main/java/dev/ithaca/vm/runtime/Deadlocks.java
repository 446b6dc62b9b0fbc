package dev.ithaca.vm.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds out that a program has come to a stand: every process waits for a message or a module variable, and neither a
 * timer nor an IO operation is left that could wake one.
 */
final class Deadlocks {
    private static final int NAMED = 20;

    private final Machine machine;

    Deadlocks(Machine machine) { this.machine = machine; }

    /** Called by the worker that was the last to run out of work; ends the program if it never will have any again. */
    void check() {
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
        machine.mainEnded(new Completion(Completion.Kind.CRASHED, null, report(named, waiting[0])));
    }

    private static boolean canRun(Process p) {
        int state = p.state;
        if (state != ProcessState.WAITING && state != ProcessState.LOCK_WAIT) return true;
        Wait wait = p.waitingFor;
        return state == ProcessState.LOCK_WAIT && wait == null || p.hasReasonToRun(state, wait);
    }

    private String report(List<Process> named, int count) {
        var text = new StringBuilder("Runtime error: Deadlock: ").append(count == 1 ? "the only process waits" : "all " + count + " processes wait")
                .append(" and nothing can wake ").append(count == 1 ? "it" : "one").append("\n\nWaiting:\n");
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
