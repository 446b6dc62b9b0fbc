package dev.ithaca.vm.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the traces of some processes together. Stops nobody, and takes of the dead what the machine remembers. */
final class FlowReader {
    private final Machine machine;
    private final Map<Long, Process> dead = new HashMap<>();
    private final Map<Long, Flow.Participant> participants = new LinkedHashMap<>();
    private final Map<Long, Process> known = new HashMap<>();

    FlowReader(Machine machine) { this.machine = machine; }

    Flow read(Collection<Long> pids, int most) {
        machine.graveyard().all().forEach(p -> dead.put(p.pid, p));
        List<Long> traced = new ArrayList<>();
        var noted = new TreeMap<Long, Flow.Event>();
        for (long pid : pids) {
            join(pid);
            Process p = known.get(pid);
            MessageTrace trace = p == null || p.extras == null ? null : p.extras.trace;
            boolean willBe = p != null && p.exit == null && machine.probes().tracesAll();
            if (trace != null || willBe) traced.add(pid);
            if (trace == null) continue;
            for (MessageTrace.Entry e : trace.entries()) noted.computeIfAbsent(e.sequence(), order -> message(pid, e));
            for (MessageTrace.Spawn s : trace.spawns()) {
                noted.put(s.sequence(), new Flow.Event(Flow.Kind.SPAWNED, s.sequence(), s.millis(), pid, s.child(), null, s.function(), s.from()));
            }
            while (noted.size() > most) noted.pollFirstEntry();
        }
        var events = new ArrayList<>(noted.values());
        for (Flow.Event e : noted.values()) {
            join(e.from());
            join(e.to());
        }
        for (long pid : participants.keySet()) {
            Process p = known.get(pid);
            if (p != null && p.exit != null) addEnd(events, p);
        }
        return new Flow(events, List.copyOf(participants.values()), traced);
    }

    private void join(long pid) {
        if (pid == 0 || participants.containsKey(pid)) return;
        Process p = machine.find(pid);
        if (p == null) p = dead.get(pid);
        known.put(pid, p);
        participants.put(pid, p == null ? new Flow.Participant(pid, null, null, false)
                : new Flow.Participant(pid, machine.observer().name(p), function(p), machine.observer().isAlive(p)));
    }

    private String function(Process p) {
        CodeLocation at = machine.observer().location(p);
        return at == null ? p.initialFunction : at.function();
    }

    private Flow.Event message(long pid, MessageTrace.Entry e) {
        Message m = e.message();
        long from = e.incoming() ? e.other() : pid;
        long to = e.incoming() ? pid : e.other();
        return new Flow.Event(fate(m, to), e.sequence(), m.sentMillis, from, to, m.value, null, e.from());
    }

    private Flow.Kind fate(Message m, long to) {
        if (m instanceof LocatedMessage located && located.lost) return Flow.Kind.LOST;
        if (m instanceof LocatedMessage located && located.unread) return Flow.Kind.UNREAD;
        if (m.removed) return Flow.Kind.TAKEN;
        Process receiver = machine.find(to);
        return receiver == null || receiver.exit != null || machine.stopping() ? Flow.Kind.UNREAD : Flow.Kind.QUEUED;
    }

    /**
     * Ends are not noted, since it costs nothing to put them in later: after all that happened before, by the clock, and what it
     * did itself, and before the first message that did not find it any more.
     */
    private static void addEnd(List<Flow.Event> events, Process p) {
        int at = 0;
        for (int i = 0; i < events.size(); i++) {
            Flow.Event e = events.get(i);
            if (e.kind() == Flow.Kind.LOST && e.to() == p.pid) break;
            if (e.millis() <= p.since || e.from() == p.pid) at = i + 1;
        }
        if (at == 0) return;
        Flow.Kind kind = p.exit.kind() == ExitReason.Kind.ERROR ? Flow.Kind.CRASHED : Flow.Kind.EXITED;
        events.add(at, new Flow.Event(kind, events.get(at - 1).sequence(), p.since, p.pid, p.pid, null, p.exit.text(), null));
    }
}
