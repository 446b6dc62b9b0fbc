package dev.ithaca.ide.window;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * The Alt key as the way to the menus: pressed and released alone it goes to the first. The menu bar takes no notice of the
 * mouse, and would take the keys away from a text in which Alt has just set carets.
 */
final class MenuKey {
    private boolean usedWithMouse;

    private MenuKey() {}

    /** The menu bar filters what comes to the scene; the window is asked before. */
    static void install(Window window) {
        MenuKey key = new MenuKey();
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> key.usedWithMouse |= event.isAltDown());
        window.addEventFilter(KeyEvent.KEY_RELEASED, key::released);
    }

    private void released(KeyEvent event) {
        if (event.getCode() != KeyCode.ALT) return;
        if (usedWithMouse) event.consume();
        usedWithMouse = false;
    }
}
