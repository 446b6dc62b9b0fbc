package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.Capture;
import dev.ithaca.vm.runtime.FrameVariable;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises the supervisors of the standard library by what they hold in their loop. */
final class Supervisors {
    private static final String MODULE = "stdlib.supervisor.";

    private Supervisors() {}

    static Optional<SupervisorView> in(Capture capture) {
        for (Capture.CapturedFrame frame : capture.frames()) {
            if (!frame.location().function().startsWith(MODULE)) continue;
            for (FrameVariable variable : frame.variables()) {
                if (variable.value() instanceof Struct state && state.shape().qualifiedTypeName().equals(MODULE + "State")) return Optional.of(view(state));
            }
        }
        return Optional.empty();
    }

    private static SupervisorView view(Struct state) {
        Struct limit = (Struct) field(state, "limit");
        List<SupervisorView.Child> children = new ArrayList<>();
        for (Object running : (ListValue) field(state, "running")) children.add(child((Struct) running));
        return new SupervisorView(constructor(field(state, "strategy")), (Long) field(limit, "restarts"), (Long) field(limit, "milliseconds"),
                ((ListValue) field(state, "restarts")).size(), children);
    }

    private static SupervisorView.Child child(Struct running) {
        Struct spec = (Struct) field(running, "spec");
        boolean lives = field(running, "pid") instanceof Struct option && option.shape().arity() == 1;
        long pid = lives && ((Struct) field(running, "pid")).get(0) instanceof Pid(long id) ? id : 0;
        return new SupervisorView.Child(String.valueOf(field(spec, "id")), pid, constructor(field(spec, "restart")));
    }

    /** What a supervisor does when some processes, perhaps children of it, are killed. */
    static Optional<KillPreview.Restart> reaction(long supervisor, SupervisorView view, Set<Long> ending) {
        List<SupervisorView.Child> children = view.children();
        List<SupervisorView.Child> failed = children.stream().filter(c -> ending.contains(c.pid()) && !c.restart().equals("Never")).toList();
        if (failed.isEmpty()) return Optional.empty();
        int from = switch (view.strategy()) {
            case "OneForAll" -> 0;
            case "RestForOne" -> children.indexOf(failed.getFirst());
            default -> children.size();
        };
        List<String> again = children.stream().filter(c -> failed.contains(c) || c.pid() != 0 && children.indexOf(c) >= from)
                .map(SupervisorView.Child::id).toList();
        return Optional.of(new KillPreview.Restart(supervisor, again, view.recentRestarts() + failed.size() > view.mostRestarts()));
    }

    private static Object field(Struct struct, String name) { return struct.get(struct.shape().fieldNames().indexOf(name)); }

    private static String constructor(Object value) { return value instanceof Struct struct ? struct.shape().constructor() : String.valueOf(value); }
}
