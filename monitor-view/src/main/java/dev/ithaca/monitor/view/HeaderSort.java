package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * What headings do: a click sorts by a column, another one the other way round, a third no longer; with Shift besides the
 * columns sorted by already. JavaFX has every column rise first, here figures fall first: the large ones are of interest.
 * Under the pointer a heading tells what its column shows.
 */
final class HeaderSort {
    private final Supplier<List<SortKey>> now;
    private final Consumer<List<SortKey>> sort;
    /** The order before a click that JavaFX is just dealing with in its own way; else null. */
    private List<SortKey> clicked;

    private HeaderSort(Supplier<List<SortKey>> now, Consumer<List<SortKey>> sort) {
        this.now = now;
        this.sort = sort;
    }

    /**
     * @param now the present order
     * @param sort takes the order after a click
     */
    static HeaderSort install(TableView<?> table, Supplier<List<SortKey>> now, Consumer<List<SortKey>> sort) {
        var headings = new HeaderSort(now, sort);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> headings.clicked = null);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, headings::released);
        table.addEventFilter(MouseEvent.MOUSE_CLICKED, headings::clicked);
        table.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, enter -> explain(enter.getTarget()));
        return headings;
    }

    /** A click is being dealt with: the order in between is not meant. */
    boolean isBusy() { return clicked != null; }

    private void released(MouseEvent release) {
        boolean click = release.getButton() == MouseButton.PRIMARY && release.isStillSincePress();
        clicked = click && columnAt(release) != null ? now.get() : null;
    }

    private void clicked(MouseEvent click) {
        List<SortKey> before = clicked;
        clicked = null;
        Column column = columnAt(click);
        if (before != null && column != null) sort.accept(next(before, column, click.isShiftDown()));
    }

    /** The order after a click on a heading. */
    static List<SortKey> next(List<SortKey> before, Column column, boolean besides) {
        SortKey present = before.stream().filter(key -> key.column() == column).findFirst().orElse(null);
        SortKey wanted = present == null ? new SortKey(column, column.largestFirst())
                : present.descending() == column.largestFirst() ? new SortKey(column, !column.largestFirst()) : null;
        var keys = new ArrayList<SortKey>();
        if (besides) {
            for (SortKey key : before) {
                if (key != present) keys.add(key);
                else if (wanted != null) keys.add(wanted);
            }
            if (present == null) keys.add(wanted);
        } else if (wanted != null) {
            keys.add(wanted);
        }
        return keys;
    }

    private static Column columnAt(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof TableColumnHeader)) node = node.getParent();
        return node instanceof TableColumnHeader header && !(header instanceof NestedTableColumnHeader)
                && header.getTableColumn().getUserData() instanceof Column column ? column : null;
    }

    /** Headings are made anew now and then, so each gets its words when the pointer first comes to it. */
    private static void explain(Object target) {
        if (!(target instanceof TableColumnHeader header) || header instanceof NestedTableColumnHeader || header.getProperties().containsKey(HeaderSort.class)
                || !(header.getTableColumn().getUserData() instanceof Column column)) return;
        header.getProperties().put(HeaderSort.class, true);
        Tooltip.install(header, new Tooltip(column.title() + ": " + column.explanation()));
    }
}
