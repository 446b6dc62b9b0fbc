package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.FlowEvent;
import dev.ithaca.vm.inspect.MessageFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who sent what to whom, as a sequence diagram (UML's): a life line for each process, a row for each message, start and end.
 * What is still the same is taken over from the picture before, so that life lines keep their places.
 *
 * @param rows oldest first
 * @param traced of those it is about, which are traced
 * @param hidden rows that the filter leaves out
 */
public record FlowPicture(Request request, List<FlowLane> lanes, List<FlowRow> rows, Set<Long> traced, int hidden) {
    /**
     * What is to be drawn.
     *
     * @param pids the processes it is about
     * @param filter text that rows must contain, in any case; empty for all
     * @param among only what happens among them, not what they have with others
     * @param mostLanes as many as there is room for, at least 2
     */
    public record Request(Set<Long> pids, String filter, boolean among, int mostLanes) {
        public Request { pids = Set.copyOf(pids); }
    }

    public static final FlowPicture EMPTY = new FlowPicture(new Request(Set.of(), "", false, 2), List.of(), List.of(), Set.of(), 0);

    public FlowPicture {
        lanes = List.copyOf(lanes);
        rows = List.copyOf(rows);
        traced = Set.copyOf(traced);
    }

    /** @param before what was drawn before, perhaps of other processes */
    public static FlowPicture of(MessageFlow flow, Request request, FlowPicture before) {
        var names = new FlowNames(flow.participants());
        Map<Key, FlowRow> known = new HashMap<>();
        if (before.request.pids.equals(request.pids)) before.rows.forEach(row -> known.put(Key.of(row.event()), row));
        String needle = request.filter.strip().toLowerCase(Locale.ROOT);
        List<FlowRow> kept = new ArrayList<>();
        int hidden = 0;
        for (FlowEvent event : flow.events()) {
            if (request.among && !(request.pids.contains(event.from()) && request.pids.contains(event.to()))) continue;
            FlowRow same = known.get(Key.of(event));
            FlowRow row = same != null && same.event().kind() == event.kind() ? same : FlowText.row(event, names);
            if (needle.isEmpty() || row.line().toLowerCase(Locale.ROOT).contains(needle)) kept.add(row);
            else hidden++;
        }
        Set<Long> concerned = new LinkedHashSet<>();
        request.pids.stream().sorted().forEach(concerned::add);
        for (FlowRow row : kept) {
            if (row.event().from() != 0) concerned.add(row.event().from());
            concerned.add(row.event().to());
        }
        List<Long> order = order(concerned, request, before);
        Map<Long, Integer> laneOf = new HashMap<>();
        List<FlowLane> lanes = new ArrayList<>();
        for (long pid : order) {
            laneOf.put(pid, lanes.size());
            lanes.add(new FlowLane(pid, names.title(pid), request.pids.contains(pid), names.alive(pid)).called(before.lanes));
        }
        int others = concerned.size() - order.size();
        int last = lanes.size();
        if (others > 0) lanes.add(new FlowLane(0, Format.count(others) + " others", false, true));
        kept.replaceAll(row -> placed(row, row.event().from() == 0 ? -1 : laneOf.getOrDefault(row.event().from(), last),
                laneOf.getOrDefault(row.event().to(), last)));
        return new FlowPicture(request, lanes, kept, flow.traced(), hidden);
    }

    /** Names one thing in all pictures. */
    private record Key(long sequence, long to, boolean end) {
        static Key of(FlowEvent e) {
            return new Key(e.sequence(), e.to(), e.kind() == FlowEvent.Kind.EXITED || e.kind() == FlowEvent.Kind.CRASHED);
        }
    }

    private static FlowRow placed(FlowRow row, int from, int to) {
        return row.from() == from && row.to() == to ? row : new FlowRow(row.event(), from, to, row.text(), row.when(), row.line());
    }

    /** Those that had a life line keep its place while there is something to draw on it. */
    private static List<Long> order(Set<Long> concerned, Request request, FlowPicture before) {
        int room = concerned.size() <= request.mostLanes ? concerned.size() : request.mostLanes - 1;
        List<Long> order = new ArrayList<>();
        Set<Long> waiting = new LinkedHashSet<>(concerned);
        Set<Long> chosen = new HashSet<>(request.pids);
        chosen.retainAll(concerned);
        int mayStay = room - (int) chosen.stream().limit(room).count();
        boolean same = before.request.pids.equals(request.pids);
        if (same) for (FlowLane lane : before.lanes) {
            boolean stays = waiting.contains(lane.pid()) && (chosen.contains(lane.pid()) || mayStay-- > 0);
            if (!stays || order.size() == room) continue;
            order.add(lane.pid());
            waiting.remove(lane.pid());
        }
        for (long pid : waiting) if (chosen.contains(pid) && order.size() < room) order.add(pid);
        // the newest are of more interest than those of long ago
        List<Long> rest = new ArrayList<>(waiting);
        rest.removeAll(order);
        for (int i = Math.max(0, rest.size() - (room - order.size())); i < rest.size(); i++) order.add(rest.get(i));
        return order;
    }
}
