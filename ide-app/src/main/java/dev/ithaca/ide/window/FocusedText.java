package dev.ithaca.ide.window;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.CodeArea;

/** Editing commands for whatever text has the focus: the source, the console or an input field. */
final class FocusedText {
    private final Scene scene;
    private final Runnable otherwise;

    /** @param otherwise gives the focus to the text commands fall back on */
    FocusedText(Scene scene, Runnable otherwise) {
        this.scene = scene;
        this.otherwise = otherwise;
    }

    void apply(Consumer<CodeArea> onCode, Consumer<TextInputControl> onField) {
        if (!(scene.getFocusOwner() instanceof CodeArea) && !(scene.getFocusOwner() instanceof TextInputControl)) otherwise.run();
        switch (scene.getFocusOwner()) {
            case CodeArea code -> onCode.accept(code);
            case TextInputControl field -> onField.accept(field);
            case null, default -> { }
        }
    }
}
