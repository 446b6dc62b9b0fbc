package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.FlowEvent;

/**
 * One line of the message picture: an arrow, or a mark on a life line.
 *
 * @param from life line it comes from; -1 for the machine
 * @param to life line it goes to; that of {@code from} for the end of a process
 * @param text in short: the message, what was started, why it ended
 * @param when seconds since the machine started
 * @param line all of it as text
 */
public record FlowRow(FlowEvent event, int from, int to, String text, String when, String line) {
    /** The same thing, perhaps in another state or place. */
    public boolean isSameAs(FlowRow other) {
        return event.sequence() == other.event.sequence() && event.to() == other.event.to()
                && isEnd() == other.isEnd();
    }

    public boolean isEnd() { return event.kind() == FlowEvent.Kind.EXITED || event.kind() == FlowEvent.Kind.CRASHED; }
}
