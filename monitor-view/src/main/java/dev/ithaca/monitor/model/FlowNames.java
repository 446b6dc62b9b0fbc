package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.MessageFlow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What processes are called in the message picture. */
final class FlowNames {
    private static final String UNNAMED = "<spawned>";

    private final Map<Long, MessageFlow.Participant> participants = new HashMap<>();

    FlowNames(List<MessageFlow.Participant> all) { all.forEach(p -> participants.put(p.pid(), p)); }

    /** {@code <7> teller}; the pid alone of one that has not come into a function with a name yet. */
    String title(long pid) {
        MessageFlow.Participant p = participants.get(pid);
        String name = p == null ? null : p.name() != null ? p.name() : p.function();
        return name == null || name.endsWith(UNNAMED) ? Format.pid(pid) : Format.pid(pid) + " " + name;
    }

    /** {@code <7>}, or the machine, which has no pid. */
    static String pid(long pid) { return pid == 0 ? "machine" : Format.pid(pid); }

    boolean alive(long pid) {
        MessageFlow.Participant p = participants.get(pid);
        return p != null && p.alive();
    }
}
