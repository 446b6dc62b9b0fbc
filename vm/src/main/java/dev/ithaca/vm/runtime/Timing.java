package dev.ithaca.vm.runtime;

/**
 * How long one process runs at a stretch, waits for a worker, and lets messages lie; kept only while somebody wants to know. The
 * moments are written by whoever moves the process on, one after the other; the histograms by the worker that runs it.
 */
public final class Timing {
    private final Latency runs = new Latency();
    private final Latency queueWaits = new Latency();
    private final Latency messageWaits = new Latency();
    /** When it was queued and when it began to run; 0 if that was before anybody wanted to know. */
    private long queuedAt;
    private long startedAt;

    Timing() {}

    void queued() { queuedAt = System.nanoTime(); }

    void started() {
        startedAt = System.nanoTime();
        if (queuedAt != 0) queueWaits.add(startedAt - queuedAt);
        queuedAt = 0;
    }

    /** It stops, or goes on only because nobody else wants the worker. */
    void ran() {
        long now = System.nanoTime();
        if (startedAt != 0) runs.add(now - startedAt);
        startedAt = now;
    }

    /** @param machineNanos now */
    void taken(Message message, long machineNanos) {
        messageWaits.add(machineNanos - (message instanceof TimedMessage timed ? timed.sentNanos : message.sentMillis * 1_000_000L));
    }

    /** From when a worker takes it up to when it waits, gives way, or would have to. */
    public Latency runs() { return runs; }

    public Latency queueWaits() { return queueWaits; }

    /** From when a message is sent to when a receive takes it. */
    public Latency messageWaits() { return messageWaits; }
}
