package dev.ithaca.ide.editor;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import org.fxmisc.richtext.CodeArea;

/** Dimmed texts after the ends of lines; they belong to no one's edits. */
final class LineHints extends TextLayer {
    private static final double GAP = 20;
    private static final double NARROWEST = 60;

    private final Map<Kind, Map<Integer, String>> hints = new EnumMap<>(Kind.class);

    /** A line has room for one: that of the later kind. */
    enum Kind {
        TYPES, VALUES, WARNINGS, FOLD;

        String styleClass() { return "hint-" + name().toLowerCase(Locale.ROOT); }
    }

    LineHints(CodeArea area) { super(area); }

    /** @param newHints by 1-based line; they replace those of their kind */
    void show(Kind kind, Map<Integer, String> newHints) {
        if (hints.getOrDefault(kind, Map.of()).equals(newHints)) return;
        hints.put(kind, newHints);
        askToPlace();
    }

    @Override boolean isIdle() { return hints.values().stream().allMatch(Map::isEmpty) && getChildren().isEmpty(); }

    @Override void place() {
        getChildren().clear();
        Map<Integer, Kind> shown = new HashMap<>();
        hints.forEach((kind, texts) -> texts.keySet().forEach(line -> shown.put(line, kind)));
        shown.forEach((line, kind) -> {
            Point2D end = endOfLine(line - 1);
            if (end != null && getWidth() - end.getX() - GAP >= NARROWEST) add(hints.get(kind).get(line), kind, end);
        });
    }

    private void add(String text, Kind kind, Point2D end) {
        Label label = new Label(kind == Kind.WARNINGS ? "⚠ " + text : text);
        label.getStyleClass().addAll("line-hint", kind.styleClass());
        label.styleProperty().bind(area().styleProperty());
        getChildren().add(label);
        label.applyCss();
        double width = Math.min(label.prefWidth(-1), getWidth() - end.getX() - GAP - NARROWEST / 4);
        label.resizeRelocate(end.getX() + GAP, end.getY(), width, label.prefHeight(-1));
    }

    /** Upper right corner of the last character of a visible paragraph, or null. */
    private Point2D endOfLine(int paragraph) {
        if (paragraph >= area().getParagraphs().size() || area().getParagraphLength(paragraph) == 0 || area().isFolded(paragraph)
                || area().allParToVisibleParIndex(paragraph).isEmpty()) return null;
        int end = area().getAbsolutePosition(paragraph, area().getParagraphLength(paragraph));
        Bounds onScreen = area().getCharacterBoundsOnScreen(end - 1, end).orElse(null);
        return onScreen == null ? null : screenToLocal(onScreen.getMaxX(), onScreen.getMinY());
    }
}
