package dev.ithaca.ide.action;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * One command of the application, the same object in menus, toolbar, palette, key list and tests.
 *
 * @param id stable name, {@code run.start}
 * @param menu the menu it belongs to
 * @param label what it does, in words; may change with the state (Light theme, Dark theme)
 * @param icon null for none
 * @param keys the first is shown, the others work too
 * @param enabled whether it makes sense now
 */
public record Action(String id, Menu menu, ObservableStringValue label, Ikon icon, List<KeyCombination> keys,
                     ObservableBooleanValue enabled, Runnable body) {
    public enum Menu {
        FILE("File"), EDIT("Edit"), CODE("Code"), GO("Go"), VIEW("View"), RUN("Run"), PROCESS("Process"), HELP("Help");

        private final String label;

        Menu(String label) { this.label = label; }

        public String label() { return label; }
    }

    /** Always enabled, without keys; refine with the {@code with} methods. */
    public static Action of(String id, Menu menu, String label, Runnable body) {
        return new Action(id, menu, new ReadOnlyStringWrapper(label), null, List.of(),
                new ReadOnlyBooleanWrapper(true), body);
    }

    /** @param keys in {@link KeyCombination} spelling; {@code Shortcut} is Ctrl, or Cmd on a Mac */
    public Action withKeys(String... keys) {
        return new Action(id, menu, label, icon, List.of(keys).stream().map(KeyCombination::valueOf).toList(), enabled, body);
    }

    public Action withIcon(Ikon newIcon) { return new Action(id, menu, label, newIcon, keys, enabled, body); }

    public Action withLabel(ObservableStringValue newLabel) { return new Action(id, menu, newLabel, icon, keys, enabled, body); }

    public Action when(ObservableBooleanValue condition) { return new Action(id, menu, label, icon, keys, condition, body); }

    /** Runs it, unless it makes no sense now. */
    public void fire() {
        if (enabled.get()) body.run();
    }

    /** The first key as people write it, {@code Ctrl+Shift+P}; empty if there is none. */
    public String keyText() { return keys.isEmpty() ? "" : text(keys.getFirst()); }

    /** All keys as people write them. */
    String allKeysText() { return keys.stream().map(Action::text).distinct().collect(Collectors.joining(", ")); }

    private static String text(KeyCombination key) { return key.getDisplayText().replace("PAGE_UP", "Page Up").replace("PAGE_DOWN", "Page Down"); }
}
