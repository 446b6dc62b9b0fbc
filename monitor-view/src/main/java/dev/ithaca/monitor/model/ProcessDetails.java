package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStart;

/**
 * One process as the detail pane shows it.
 *
 * @param end all that is known of its end; empty while it is alive
 */
public record ProcessDetails(ProcessSnapshot snapshot, ProcessStart start, ValueTree variables, ValueTree mailbox, ValueTree end) {
    /** What is open of each tree. */
    public record Open(TreeState variables, TreeState mailbox, TreeState end) {
        public static Open initial() { return new Open(TreeState.initial(), TreeState.initial(), TreeState.initial()); }

        public Open withVariables(TreeState next) { return new Open(next, mailbox, end); }

        public Open withMailbox(TreeState next) { return new Open(variables, next, end); }

        public Open withEnd(TreeState next) { return new Open(variables, mailbox, next); }
    }

    /**
     * @param start what it was started with; null while it is alive
     * @param previous what was shown of the same process before, or null
     */
    public static ProcessDetails of(ProcessSnapshot snapshot, ProcessStart start, Open open, ProcessDetails previous, long nowNanos) {
        return new ProcessDetails(snapshot, start,
                ValueTree.ofVariables(snapshot, open.variables(), previous == null ? null : previous.variables, nowNanos),
                ValueTree.ofMailbox(snapshot, open.mailbox(), previous == null ? null : previous.mailbox, nowNanos),
                start == null ? ValueTree.empty() : ValueTree.ofEnd(snapshot, start, open.end(), previous == null ? null : previous.end, nowNanos));
    }

    public long pid() { return snapshot.info().pid(); }

    /** Whether it was built with just this open. */
    public boolean shows(Open open) {
        return variables.state() == open.variables() && mailbox.state() == open.mailbox() && (start == null || end.state() == open.end());
    }
}
