package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.inspect.VariableView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who waits for whom, from one process on. That a process waits for another is certain where it waits for a lock that the
 * other holds, or where a clause of its receive asks for that very pid ({@code ^server}); else the processes that it knows,
 * that is, holds in its variables, are those from which a message may come.
 *
 * @param nodes the process itself first, then by distance
 * @param cycle pids that wait for each other in a ring, each once; empty if there is no ring
 */
public record WaitGraph(List<Node> nodes, List<Edge> edges, List<Long> cycle) {
    private static final int MOST_NODES = 16;
    private static final int MOST_FROM_ONE = 4;
    private static final Pattern PID = Pattern.compile("<(?:pid )?(\\d+)>");
    private static final Pattern PINNED = Pattern.compile("\\^([A-Za-z_][A-Za-z0-9_]*)");

    /** @param distance number of steps from the first process */
    public record Node(long pid, String title, ProcessStatus status, int distance) {}

    /** @param certain it waits for that one; else it only knows it */
    public record Edge(long from, long to, boolean certain) {}

    public static final WaitGraph EMPTY = new WaitGraph(List.of(), List.of(), List.of());

    public WaitGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        cycle = List.copyOf(cycle);
    }

    /** @param look gives the snapshot of a process, or nothing; is asked once for each process met */
    public static WaitGraph of(long start, LongFunction<Optional<ProcessSnapshot>> look) {
        Map<Long, Node> nodes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        Map<Long, Integer> distance = new HashMap<>();
        var next = new ArrayDeque<Long>();
        next.add(start);
        distance.put(start, 0);
        while (!next.isEmpty()) {
            long pid = next.poll();
            Optional<ProcessSnapshot> found = look.apply(pid);
            if (found.isEmpty()) continue;
            ProcessSnapshot snapshot = found.get();
            nodes.put(pid, node(snapshot.info(), distance.get(pid)));
            for (Edge edge : from(snapshot)) {
                if (!distance.containsKey(edge.to())) {
                    if (distance.size() >= MOST_NODES) continue;
                    distance.put(edge.to(), distance.get(pid) + 1);
                    next.add(edge.to());
                }
                edges.add(edge);
            }
        }
        edges.removeIf(edge -> !nodes.containsKey(edge.to()));
        return new WaitGraph(List.copyOf(nodes.values()), edges, ring(start, edges));
    }

    private static Node node(ProcessInfo info, int distance) {
        String name = info.name() != null ? info.name() : Format.functionAtLine(info.function(), info.line());
        return new Node(info.pid(), Format.pid(info.pid()) + " " + name, info.status(), distance);
    }

    private static List<Edge> from(ProcessSnapshot snapshot) {
        long self = snapshot.info().pid();
        if (snapshot.info().status() != ProcessStatus.WAITING) return List.of();
        if (snapshot.lockHolder() != 0) return List.of(new Edge(self, snapshot.lockHolder(), true));
        Set<String> pinned = new LinkedHashSet<>();
        for (String clause : snapshot.waitsFor()) PINNED.matcher(clause).results().forEach(name -> pinned.add(name.group(1)));
        Map<Long, Boolean> known = new LinkedHashMap<>();
        for (FrameView frame : snapshot.frames()) {
            for (VariableView variable : frame.variables()) {
                Matcher pid = PID.matcher(variable.value().text());
                if (pid.matches()) known.merge(Long.valueOf(pid.group(1)), pinned.contains(variable.name()), Boolean::logicalOr);
            }
        }
        known.remove(self);
        boolean sure = known.containsValue(true);
        return known.entrySet().stream().filter(entry -> entry.getValue() || !sure).limit(MOST_FROM_ONE)
                .map(entry -> new Edge(self, entry.getKey(), entry.getValue())).toList();
    }

    /** A way from the process back to itself, the shortest. */
    private static List<Long> ring(long start, List<Edge> edges) {
        Map<Long, Long> cameFrom = new HashMap<>();
        var next = new ArrayDeque<Long>();
        next.add(start);
        while (!next.isEmpty()) {
            long pid = next.poll();
            for (Edge edge : edges) {
                if (edge.from() != pid) continue;
                if (edge.to() == start) {
                    var way = new ArrayDeque<Long>();
                    for (Long at = pid; at != null; at = at == start ? null : cameFrom.get(at)) way.addFirst(at);
                    return List.copyOf(way);
                }
                if (cameFrom.putIfAbsent(edge.to(), pid) == null) next.add(edge.to());
            }
        }
        return List.of();
    }

    /** Whether the edge is part of the ring. */
    public boolean onRing(Edge edge) {
        int at = cycle.indexOf(edge.from());
        return at >= 0 && cycle.get((at + 1) % cycle.size()) == edge.to();
    }

    /** The picture in words. */
    public String sentence() {
        if (nodes.isEmpty()) return "";
        Node first = nodes.getFirst();
        String who = Format.pid(first.pid());
        if (first.status() != ProcessStatus.WAITING) return who + " does not wait: it is " + first.status().label();
        if (!cycle.isEmpty()) {
            var text = new StringBuilder(who);
            for (int i = 0; i < cycle.size(); i++) {
                long from = cycle.get(i);
                long to = cycle.get((i + 1) % cycle.size());
                boolean certain = edges.stream().anyMatch(edge -> edge.from() == from && edge.to() == to && edge.certain());
                text.append(i == 0 ? "" : ", which").append(certain ? " waits for " : " may wait for ").append(Format.pid(to));
            }
            return text + ": a ring";
        }
        List<Edge> own = edges.stream().filter(edge -> edge.from() == first.pid()).toList();
        if (own.isEmpty()) return who + " waits for a message and knows no other process: somebody who knows it has to send";
        return who + (own.getFirst().certain() ? " waits for " : " waits for a message, perhaps from ") + String.join(" or ", own.stream().map(edge -> {
            ProcessStatus status = nodes.stream().filter(node -> node.pid() == edge.to()).findFirst().map(Node::status).orElse(ProcessStatus.DEAD);
            return Format.pid(edge.to()) + ", which is " + status.label();
        }).toList());
    }
}
