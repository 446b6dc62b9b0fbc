package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.History;
import dev.ithaca.monitor.model.ProcessSample;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** How the figures of the process looked into went since it was chosen. To be used on the JavaFX thread. */
public final class HistoryModel {
    private final History rate = new History();
    private final History heap = new History();
    private final History mailbox = new History();
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper(this, "looks");
    private long pid;
    private long lastNanos;

    /** Counts up with each change. */
    public ReadOnlyLongProperty looksProperty() { return looks.getReadOnlyProperty(); }

    /** Reductions per second. */
    public History rate() { return rate; }

    /** Bytes. */
    public History heap() { return heap; }

    /** Messages queued. */
    public History mailbox() { return mailbox; }

    void show(long newPid) {
        if (newPid == pid) return;
        pid = newPid;
        clear();
        looks.set(looks.get() + 1);
    }

    private void clear() {
        rate.clear();
        heap.clear();
        mailbox.clear();
    }

    void take(ProcessSample sample) {
        int row = pid == 0 ? -1 : sample.rowOf(pid);
        if (row < 0 || !sample.isAlive(row)) return;
        // in a recording one may go back in time
        long nanos = sample.population().takenNanos();
        if (nanos < lastNanos) clear();
        lastNanos = nanos;
        rate.add(sample.reductionsPerSecond(row));
        heap.add(sample.heapBytes(row));
        mailbox.add(sample.mailboxLength(row));
        looks.set(looks.get() + 1);
    }
}
