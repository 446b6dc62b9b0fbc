package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.vm.inspect.SupervisorView;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a supervisor does, in words. */
final class SupervisorText {
    private static final int MOST_CHILDREN = 20;

    private SupervisorText() {}

    /** Strategy, limit of restarts, and the children. */
    static String of(SupervisorView supervisor) {
        String children = supervisor.children().stream().limit(MOST_CHILDREN)
                .map(child -> child.id() + " " + (child.pid() == 0 ? "(over)" : Format.pid(child.pid())) + " " + child.restart().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        int more = supervisor.children().size() - MOST_CHILDREN;
        return brief(supervisor) + (children.isEmpty() ? "" : "; " + children) + (more > 0 ? " and " + Format.count(more) + " more" : "");
    }

    /** {@code one for one, 1 of at most 3 restarts in 5.0 s}. */
    static String brief(SupervisorView supervisor) {
        String strategy = supervisor.strategy().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return strategy + ", " + supervisor.recentRestarts() + " of at most " + Format.count(supervisor.mostRestarts()) + " restarts in "
                + Format.duration(supervisor.withinMillis());
    }
}
