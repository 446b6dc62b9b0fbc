package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.viewmodel.MonitorAction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ActionKeysTest {
    /** Never meant at the same time: a machine can be paused, a recording played; what is held is resumed rather than sorted. */
    private static final Set<Set<String>> ALTERNATIVES = Set.of(Set.of("pause", "play"), Set.of("resume", "sort-rate"));

    @Test void noKeyHasTwoMeanings() throws Exception {
        List<MonitorAction> actions = get(() -> new ProcessMonitor().actions());
        Map<String, Set<String>> byKey = new TreeMap<>();
        for (MonitorAction action : actions) {
            for (KeyCombination key : action.keys()) byKey.computeIfAbsent(key.getName(), k -> new TreeSet<>()).add(action.id());
            if (!action.typed().isEmpty()) byKey.computeIfAbsent("typed " + action.typed(), k -> new TreeSet<>()).add(action.id());
        }
        byKey.values().removeIf(ids -> ids.size() == 1 || ALTERNATIVES.contains(ids));
        assertThat(byKey).isEmpty();
    }
}
