package dev.ithaca.ide.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every command, in menu order. */
public final class Actions {
    private final Map<String, Action> byId = new LinkedHashMap<>();
    private final Map<Action.Menu, List<List<Action>>> groups = new LinkedHashMap<>();

    /** Adds commands that belong together; a menu shows a line between groups. */
    public void addGroup(Action... actions) {
        for (Action action : actions) {
            if (byId.putIfAbsent(action.id(), action) != null) throw new IllegalArgumentException("twice: " + action.id());
        }
        groups.computeIfAbsent(actions[0].menu(), menu -> new ArrayList<>()).add(List.of(actions));
    }

    public List<Action> all() { return List.copyOf(byId.values()); }

    public List<List<Action>> groups(Action.Menu menu) { return groups.getOrDefault(menu, List.of()); }

    /** @throws IllegalArgumentException for an unknown id */
    public Action get(String id) {
        Action action = byId.get(id);
        if (action == null) throw new IllegalArgumentException("no such action: " + id);
        return action;
    }
}
