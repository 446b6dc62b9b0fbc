package dev.ithaca.ide.editor;

import dev.ithaca.vm.syntax.Diagnostic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.CodeArea;

/** The column left of the text: how many processes stand at a line, its number, and whether something is wrong there. */
final class Gutter {
    private static final int FEWEST_DIGITS = 3;

    private final CodeArea area;
    private final IntConsumer showProcesses;
    private final IntConsumer toggleFold;
    private LineMarks marks = LineMarks.NONE;
    private Map<Integer, Diagnostic.Severity> worst = Map.of();
    private Map<Integer, Fold> folds = Map.of();

    /** What can be seen of a line: it and those below it, not those below it, or not even itself. */
    private enum Fold { OPEN, CLOSED, HIDDEN }

    /**
     * @param showProcesses called with a 1-based line when its process count is clicked
     * @param toggleFold called with a 1-based line when its sign for folding is clicked
     */
    Gutter(CodeArea area, IntConsumer showProcesses, IntConsumer toggleFold) {
        this.area = area;
        this.showProcesses = showProcesses;
        this.toggleFold = toggleFold;
        area.setParagraphGraphicFactory(this::graphic);
        area.getParagraphs().sizeProperty().addListener((property, old, now) -> {
            if (digits(old) != digits(now)) area.setParagraphGraphicFactory(this::graphic);
        });
    }

    private static int digits(int lines) { return Math.max(FEWEST_DIGITS, String.valueOf(lines).length()); }

    void setMarks(LineMarks newMarks) {
        Set<Integer> lines = new HashSet<>();
        if (marks.selectedLine() != newMarks.selectedLine()) lines.addAll(List.of(marks.selectedLine(), newMarks.selectedLine()));
        differing(marks.processes(), newMarks.processes(), lines);
        marks = newMarks;
        recreate(lines);
    }

    void setSeverities(Map<Integer, Diagnostic.Severity> newWorst) {
        Set<Integer> lines = new HashSet<>();
        differing(worst, newWorst, lines);
        worst = newWorst;
        recreate(lines);
    }

    /** Shows which lines have something to fold below them, or hidden. */
    void setFolds(Folding folding) {
        Map<Integer, Fold> newFolds = new HashMap<>();
        folding.ranges().keySet().forEach(line -> newFolds.put(line, Fold.OPEN));
        folding.folded().forEach((line, count) -> {
            newFolds.put(line, Fold.CLOSED);
            for (int hidden = line + 1; hidden <= line + count; hidden++) newFolds.put(hidden, Fold.HIDDEN);
        });
        Set<Integer> lines = new HashSet<>();
        differing(folds, newFolds, lines);
        folds = newFolds;
        recreate(lines);
    }

    private static <V> void differing(Map<Integer, V> old, Map<Integer, V> now, Set<Integer> lines) {
        old.forEach((line, value) -> { if (!value.equals(now.get(line))) lines.add(line); });
        now.forEach((line, value) -> { if (!value.equals(old.get(line))) lines.add(line); });
    }

    private void recreate(Set<Integer> lines) {
        for (int line : lines) {
            if (line >= 1 && line <= area.getParagraphs().size() && area.allParToVisibleParIndex(line - 1).isPresent()) {
                area.recreateParagraphGraphic(line - 1);
            }
        }
    }

    private Label fold(int line) {
        Fold kind = folds.get(line);
        Label sign = new Label();
        sign.getStyleClass().add("gutter-fold");
        if (kind == null) return sign;
        Region triangle = new Region();
        triangle.getStyleClass().add("triangle");
        sign.setGraphic(triangle);
        sign.getStyleClass().add(kind == Fold.OPEN ? "gutter-fold-open" : "gutter-fold-closed");
        sign.setAccessibleText(kind == Fold.OPEN ? "Fold" : "Unfold");
        sign.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> toggleFold.accept(line));
        return sign;
    }

    private Node graphic(int paragraph) {
        if (area.isFolded(paragraph)) return new Region();
        int line = paragraph + 1;
        Integer count = marks.processes().get(line);
        Label processes = new Label(count == null ? "" : count > 9_999 ? count / 1_000 + "k" : count.toString());
        processes.getStyleClass().add("gutter-processes");
        if (count != null) {
            processes.getStyleClass().add("gutter-occupied");
            processes.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> showProcesses.accept(line));
        }
        Label number = new Label(" ".repeat(Math.max(0, digits(area.getParagraphs().size()) - String.valueOf(line).length())) + line);
        number.getStyleClass().add("gutter-line");
        Diagnostic.Severity severity = worst.get(line);
        if (severity != null) number.getStyleClass().add("gutter-" + severity.name().toLowerCase(Locale.ROOT));
        HBox box = new HBox(processes, number, fold(line));
        box.setAlignment(Pos.CENTER_RIGHT);
        box.getStyleClass().add("gutter");
        if (line == marks.selectedLine()) box.getStyleClass().add("gutter-selected");
        return box;
    }
}
