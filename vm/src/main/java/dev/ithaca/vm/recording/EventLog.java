package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.ProcessEvent;
import dev.ithaca.vm.inspect.VmStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What happens between two moments; of much, the first and how many more. Called by the workers of the machine, so it is quick. */
final class EventLog implements Consumer<ProcessEvent> {
    private static final int MOST = 500;

    private final Queue<ProcessEvent> first = new ConcurrentLinkedQueue<>();
    private final LongAdder count = new LongAdder();
    private volatile boolean full;

    @Override public void accept(ProcessEvent event) {
        count.increment();
        // crashes are few, and what one looks for
        if (full && event.kind() != ProcessEvent.Kind.CRASHED) return;
        first.add(event);
        if (!full && count.sum() >= MOST) full = true;
    }

    /** A moment with what happened since the one before. */
    Moment moment(long epochMillis, VmStatistics statistics, String deadlock) {
        long all = count.sumThenReset();
        List<ProcessEvent> events = new ArrayList<>();
        for (ProcessEvent event = first.poll(); event != null && events.size() < 2 * MOST; event = first.poll()) events.add(event);
        full = false;
        return new Moment(epochMillis, statistics, deadlock, events, (int) Math.clamp(all - events.size(), 0, Integer.MAX_VALUE));
    }
}
