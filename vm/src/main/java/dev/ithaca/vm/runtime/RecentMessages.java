package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.LargeValue;
import java.util.ArrayList;
import java.util.List;

/** The messages that one process took last, in a ring; written by the process alone. */
final class RecentMessages {
    /** Begins small, and stays so in a crowd. */
    private Message[] ring = new Message[History.MESSAGES_IN_CROWD];
    private int next;

    void add(Message taken, History history) {
        if (next == ring.length) {
            if (next < History.MESSAGES) grow(history.room());
            if (next == ring.length) next = 0;
        }
        ring[next++] = History.isSmall(taken.value) ? taken : new Message(LargeValue.of(taken.value), taken.sender, taken.sentMillis);
    }

    /** Only a ring that is full, and so in order, grows. */
    private void grow(int room) {
        if (room <= ring.length) return;
        var larger = new Message[room];
        System.arraycopy(ring, 0, larger, 0, ring.length);
        ring = larger;
    }

    /** Oldest first. */
    List<Message> read() {
        Message[] slots = ring;
        int from = next;
        List<Message> result = new ArrayList<>(slots.length);
        for (int i = 0; i < slots.length; i++) {
            Message m = slots[(from + i) % slots.length];
            if (m != null) result.add(m);
        }
        return result;
    }
}
