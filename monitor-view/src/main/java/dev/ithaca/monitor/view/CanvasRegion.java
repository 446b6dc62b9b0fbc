package dev.ithaca.monitor.view;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** A region filled by a canvas, which is drawn anew whenever its size changes. */
abstract class CanvasRegion extends Region {
    final Canvas canvas = new Canvas();

    CanvasRegion() {
        canvas.setManaged(false);
        getChildren().setAll(canvas);
    }

    @Override protected final void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    abstract void draw();
}
