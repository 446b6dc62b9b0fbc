package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.ProcessStatus;

/**
 * What a process did for a while. Processes are looked at now and then: of a stretch with {@link #turns} it is known that a
 * worker took the process up so many times between looks, and for how long in all, but not when.
 *
 * @param fromNanos by the clock of {@link System#nanoTime()}
 * @param failed of a dead one: it did not end in peace
 * @param place where it stood at the last look at this stretch
 * @param ranNanos time it ran in the turns, about
 * @param queuedNanos time it waited for a worker before them, about
 */
public record Stretch(long fromNanos, long toNanos, ProcessStatus status, boolean failed, Place place, long turns, long ranNanos, long queuedNanos) {
    /** Whether it also ran, unseen. */
    public boolean mixed() { return turns > 0; }

    public long nanos() { return toNanos - fromNanos; }

    /** Nanoseconds of this stretch that go to a state. */
    long nanosIn(ProcessStatus which) {
        if (!mixed()) return which == status ? nanos() : 0;
        boolean atWork = status == ProcessStatus.RUNNING || status == ProcessStatus.RUNNABLE;
        // with nothing else seen, all of it was running and being ready to run
        long ran = atWork && status == ProcessStatus.RUNNING ? nanos() - queuedNanos : ranNanos;
        long queued = atWork && status == ProcessStatus.RUNNABLE ? nanos() - ranNanos : queuedNanos;
        return which == ProcessStatus.RUNNING ? ran : which == ProcessStatus.RUNNABLE ? queued : which == status ? nanos() - ran - queued : 0;
    }

    boolean continues(Stretch before) {
        return before.toNanos >= fromNanos && before.status == status && before.mixed() == mixed() && before.place.equals(place);
    }

    Stretch after(Stretch before) {
        return new Stretch(before.fromNanos, toNanos, status, failed, place, before.turns + turns, before.ranNanos + ranNanos,
                before.queuedNanos + queuedNanos);
    }
}
