package dev.ithaca.vm.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last messages that one process got and sent, while somebody wants to know. Used by all who send, under its lock. */
final class MessageTrace {
    private static final int CAPACITY = 50;

    private record Entry(boolean incoming, long other, Message message, CodeLocation from) {}

    private final Deque<Entry> entries = new ArrayDeque<>(CAPACITY);

    /**
     * @param other who sent an incoming message, who gets an outgoing one; 0 for the machine itself
     * @param from where it was sent; null if unknown
     */
    synchronized void add(boolean incoming, long other, Message message, CodeLocation from) {
        if (entries.size() == CAPACITY) entries.removeFirst();
        entries.addLast(new Entry(incoming, other, message, from));
    }

    /** Oldest first. */
    synchronized List<Capture.TracedMessage> read(int nowMillis) {
        List<Capture.TracedMessage> all = new ArrayList<>(entries.size());
        for (Entry e : entries) {
            Message m = e.message;
            all.add(new Capture.TracedMessage(e.incoming, e.other, Math.max(0, nowMillis - m.sentMillis), m.value, e.from, !m.removed));
        }
        return all;
    }
}
