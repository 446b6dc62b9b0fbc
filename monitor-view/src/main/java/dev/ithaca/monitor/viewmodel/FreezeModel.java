package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.FreezeRule;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.vm.inspect.EventCondition;
import dev.ithaca.vm.inspect.Inspector;
import java.util.IdentityHashMap;
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
 * Rules by which processes are held, each once: conditions are looked at with every sample, off the JavaFX thread, events are
 * left to the machine. A rule that was met is dropped, so that the process can be resumed. To be used on the JavaFX thread.
 */
public final class FreezeModel {
    private static final int MOST_NAMED = 3;

    private final ReadOnlyObjectWrapper<List<FreezeRule>> rules = new ReadOnlyObjectWrapper<>(this, "rules", List.of());
    /** How to take back a rule that the machine has. */
    private final Map<FreezeRule, Runnable> armed = new IdentityHashMap<>();
    private final Consumer<String> tell;
    private boolean looking;

    /** @param tell takes a sentence for the user */
    FreezeModel(Consumer<String> tell) { this.tell = tell; }

    /** Those still waiting to be met. */
    public ReadOnlyObjectProperty<List<FreezeRule>> rulesProperty() { return rules.getReadOnlyProperty(); }

    void add(FreezeRule rule, Inspector machine) {
        rules.set(Stream.concat(rules.get().stream(), Stream.of(rule)).toList());
        if (rule instanceof FreezeRule.AtEvent(var condition)) {
            armed.put(rule, machine.stopAt(condition, pid -> Platform.runLater(() -> happened(rule, pid))));
        }
    }

    public void remove(FreezeRule rule) {
        rules.set(rules.get().stream().filter(other -> other != rule).toList());
        Runnable disarm = armed.remove(rule);
        if (disarm != null) disarm.run();
    }

    void clear() { List.copyOf(rules.get()).forEach(this::remove); }

    void look(ProcessSample sample, Inspector machine) {
        List<FreezeRule.Seen> seen = rules.get().stream().filter(FreezeRule.Seen.class::isInstance).map(FreezeRule.Seen.class::cast).toList();
        if (looking || machine == null || seen.isEmpty()) return;
        looking = true;
        Thread.ofVirtual().name("monitor-freeze").start(() -> {
            Map<FreezeRule.Seen, Set<Long>> met = new LinkedHashMap<>();
            for (FreezeRule.Seen rule : seen) {
                Set<Long> frozen = rule.met(sample).stream().filter(machine::suspend).collect(Collectors.toUnmodifiableSet());
                if (!frozen.isEmpty()) met.put(rule, frozen);
            }
            Platform.runLater(() -> {
                looking = false;
                met.forEach(this::frozen);
            });
        });
    }

    private void frozen(FreezeRule.Seen rule, Set<Long> pids) {
        remove(rule);
        String named = pids.stream().sorted().limit(MOST_NAMED).map(Format::pid).collect(Collectors.joining(", "));
        tell.accept(named + (pids.size() > MOST_NAMED ? " and " + Format.count(pids.size() - MOST_NAMED) + " more" : "")
                + " suspended: " + rule.condition().text());
    }

    private void happened(FreezeRule rule, long pid) {
        if (!rules.get().contains(rule)) return;
        remove(rule);
        String who = Format.pid(pid);
        EventCondition condition = ((FreezeRule.AtEvent) rule).condition();
        tell.accept(switch (condition.kind()) {
            case SPAWN -> who + " is held before its first step";
            case MESSAGE -> who + " suspended: a message has come";
            case EXIT -> who + " ended: all others are suspended";
            case CRASH -> who + " crashed: all others are suspended";
            case LINE -> who + " suspended at line " + condition.text();
        });
    }
}
