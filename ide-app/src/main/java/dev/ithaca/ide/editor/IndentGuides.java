package dev.ithaca.ide.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.shape.Line;
import org.fxmisc.richtext.CodeArea;

/** Thin lines that connect what is indented alike; they lie over blanks only. */
final class IndentGuides extends TextLayer {
    IndentGuides(CodeArea area) {
        super(area);
        area.plainTextChanges().subscribe(change -> askToPlace());
    }

    @Override boolean isIdle() { return false; }

    @Override void place() {
        List<Line> lines = new ArrayList<>();
        int visible = area().getVisibleParagraphs().size();
        Grid grid = null;
        int first = visible == 0 ? 0 : area().visibleParToAllParIndex(0);
        for (int i = first; i < first + visible && grid == null && i < area().getParagraphs().size(); i++) grid = grid(i);
        for (int i = 0; grid != null && i < visible && first + i < area().getParagraphs().size(); i++) {
            int depth = depth(first + i);
            if (depth > 0) add(lines, grid, depth, i);
        }
        getChildren().setAll(lines);
    }

    /** Where the columns are. */
    private record Grid(double left, double step) {}

    /** Measured at an indented line, which has a blank to measure; null if it has none or is hidden. */
    private Grid grid(int paragraph) {
        if (!area().getText(paragraph).startsWith(Indentation.UNIT) || area().isFolded(paragraph)) return null;
        int start = area().getAbsolutePosition(paragraph, 0);
        Bounds blank = area().getCharacterBoundsOnScreen(start, start + 1).orElse(null);
        Point2D left = blank == null ? null : screenToLocal(blank.getMinX(), blank.getMinY());
        return left == null ? null : new Grid(left.getX(), blank.getWidth() * Indentation.UNIT.length());
    }

    private void add(List<Line> lines, Grid grid, int depth, int visible) {
        Bounds onScreen = area().getVisibleParagraphBoundsOnScreen(visible);
        Bounds row = onScreen == null ? null : screenToLocal(onScreen);
        if (row == null || row.getHeight() < 2) return;
        for (int level = 0; level < depth; level++) {
            double x = Math.round(grid.left() + level * grid.step()) + 0.5;
            Line line = new Line(x, row.getMinY(), x, row.getMaxY());
            line.getStyleClass().add("indent-guide");
            lines.add(line);
        }
    }

    /** How many steps a line is indented; a blank line as its neighbours are, the lesser of them. */
    private int depth(int paragraph) {
        String text = area().getText(paragraph);
        if (!text.isBlank()) return steps(text);
        return Math.min(neighbour(paragraph, -1), neighbour(paragraph, 1));
    }

    private int neighbour(int paragraph, int direction) {
        int i = paragraph + direction;
        while (i >= 0 && i < area().getParagraphs().size() && area().getText(i).isBlank()) i += direction;
        return i < 0 || i >= area().getParagraphs().size() ? 0 : steps(area().getText(i));
    }

    private static int steps(String line) {
        int blanks = Indentation.leading(line).length();
        return (blanks + Indentation.UNIT.length() - 1) / Indentation.UNIT.length();
    }
}
