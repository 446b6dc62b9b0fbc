package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.FreezeRule;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.vm.inspect.Inspector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Conditions at which processes are suspended, each once: they are looked at with every sample, off the JavaFX thread, and a
 * rule that was met is dropped, so that the process can be resumed. To be used on the JavaFX thread.
 */
public final class FreezeModel {
    private static final int MOST_NAMED = 3;

    private final ReadOnlyObjectWrapper<List<FreezeRule>> rules = new ReadOnlyObjectWrapper<>(this, "rules", List.of());
    private final Consumer<String> tell;
    private boolean looking;

    /** @param tell takes a sentence for the user */
    FreezeModel(Consumer<String> tell) { this.tell = tell; }

    /** Those still waiting to be met. */
    public ReadOnlyObjectProperty<List<FreezeRule>> rulesProperty() { return rules.getReadOnlyProperty(); }

    public void add(FreezeRule rule) { rules.set(Stream.concat(rules.get().stream(), Stream.of(rule)).toList()); }

    public void remove(FreezeRule rule) { rules.set(rules.get().stream().filter(other -> other != rule).toList()); }

    void clear() { rules.set(List.of()); }

    void look(ProcessSample sample, Inspector machine) {
        if (looking || machine == null || rules.get().isEmpty()) return;
        looking = true;
        List<FreezeRule> armed = rules.get();
        Thread.ofVirtual().name("monitor-freeze").start(() -> {
            Map<FreezeRule, Set<Long>> met = new LinkedHashMap<>();
            for (FreezeRule rule : armed) {
                Set<Long> frozen = rule.met(sample).stream().filter(machine::suspend).collect(Collectors.toUnmodifiableSet());
                if (!frozen.isEmpty()) met.put(rule, frozen);
            }
            Platform.runLater(() -> {
                looking = false;
                met.forEach(this::frozen);
            });
        });
    }

    private void frozen(FreezeRule rule, Set<Long> pids) {
        remove(rule);
        String named = pids.stream().sorted().limit(MOST_NAMED).map(Format::pid).collect(Collectors.joining(", "));
        tell.accept(named + (pids.size() > MOST_NAMED ? " and " + Format.count(pids.size() - MOST_NAMED) + " more" : "")
                + " suspended: " + rule.condition().text());
    }
}
