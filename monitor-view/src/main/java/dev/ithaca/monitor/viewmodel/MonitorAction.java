package dev.ithaca.monitor.viewmodel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A command of the monitor, shared by its toolbar, menus and keys, and by the palette of the application around it.
 *
 * @param id stable name, also the id of its button
 * @param icon name of its icon in the style sheet
 * @param keys valid while the process list has the focus
 * @param typed a character that does the same, wherever it lies on the keyboard; or empty
 */
public record MonitorAction(String id, ObservableValue<String> text, String icon, List<KeyCombination> keys, String typed,
                            ObservableBooleanValue enabled, Runnable handler) {
    public MonitorAction { keys = List.copyOf(keys); }

    /** @param keys as {@link KeyCombination#valueOf} reads them */
    public static MonitorAction of(String id, ObservableValue<String> text, ObservableBooleanValue enabled, Runnable handler, String... keys) {
        return new MonitorAction(id, text, id, Stream.of(keys).map(KeyCombination::valueOf).toList(), "", enabled, handler);
    }

    /** With a text that is always the same. */
    public static MonitorAction of(String id, String text, ObservableBooleanValue enabled, Runnable handler, String... keys) {
        return of(id, new SimpleStringProperty(text), enabled, handler, keys);
    }

    /** @param typed see {@link #typed()} */
    public static MonitorAction typed(String id, String text, ObservableBooleanValue enabled, Runnable handler, String typed, String... keys) {
        return new MonitorAction(id, new SimpleStringProperty(text), id, Stream.of(keys).map(KeyCombination::valueOf).toList(), typed, enabled, handler);
    }

    public void run() {
        if (enabled.get()) handler.run();
    }

    public boolean isFor(KeyEvent event) { return keys.stream().anyMatch(key -> key.match(event)); }

    public boolean isTypedBy(KeyEvent event) { return !typed.isEmpty() && typed.equals(event.getCharacter()); }

    /** {@code Delete, K}; empty without keys. */
    public String keysText() {
        var all = keys.stream().map(KeyCombination::getDisplayText);
        return (typed.isEmpty() ? all : Stream.concat(Stream.of(typed), all)).collect(Collectors.joining(", "));
    }

    /** Text with keys, {@code Kill (Delete, K)}. */
    public String described() { return keysText().isEmpty() ? text.getValue() : text.getValue() + " (" + keysText() + ")"; }
}
