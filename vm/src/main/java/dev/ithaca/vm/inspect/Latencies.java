package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.Timing;

/**
 * How long a process took over what it does again and again, since somebody wanted to know.
 *
 * @param runs from when a worker takes it up to when it waits, gives way, or would have to
 * @param queueWaits from when it is ready to run to when a worker takes it up
 * @param messageWaits from when a message is sent to when a receive takes it
 */
public record Latencies(LatencySpread runs, LatencySpread queueWaits, LatencySpread messageWaits) {
    static Latencies of(Timing timing) {
        return new Latencies(LatencySpread.of(timing.runs()), LatencySpread.of(timing.queueWaits()), LatencySpread.of(timing.messageWaits()));
    }
}
