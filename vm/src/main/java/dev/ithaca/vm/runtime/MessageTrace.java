package dev.ithaca.vm.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last messages that one process got and sent, and what it started, while somebody wants to know. Used by all who send,
 * under its lock.
 */
final class MessageTrace {
    /** Messages kept of a process that was chosen, and of each where all are traced. */
    static final int CHOSEN = 1_000;
    static final int ANY = 50;
    /** Messages told with a snapshot. */
    private static final int TOLD = 50;
    private static final int SPAWNS = 100;

    /** @param sequence the order of all that is noted in the machine; a message is noted under one, wherever it is */
    record Entry(long sequence, boolean incoming, long other, Message message, CodeLocation from) {}

    record Spawn(long sequence, int millis, long child, String function, CodeLocation from) {}

    private volatile int capacity;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Deque<Spawn> spawns = new ArrayDeque<>();

    /** @param capacity most messages kept */
    MessageTrace(int capacity) { this.capacity = capacity; }

    /** Keeps so many from now on, if that is more. */
    void keep(int messages) { capacity = Math.max(capacity, messages); }

    /** Of a process that was chosen, not of one among all. */
    boolean isChosen() { return capacity == CHOSEN; }

    /**
     * @param other who sent an incoming message, who gets an outgoing one; 0 for the machine itself
     * @param from where it was sent; null if unknown
     */
    synchronized void add(long sequence, boolean incoming, long other, Message message, CodeLocation from) {
        if (entries.size() == capacity) entries.removeFirst();
        entries.addLast(new Entry(sequence, incoming, other, message, from));
    }

    /** @param from where it was started; null if unknown */
    synchronized void addSpawn(long sequence, int millis, Process child, CodeLocation from) {
        if (spawns.size() == SPAWNS) spawns.removeFirst();
        spawns.addLast(new Spawn(sequence, millis, child.pid, child.initialFunction, from));
    }

    /** The last few, oldest first. */
    synchronized List<Capture.TracedMessage> read(int nowMillis) {
        List<Capture.TracedMessage> last = new ArrayList<>(Math.min(TOLD, entries.size()));
        entries.stream().skip(Math.max(0, entries.size() - TOLD)).forEach(e -> {
            Message m = e.message;
            last.add(new Capture.TracedMessage(e.incoming, e.other, Math.max(0, nowMillis - m.sentMillis), m.value, e.from, !m.removed));
        });
        return last;
    }

    /** All that are kept, about in the order in which they were noted. */
    synchronized List<Entry> entries() { return new ArrayList<>(entries); }

    synchronized List<Spawn> spawns() { return new ArrayList<>(spawns); }
}
