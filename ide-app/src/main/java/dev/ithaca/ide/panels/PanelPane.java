package dev.ithaca.ide.panels;

import dev.ithaca.vm.inspect.PanelView;
import java.util.function.BiConsumer;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;

/** A panel of the program: its text, and what is typed in it goes to the program. */
public final class PanelPane extends TextArea {
    private final BiConsumer<Long, String> onKey;
    private PanelView panel;

    /** @param onKey told the number of the panel and the key's name */
    public PanelPane(PanelView panel, BiConsumer<Long, String> onKey) {
        this.onKey = onKey;
        setEditable(false);
        getStyleClass().add("program-panel");
        setAccessibleText("Panel " + panel.title());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        show(panel);
    }

    public void show(PanelView now) {
        panel = now;
        if (getText().equals(now.content())) return;
        double scroll = getScrollTop();
        setText(now.content());
        setScrollTop(scroll);
    }

    private void pressed(KeyEvent event) { KeyNames.ofPressed(event).ifPresent(key -> send(key, event)); }

    private void typed(KeyEvent event) { KeyNames.ofTyped(event).ifPresent(key -> send(key, event)); }

    private void send(String key, KeyEvent event) {
        if (!panel.takesKeys()) return;
        onKey.accept(panel.id(), key);
        event.consume();
    }
}
