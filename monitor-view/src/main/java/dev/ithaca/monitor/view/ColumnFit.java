package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.SortKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;

/**
 * Shows as many columns as fit the width, the important ones first, and gives what is left to texts that would be cut, then
 * to names and places. Columns with nothing to show are left out until they have. A column that the user shows, hides or
 * resizes by hand stays as he wants it.
 */
final class ColumnFit {
    /** Most wanted first; those left out are shown only by choice. */
    private static final List<Column> BY_IMPORTANCE = List.of(Column.PID, Column.STATUS, Column.FUNCTION, Column.MAILBOX,
            Column.RATE, Column.NAME, Column.HEAP, Column.CPU, Column.OLDEST, Column.TREND, Column.UPTIME, Column.REASON,
            Column.REDUCTIONS, Column.PARENT, Column.ORIGIN, Column.LINKS, Column.MONITORS, Column.IN_RATE, Column.OUT_RATE, Column.PRIORITY, Column.RECEIVED, Column.SENT, Column.CHILDREN, Column.SOURCE, Column.WORKER);
    /** Columns less important than this one are shown only if no text need be cut for them. */
    private static final Column LAST_BEFORE_TEXTS = Column.REASON;
    /** The name carries the branches, and the name of a group goes on over the column of functions. */
    private static final List<Column> FOR_BRANCHES = Stream.concat(Stream.of(Column.PID, Column.NAME),
            BY_IMPORTANCE.stream().filter(column -> column != Column.PID && column != Column.NAME)).toList();
    private static final Column LAST_BEFORE_TEXTS_OF_BRANCHES = Column.RATE;
    private static final Column LAST_BEFORE_TEXTS_OF_NARROW_TREE = Column.MAILBOX;
    /** Style of the column of states while it shows their marks alone. */
    private static final String MARKS = "marks";
    /** Narrower than this, in pixels at {@link #FONT_SIZE}, the tree shows states by their marks alone. */
    private static final double NARROW_TREE = 480;
    /** Shares of the width that is left. */
    private static final Map<Column, Double> GROWTH = Map.of(Column.NAME, 1.0, Column.FUNCTION, 1.0, Column.STATUS, 0.4,
            Column.MAILBOX, 0.4, Column.REDUCTIONS, 0.4, Column.SOURCE, 0.7, Column.ORIGIN, 0.7, Column.REASON, 1.3);
    /** Size of the font for which the widths are made, in pixels. */
    private static final double FONT_SIZE = 13;
    /** On both sides of a text; does not shrink with it. */
    private static final double PADDING = 8;
    private static final double LEAST_WIDTH = 28;
    private static final double SHORT_NAME = 60;
    /** Vertical scroll bar, menu button and borders. */
    private static final double MARGIN = 18;

    private final Map<Column, ? extends TableColumn<?, ?>> columns;
    private final Map<Column, Boolean> chosen = new EnumMap<>(Column.class);
    private final Map<Column, Double> resized = new EnumMap<>(Column.class);
    private final ColumnNeeds needs = new ColumnNeeds();
    private Runnable onChange = () -> {};
    private final Consumer<Set<Column>> onShown;
    private boolean fitting;
    private double tableWidth;
    private double available;
    private double scale = 1;
    private Arrangement arrangement = Arrangement.LIST;
    /** Of interest above all others. */
    private Set<Column> sorted = Set.of();

    /** @param onShown told which columns are shown */
    ColumnFit(Map<Column, ? extends TableColumn<?, ?>> columns, Consumer<Set<Column>> onShown) {
        this.columns = columns;
        this.onShown = onShown;
        columns.forEach((column, view) -> {
            view.setMinWidth(LEAST_WIDTH);
            view.visibleProperty().addListener((o, before, visible) -> {
                if (fitting) return;
                chosen.put(column, visible);
                fit();
                onChange.run();
            });
            view.widthProperty().addListener((o, before, now) -> {
                if (!fitting && Math.abs(now.doubleValue() - view.getPrefWidth()) > 0.5) {
                    resized.put(column, now.doubleValue());
                    onChange.run();
                }
            });
        });
    }

    /** Called after each change by hand. */
    void setOnChange(Runnable handler) { onChange = handler; }

    /** What was shown, hidden and resized by hand: {@code +PARENT -HEAP NAME=120}. */
    String describe() {
        var words = new ArrayList<String>();
        chosen.forEach((column, shown) -> words.add((shown ? "+" : "-") + column.name()));
        resized.forEach((column, width) -> words.add(column.name() + "=" + Math.round(width)));
        return String.join(" ", words);
    }

    /** Takes up what {@link #describe} gave; words that mean nothing are left out. */
    void restore(String description) {
        for (String word : description.split(" ")) {
            int equals = word.indexOf('=');
            String name = equals > 0 ? word.substring(0, equals) : word.isEmpty() ? "" : word.substring(1);
            for (Column column : columns.keySet()) {
                if (!column.name().equals(name)) continue;
                if (equals > 0 && word.substring(equals + 1).matches("\\d{1,4}")) resized.put(column, Double.valueOf(word.substring(equals + 1)));
                else if (equals < 0) chosen.put(column, word.charAt(0) == '+');
            }
        }
        fit();
    }

    void setWidth(double newWidth) {
        tableWidth = newWidth;
        fit();
    }

    /** Widths grow and shrink with the text. */
    void setFontSize(double pixels) {
        scale = pixels / FONT_SIZE;
        columns.values().forEach(view -> view.setMinWidth(Math.min(1, scale) * LEAST_WIDTH));
        fit();
    }

    void setArrangement(Arrangement newArrangement) {
        arrangement = newArrangement;
        fit();
    }

    /** Columns that the list is sorted by are in sight, or nobody would see why it stands as it does. */
    void setSorted(List<SortKey> keys) {
        Set<Column> now = keys.stream().map(SortKey::column).collect(Collectors.toSet());
        if (now.equals(sorted)) return;
        sorted = now;
        fit();
    }

    /**
     * Goes by what the processes in sight have to show.
     *
     * @param first position of the first one in sight
     */
    void look(Listing listing, int first, Font font) {
        if (needs.look(listing, first, font)) fit();
    }

    private void fit() {
        // a scroll bar grows with the text
        available = tableWidth - MARGIN * Math.max(1, scale);
        if (available <= 0) return;
        fitting = true;
        try {
            Set<Column> visible = choose();
            double free = available;
            double growth = 0;
            for (Column column : visible) {
                free -= base(column);
                growth += growth(column);
            }
            var extras = new EnumMap<Column, Double>(Column.class);
            // small wants first, so that as few columns as possible have texts that are cut
            for (Column column : visible.stream().sorted(Comparator.comparingDouble(this::missing)).toList()) {
                double extra = Math.clamp(free, 0, missing(column));
                extras.put(column, extra);
                free -= extra;
            }
            onShown.accept(visible);
            TableColumn<?, ?> status = columns.get(Column.STATUS);
            if (status.getStyleClass().contains(MARKS) != marksOnly()) {
                if (marksOnly()) status.getStyleClass().add(MARKS);
                else status.getStyleClass().remove(MARKS);
            }
            for (var entry : columns.entrySet()) {
                Column column = entry.getKey();
                TableColumn<?, ?> view = entry.getValue();
                view.setVisible(visible.contains(column));
                double extra = growth == 0 ? 0 : Math.max(0, free) * growth(column) / growth;
                view.setPrefWidth(Math.floor(base(column) + extras.getOrDefault(column, 0.0) + extra));
            }
        } finally {
            fitting = false;
        }
    }

    private Set<Column> choose() {
        Set<Column> visible = EnumSet.noneOf(Column.class);
        double free = available;
        for (Column column : columns.keySet()) {
            if (chosen.getOrDefault(column, sorted.contains(column))) {
                visible.add(column);
                free -= base(column);
            }
        }
        boolean list = arrangement == Arrangement.LIST;
        Column lastBeforeTexts = list ? LAST_BEFORE_TEXTS : marksOnly() ? LAST_BEFORE_TEXTS_OF_NARROW_TREE : LAST_BEFORE_TEXTS_OF_BRANCHES;
        for (Column column : list ? BY_IMPORTANCE : FOR_BRANCHES) {
            if (!chosen.containsKey(column) && !visible.contains(column) && !needs.isBlank(column)) {
                free -= base(column);
                if (free < 0) break;
                visible.add(column);
            }
            if (column == lastBeforeTexts) free -= missing(visible);
        }
        return visible;
    }

    private double missing(Set<Column> visible) { return visible.stream().mapToDouble(this::missing).sum(); }

    /** What a column needs beyond its base for no text to be cut. */
    private double missing(Column column) {
        return resized.containsKey(column) || column == Column.STATUS && marksOnly() ? 0 : Math.max(0, needs.width(column) * scale * FONT_SIZE - base(column));
    }

    private double growth(Column column) { return resized.containsKey(column) || width(column) == StatusCell.MARK_WIDTH ? 0 : GROWTH.getOrDefault(column, 0.0); }

    private double base(Column column) {
        Double byHand = resized.get(column);
        if (byHand != null) return byHand;
        double usual = Math.ceil(Math.max(scale * width(column), scale * (width(column) - PADDING) + PADDING));
        double needed = needs.width(column) * scale * FONT_SIZE;
        // short names leave their room to functions that would be cut
        return column == Column.NAME && arrangement == Arrangement.LIST && needed > 0 ? Math.min(usual, Math.max(needed, scale * SHORT_NAME)) : usual;
    }

    private boolean marksOnly() { return arrangement == Arrangement.TREE && available < scale * NARROW_TREE; }

    private double width(Column column) {
        return switch (column) {
            case PID, PARENT -> 54;
            case NAME -> arrangement == Arrangement.TREE ? 120 : arrangement.grouped() ? 100 : 92;
            case FUNCTION -> arrangement == Arrangement.LIST ? 72 : 84;
            case STATUS -> marksOnly() ? StatusCell.MARK_WIDTH : arrangement.grouped() ? 116 : 93;
            case MAILBOX -> 60;
            case REDUCTIONS, OLDEST -> 82;
            case RATE -> 66;
            case HEAP -> 78;
            case CHILDREN -> 72;
            case UPTIME, WORKER -> 64;
            case TREND -> 58;
            case TIMELINE -> 128;
            case LINKS, CPU -> 52;
            case WAITING, TURNS -> 72;
            case QUEUED, HEAP_MAX -> 84;
            case RECEIVED, SENT, MONITORS, PRIORITY -> 70;
            case IN_RATE, OUT_RATE -> 84;
            case SOURCE, ORIGIN -> 100;
            case REASON -> 110;
        };
    }
}
