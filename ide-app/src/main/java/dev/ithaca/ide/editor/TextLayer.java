package dev.ithaca.ide.editor;

import dev.ithaca.ide.task.FxThread;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.fxmisc.richtext.CodeArea;

/** What lies over a text and moves with it: it takes no mouse and ends where the text ends. */
abstract class TextLayer extends Pane {
    private final CodeArea area;
    private boolean asked;

    TextLayer(CodeArea area) {
        this.area = area;
        setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        area.viewportDirtyEvents().subscribe(event -> askToPlace());
        widthProperty().addListener((property, old, now) -> askToPlace());
    }

    final CodeArea area() { return area; }

    /** Whether there is nothing to place or to take away. */
    abstract boolean isIdle();

    /** Puts everything where it belongs now. */
    abstract void place();

    /** Places soon, once: positions are known after the layout the asker is part of. */
    final void askToPlace() {
        if (asked || isIdle()) return;
        asked = true;
        FxThread.later(() -> {
            asked = false;
            place();
        });
    }
}
