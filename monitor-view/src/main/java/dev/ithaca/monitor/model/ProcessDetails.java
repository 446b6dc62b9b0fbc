package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ProcessSnapshot;

/** One process as the detail pane shows it. */
public record ProcessDetails(ProcessSnapshot snapshot, ValueTree variables, ValueTree mailbox) {
    /** @param previous what was shown of the same process before, or null */
    public static ProcessDetails of(ProcessSnapshot snapshot, TreeState variables, TreeState mailbox,
                                    ProcessDetails previous, long nowNanos) {
        return new ProcessDetails(snapshot,
                ValueTree.ofVariables(snapshot, variables, previous == null ? null : previous.variables, nowNanos),
                ValueTree.ofMailbox(snapshot, mailbox, previous == null ? null : previous.mailbox, nowNanos));
    }

    public long pid() { return snapshot.info().pid(); }
}
