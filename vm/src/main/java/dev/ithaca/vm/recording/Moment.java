package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.ProcessEvent;
import dev.ithaca.vm.inspect.VmStatistics;
import java.util.ArrayList;
import java.util.List;

/**
 * A point in time of a recording.
 *
 * @param epochMillis by the clock of the day
 * @param deadlock see {@link dev.ithaca.vm.inspect.Inspector#deadlock}; null if there was none
 * @param events the first that happened since the moment before
 * @param moreEvents how many happened besides
 */
public record Moment(long epochMillis, VmStatistics statistics, String deadlock, List<ProcessEvent> events, int moreEvents) {
    private static final ProcessEvent.Kind[] KINDS = ProcessEvent.Kind.values();

    public Moment { events = List.copyOf(events); }

    /** How many of the events are of a kind. */
    public int count(ProcessEvent.Kind kind) { return (int) events.stream().filter(event -> event.kind() == kind).count(); }

    void write(FieldWriter out) {
        out.number(epochMillis);
        VmStatistics s = statistics;
        for (long figure : new long[] {s.alive(), s.spawned(), s.exited(), s.reductions(), s.messages(), s.runQueue(), s.workers(), s.heapUsedBytes(),
                s.heapMaxBytes(), s.uptimeMillis(), s.collectionMillis(), s.queuedMillis(), s.turns()}) out.number(figure);
        out.text(deadlock);
        out.count(events.size());
        for (ProcessEvent event : events) {
            out.count(event.kind().ordinal());
            out.number(event.pid());
            out.number(event.other());
            out.number(event.atMillis());
            out.text(event.text());
        }
        out.count(moreEvents);
    }

    static Moment read(FieldReader in) throws DamagedException {
        long epochMillis = in.number();
        VmStatistics statistics = new VmStatistics((int) in.number(), in.number(), in.number(), in.number(), in.number(), (int) in.number(),
                (int) in.number(), in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
        String deadlock = in.text();
        int count = in.things();
        List<ProcessEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(new ProcessEvent(in.choice(KINDS), in.number(), in.number(), (int) in.number(), in.text()));
        }
        return new Moment(epochMillis, statistics, deadlock, events, in.count());
    }
}
