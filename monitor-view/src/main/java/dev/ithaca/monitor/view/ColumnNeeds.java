package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Branch;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessGroup;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * What the rows in sight ask of the columns: which have anything to show, and how wide texts are. A need that has been seen
 * stays until other processes are shown or they are arranged otherwise, so that columns do not come and go with each look.
 */
final class ColumnNeeds {
    private enum Kind { EMPTY, LIST, TREE, GROUPS }

    /** Those that are blank for whole populations. Not those of rates: they are blank at the first look and would come with the second. */
    private static final Set<Column> MAYBE_BLANK = EnumSet.of(Column.OLDEST, Column.TREND, Column.PARENT, Column.REASON,
            Column.PRIORITY, Column.WORKER);
    /** Those that are blank for most: they have no place in an empty list, from which they would have to go when it fills. */
    private static final Set<Column> MOSTLY_BLANK = EnumSet.of(Column.OLDEST, Column.REASON, Column.PRIORITY);
    /** Those of which nobody knows beforehand how long their texts are. */
    private static final Set<Column> TEXTS = EnumSet.of(Column.NAME, Column.FUNCTION, Column.STATUS, Column.REASON);
    /** About as many as a screen holds. */
    private static final int ROWS = 60;
    /** In sizes of the font: longer texts are cut, or nothing would be left for the others. */
    private static final double MOST = 28;
    /** What is beside the text, in sizes of the font. */
    private static final double PADDING = 1.2;
    private static final double ICON = 1.5;
    private static final double ARROW = 1.5;
    /** A letter of the number of processes below. */
    private static final double MARK_LETTER = 0.55;

    private final Set<Column> blank = EnumSet.copyOf(MOSTLY_BLANK);
    /** In sizes of the font. */
    private final Map<Column, Double> widths = new EnumMap<>(Column.class);
    /** Letters of the longest text measured: only longer ones are worth measuring. */
    private final Map<Column, Integer> letters = new EnumMap<>(Column.class);
    private final Text measure = new Text();
    private Kind kind = Kind.EMPTY;

    /** @return whether the columns should be fitted anew */
    boolean look(Listing listing, int first, Font font) {
        Kind now = kindOf(listing);
        if (now == Kind.EMPTY) {
            // what was needed last is most likely to be needed next: cells that stay are not made anew
            kind = now;
            return false;
        }
        boolean changed = now != kind;
        if (changed) forget(now);
        measure.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize()));
        int end = Math.min(listing.size(), first + ROWS);
        for (int position = Math.min(first, end); position < end; position++) {
            int at = position;
            changed |= blank.removeIf(column -> !listing.text(column, at).isEmpty());
            for (Column column : TEXTS) changed |= measure(column, listing, position, font.getSize());
        }
        return changed;
    }

    private static Kind kindOf(Listing listing) {
        if (listing.size() == 0) return Kind.EMPTY;
        return listing.group(0) != null ? Kind.GROUPS : listing.isTree() ? Kind.TREE : Kind.LIST;
    }

    private void forget(Kind now) {
        kind = now;
        widths.clear();
        letters.clear();
        blank.clear();
        blank.addAll(MAYBE_BLANK);
    }

    private boolean measure(Column column, Listing listing, int position, double fontSize) {
        ProcessGroup group = column == Column.NAME || column == Column.FUNCTION ? listing.group(position) : null;
        // one text over both columns
        String text = group != null ? group.nameAndPlace() : listing.text(column, position);
        int depth = column == Column.NAME ? listing.depth(position) : 0;
        Branch branch = column == Column.NAME ? listing.branch(position) : null;
        int mark = branch == null ? 0 : 2 + String.valueOf(branch.below()).length();
        if (text == null || text.length() + 2 * depth + mark <= letters.getOrDefault(column, 0)) return false;
        letters.put(column, text.length() + 2 * depth + mark);
        measure.setText(text);
        double beside = switch (column) {
            case STATUS -> ICON;
            case NAME -> listing.isTree() ? ARROW + NameCell.INDENT * depth : 0;
            default -> 0;
        };
        double whole = measure.getLayoutBounds().getWidth() / fontSize + PADDING + beside + MARK_LETTER * mark;
        double width = Math.min(MOST, group == null ? whole : whole / 2);
        if (width <= widths.getOrDefault(column, 0.0)) return false;
        widths.put(column, width);
        return true;
    }

    /** Whether no process in sight has had anything to show in a column. */
    boolean isBlank(Column column) { return blank.contains(column); }

    /** The width at which no text in sight is cut, in sizes of the font; 0 if any will do. */
    double width(Column column) { return widths.getOrDefault(column, 0.0); }
}
