package dev.ithaca.ide.editor;

import dev.ithaca.ide.task.FxThread;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.fxmisc.richtext.CodeArea;

/** Dimmed texts after the ends of lines; they lie over the text, belong to no one's edits, and take no mouse. */
final class LineHints extends Pane {
    private static final double GAP = 20;
    private static final double NARROWEST = 60;

    private final CodeArea area;
    private final String styleClass;
    private Map<Integer, String> hints = Map.of();
    private boolean asked;

    /** @param styleClass of each of them */
    LineHints(CodeArea area, String styleClass) {
        this.area = area;
        this.styleClass = styleClass;
        setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        area.viewportDirtyEvents().subscribe(event -> askToPlace());
        widthProperty().addListener((property, old, now) -> askToPlace());
    }

    /** @param newHints by 1-based line */
    void show(Map<Integer, String> newHints) {
        if (hints.equals(newHints)) return;
        hints = newHints;
        askToPlace();
    }

    /** Soon, once: positions are known after the layout the asker is part of. */
    private void askToPlace() {
        if (asked || hints.isEmpty() && getChildren().isEmpty()) return;
        asked = true;
        FxThread.later(() -> {
            asked = false;
            place();
        });
    }

    private void place() {
        getChildren().clear();
        hints.forEach((line, text) -> {
            Point2D end = endOfLine(line - 1);
            if (end != null && getWidth() - end.getX() - GAP >= NARROWEST) add(text, end);
        });
    }

    private void add(String text, Point2D end) {
        Label label = new Label(text);
        label.getStyleClass().addAll("line-hint", styleClass);
        label.styleProperty().bind(area.styleProperty());
        getChildren().add(label);
        label.applyCss();
        double width = Math.min(label.prefWidth(-1), getWidth() - end.getX() - GAP - NARROWEST / 4);
        label.resizeRelocate(end.getX() + GAP, end.getY(), width, label.prefHeight(-1));
    }

    /** Upper right corner of the last character of a visible paragraph, or null. */
    private Point2D endOfLine(int paragraph) {
        if (paragraph >= area.getParagraphs().size() || area.getParagraphLength(paragraph) == 0
                || area.allParToVisibleParIndex(paragraph).isEmpty()) return null;
        int end = area.getAbsolutePosition(paragraph, area.getParagraphLength(paragraph));
        Bounds onScreen = area.getCharacterBoundsOnScreen(end - 1, end).orElse(null);
        return onScreen == null ? null : screenToLocal(onScreen.getMaxX(), onScreen.getMinY());
    }
}
