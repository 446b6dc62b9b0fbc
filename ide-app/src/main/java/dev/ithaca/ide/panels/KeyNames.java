package dev.ithaca.ide.panels;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The names programs know keys by (chapter 4, section 14.8); Shift+Tab, Escape and Ctrl+W stay with the window. */
public final class KeyNames {
    private static final Map<KeyCode, String> NAMES = Map.ofEntries(Map.entry(KeyCode.UP, "up"), Map.entry(KeyCode.DOWN, "down"),
            Map.entry(KeyCode.LEFT, "left"), Map.entry(KeyCode.RIGHT, "right"), Map.entry(KeyCode.ENTER, "enter"),
            Map.entry(KeyCode.TAB, "tab"), Map.entry(KeyCode.BACK_SPACE, "backspace"), Map.entry(KeyCode.DELETE, "delete"),
            Map.entry(KeyCode.HOME, "home"), Map.entry(KeyCode.END, "end"), Map.entry(KeyCode.PAGE_UP, "pageup"),
            Map.entry(KeyCode.PAGE_DOWN, "pagedown"));

    private KeyNames() {}

    /** The name of a key that types no character, or of a letter with Ctrl or Alt. */
    static Optional<String> ofPressed(KeyEvent event) {
        String name = NAMES.get(event.getCode());
        if (name != null) return event.isShiftDown() && event.getCode() == KeyCode.TAB ? Optional.empty() : Optional.of(name);
        if (!event.getCode().isLetterKey() || event.isControlDown() && event.getCode() == KeyCode.W) return Optional.empty();
        if (event.isControlDown() && !event.isAltDown()) return Optional.of("ctrl+" + letter(event));
        return altLetter(event).map(letter -> "alt+" + letter);
    }

    /** The character that was typed. */
    static Optional<String> ofTyped(KeyEvent event) {
        String text = event.getCharacter();
        boolean character = !text.isEmpty() && !Character.isISOControl(text.codePointAt(0)) && !event.isControlDown() && !event.isAltDown();
        return character ? Optional.of(text) : Optional.empty();
    }

    /** The letter pressed with Alt alone. */
    public static Optional<String> altLetter(KeyEvent event) {
        boolean alone = event.isAltDown() && !event.isControlDown() && !event.isShiftDown() && !event.isMetaDown();
        return alone && event.getCode().isLetterKey() ? Optional.of(letter(event)) : Optional.empty();
    }

    private static String letter(KeyEvent event) { return event.getCode().getName().toLowerCase(Locale.ROOT); }
}
