package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.SortKey;
import dev.ithaca.monitor.model.Specimens;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.monitor.viewmodel.MonitorSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Font;
import javafx.util.Duration;

/**
 * The process list and the process tree: one virtual table over a listing ordered elsewhere. The selection is bound to the
 * pids; while a button is down, a menu is open or the list is being scrolled, it holds still, so that no click meets
 * another process than the one aimed at.
 */
public final class ProcessTable extends TableView<Long> {
    /**
     * Most rows that are selected in the table as well as in the model: to deselect 100,000 it would need seconds. Beyond
     * that, the rows are only marked as chosen.
     */
    private static final int MOST_SELECTED_ROWS = 500;
    private static final String COLUMNS_KEY = "columns";
    private static final String ORDER_KEY = "columnOrder";
    private static final String SORT_KEY = "sort";
    /** In sizes of the font. */
    private static final double ROW_HEIGHT = 1.75;
    private static final double TOOLTIP_WIDTH = 560;
    private static final Duration SCROLL_REST = Duration.millis(350);

    private final MonitorModel model;
    private final ListingItems items = new ListingItems();
    /** What the cells draw; follows the items. */
    private final ObjectProperty<Listing> shown = new SimpleObjectProperty<>(this, "shown", items.listing());
    /** The item of every cell, which never changes: cells look at what is shown by themselves. */
    private final ObservableValue<Listing> cellItem = new ReadOnlyObjectWrapper<>(this, "cellItem", Listing.empty()).getReadOnlyProperty();
    /** Counts up when a column has got another width. */
    private final LongProperty widths = new SimpleLongProperty(this, "widths");
    private final Map<Column, TableColumn<Long, Listing>> byColumn = new EnumMap<>(Column.class);
    private static final double START_WIDTH = 72;

    private final ColumnFit fit;
    private final ObservableValue<Font> font;
    private final ObjectProperty<List<SortKey>> sortKeys = new SimpleObjectProperty<>(this, "sortKeys", List.of());
    private final PauseTransition scrolling = new PauseTransition(SCROLL_REST);
    /** Changes to the selection now come from the model. */
    private boolean following;
    /** After a change of the height, by which the row that is followed may have been lost at the lower end. */
    private final PauseTransition resizing = new PauseTransition(Duration.millis(50));
    private boolean pressed;
    /** Rows are made ahead. */
    private boolean preparing;
    private Listing held;

    /** @param font that of the text around, which the widths of the columns go by */
    public ProcessTable(MonitorModel model, ObservableValue<Font> font) {
        this.model = model;
        this.font = font;
        setId("process-table");
        getStyleClass().addAll("process-table", "dense");
        setTableMenuButtonVisible(true);
        setAccessibleText("Processes");
        setItems(items);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var tooltip = new Tooltip();
        // a reason to exit can be long
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        setRowFactory(table -> new ProcessRow(shown, model.selection().selectedProperty(), model.selection().taggedProperty(), widths, tooltip));
        for (Column column : Column.values()) getColumns().add(column(column));
        // the order is made elsewhere: here the wish is only passed on
        var headings = HeaderSort.install(this, this::sortKeys, this::sortBy);
        setSortPolicy(table -> {
            if (headings.isBusy()) return true;
            sortKeys.set(sortKeys());
            model.arrangement().sortBy(sortKeys.get());
            return true;
        });
        fit = new ColumnFit(byColumn, this::collectFor);
        widthProperty().addListener((o, before, now) -> fit.setWidth(now.doubleValue()));
        setRowHeight(font.getValue());
        font.addListener((o, before, now) -> {
            setRowHeight(now);
            fit.setFontSize(now.getSize());
        });
        model.arrangement().arrangementProperty().addListener((o, before, now) -> fit.setArrangement(now));
        sortKeys.addListener((o, before, now) -> fit.setSorted(now));
        model.population().listingProperty().addListener((o, before, now) -> take(now));
        model.selection().selectedProperty().addListener((o, before, now) -> followModel());
        model.selection().primaryProperty().addListener((o, before, now) -> followModel());
        model.followingProperty().addListener((o, before, now) -> revealFollowed());
        heightProperty().addListener((o, before, now) -> resizing.playFromStart());
        resizing.setOnFinished(rest -> revealFollowed());
        getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> tellModel());
        getSelectionModel().selectedItemProperty().addListener((o, before, now) -> tellModel());
        Controls.bindLooks(this, "mark-new", model.arrangement().markNewProperty());
        Controls.bindLooks(this, "mark-dead", model.arrangement().markDeadProperty());
        holdStillOnGestures();
    }

    /** Whole pixels, as rows are put at: of fractions, the sum would be another than the place of the last row. */
    private void setRowHeight(Font font) { setFixedCellSize(Math.round(ROW_HEIGHT * font.getSize())); }

    @Override protected Skin<?> createDefaultSkin() {
        var skin = new ProcessTableSkin(this);
        skin.showRows(!preparing);
        return skin;
    }

    /** Takes up columns and sort order as they were left, and keeps them from now on. */
    public void remember(MonitorSettings settings) {
        String columns = settings.get(COLUMNS_KEY);
        if (columns != null) fit.restore(columns);
        String order = settings.get(ORDER_KEY);
        if (order != null) restoreOrder(List.of(order.split(" ")));
        String sort = settings.get(SORT_KEY);
        if (sort != null) restoreSort(sort);
        fit.setOnChange(() -> settings.put(COLUMNS_KEY, fit.describe()));
        getColumns().addListener((ListChangeListener<TableColumn<Long, ?>>) change -> settings.put(ORDER_KEY,
                getColumns().stream().map(view -> ((Column) view.getUserData()).name()).collect(Collectors.joining(" "))));
        sortKeys.addListener((o, before, now) -> settings.put(SORT_KEY, now.stream()
                .map(key -> (key.descending() ? "-" : "+") + key.column().name()).collect(Collectors.joining(" "))));
    }

    private void restoreOrder(List<String> names) {
        var views = new ArrayList<TableColumn<Long, ?>>(getColumns());
        // a column of a newer version goes last
        views.sort(Comparator.comparingInt(view -> {
            int at = names.indexOf(((Column) view.getUserData()).name());
            return at < 0 ? names.size() : at;
        }));
        getColumns().setAll(views);
    }

    private void restoreSort(String description) {
        var keys = new ArrayList<SortKey>();
        for (String word : description.split(" ")) {
            for (Column column : Column.values()) {
                if (!word.isEmpty() && column.name().equals(word.substring(1))) keys.add(new SortKey(column, word.charAt(0) == '-'));
            }
        }
        sortBy(keys);
    }

    private TableColumn<Long, Listing> column(Column column) {
        var view = new TableColumn<Long, Listing>(column.title());
        // any width but the default 80, at which JavaFX makes, styles and measures cells as soon as there is a header
        view.setPrefWidth(START_WIDTH);
        view.widthProperty().addListener((o, before, now) -> widths.set(widths.get() + 1));
        view.setId("column-" + column.name().toLowerCase(Locale.ROOT));
        view.setUserData(column);
        view.setReorderable(true);
        view.setCellValueFactory(row -> cellItem);
        view.setCellFactory(ignored -> switch (column) {
            case STATUS -> new StatusCell(shown);
            case NAME -> new NameCell(model, shown);
            case FUNCTION -> new FunctionCell(shown);
            case TREND -> new TrendCell(shown);
            case TIMELINE -> new TimelineCell(model.timelines(), shown);
            default -> new ProcessCell(column, shown);
        });
        if (column.numeric()) view.getStyleClass().add("number-column");
        if (column == Column.STATUS) {
            view.getStyleClass().add("status-column");
            view.setGraphic(Icon.action("status-mark"));
        }
        byColumn.put(column, view);
        return view;
    }

    private void collectFor(Set<Column> visible) {
        model.population().setShownColumns(visible);
        model.timelines().setAllInSight(visible.contains(Column.TIMELINE));
    }

    private List<SortKey> sortKeys() {
        var keys = new ArrayList<SortKey>();
        for (TableColumn<Long, ?> view : getSortOrder()) {
            keys.add(new SortKey((Column) view.getUserData(), view.getSortType() == TableColumn.SortType.DESCENDING));
        }
        return keys;
    }

    private void sortBy(List<SortKey> keys) {
        for (SortKey key : keys) {
            byColumn.get(key.column()).setSortType(key.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        }
        getSortOrder().setAll(keys.stream().map(key -> byColumn.get(key.column())).toList());
        sort();
    }

    /** Sorts by one column; by the same again, the other way round. */
    public void sortBy(Column column) {
        List<SortKey> now = sortKeys();
        boolean again = now.size() == 1 && now.getFirst().column() == column;
        sortBy(List.of(new SortKey(column, again ? !now.getFirst().descending() : column.largestFirst())));
    }

    /** Sorts by the column in sight beside the one sorted by. @param step -1 for the one on the left, 1 for the one on the right */
    public void sortByNeighbour(int step) {
        List<TableColumn<Long, ?>> visible = getVisibleLeafColumns();
        int now = getSortOrder().isEmpty() ? -1 : visible.indexOf(getSortOrder().getFirst());
        int next = now < 0 ? (step > 0 ? 0 : visible.size() - 1) : now + step;
        if (next >= 0 && next < visible.size()) sortBy((Column) visible.get(next).getUserData());
    }

    /** Makes so many rows with all that belongs in them, as long as there are no processes. They are not to be seen. */
    void prepare(int rows) {
        if (listing().size() > 0) return;
        shown.set(rows == 0 ? listing() : Specimens.listing(rows));
        items.showBlank(rows);
        showsPrepared(rows > 0);
    }

    private void showsPrepared(boolean now) {
        preparing = now;
        if (getSkin() instanceof ProcessTableSkin skin) skin.showRows(!now);
    }

    /** What is on screen. */
    public Listing listing() { return items.listing(); }

    /** Scrolls to a process if it is shown and out of sight. */
    public void reveal(long pid) {
        int position = items.indexOf(pid);
        if (position >= 0) scrollTo(Math.max(0, position - 3));
    }

    /** Processes in sight. */
    public long[] visiblePids() {
        if (items.isEmpty() || !(getSkin() instanceof ProcessTableSkin skin)) return new long[0];
        IndexedCell<?> first = skin.flow().getFirstVisibleCell();
        IndexedCell<?> last = skin.flow().getLastVisibleCell();
        if (first == null || last == null) return new long[0];
        return IntStream.rangeClosed(first.getIndex(), Math.min(last.getIndex(), listing().size() - 1)).mapToLong(listing()::pid)
                .filter(pid -> pid > 0).toArray();
    }

    /** Tags the selected processes and goes on to the next one, so that a range is tagged with one key. */
    public void tagAndGoOn() {
        model.selection().toggleTags();
        int next = getSelectionModel().getSelectedIndex() + 1;
        if (getSelectionModel().getSelectedIndices().size() == 1 && next < items.size()) {
            getSelectionModel().clearAndSelect(next);
            revealIfHidden(items.get(next));
        }
    }

    private void revealFollowed() {
        if (model.followingProperty().get()) revealIfHidden(model.selection().primaryProperty().get());
    }

    private void revealIfHidden(Long pid) {
        int position = pid == null ? -1 : items.indexOf(pid);
        if (position < 0 || !(getSkin() instanceof ProcessTableSkin skin)) return;
        IndexedCell<?> first = skin.flow().getFirstVisibleCell();
        IndexedCell<?> last = skin.flow().getLastVisibleCell();
        if (first == null || last == null) scrollTo(position);
        else if (position < first.getIndex() || position > last.getIndex()) {
            int context = Math.max(0, position - 3);
            // to scroll to what is in sight already does nothing
            scrollTo(context >= first.getIndex() && context <= last.getIndex() ? position : context);
        }
    }

    private void take(Listing next) {
        if (isHeld()) {
            held = next;
            return;
        }
        held = null;
        following = true;
        try {
            items.showBlank(0);
            showsPrepared(false);
            // before the rows are filled: what is done to cells that then leave the row and come back would be lost
            fit.look(next, firstInSight(), font.getValue());
            boolean moved = !next.sameOrder(items.listing());
            Long group = getSelectionModel().getSelectedItem();
            items.show(next, moved);
            shown.set(next);
            if (moved) selectPids();
            if (moved) revealFollowed();
            if (moved && group != null && group < 0 && items.indexOf(group) >= 0) getSelectionModel().select(group);
        } finally {
            following = false;
        }
    }

    private int firstInSight() {
        IndexedCell<?> first = getSkin() instanceof ProcessTableSkin skin ? skin.flow().getFirstVisibleCell() : null;
        return first == null ? 0 : Math.max(0, first.getIndex());
    }

    private void followModel() {
        if (following) return;
        following = true;
        try {
            selectPids();
        } finally {
            following = false;
        }
    }

    private void tellModel() {
        if (following) return;
        following = true;
        try {
            Set<Long> pids = new HashSet<>(getSelectionModel().getSelectedItems());
            // a group is no process: it can be opened and closed, nothing else
            pids.removeIf(pid -> pid == null || pid <= 0);
            Long primary = getSelectionModel().getSelectedItem();
            // in the midst of a change the table may not know its selected item yet
            model.selection().select(primary != null && pids.contains(primary) ? primary : pids.stream().findFirst().orElse(null), pids);
        } finally {
            following = false;
        }
    }

    /** Makes the selected rows those of the selected pids. */
    private void selectPids() {
        Long primary = model.selection().primaryProperty().get();
        Set<Long> pids = model.selection().selectedProperty().get();
        if (pids.size() > MOST_SELECTED_ROWS) pids = primary == null ? Set.of() : Set.of(primary);
        int[] rows = pids.stream().mapToInt(items::indexOf).filter(row -> row >= 0).toArray();
        var selection = getSelectionModel();
        // it changes after the others: until then it may be one that is no longer selected
        int primaryRow = primary == null || !pids.contains(primary) ? -1 : items.indexOf(primary);
        if (rows.length == 1 && selection.getSelectedIndices().size() == 1 && selection.getSelectedIndex() == rows[0]) return;
        selection.clearSelection();
        if (rows.length > 0) selection.selectIndices(rows[0], rows);
        if (primaryRow >= 0) selection.select(primaryRow);
    }

    private boolean isHeld() {
        ContextMenu menu = getContextMenu();
        // a range this long, drawn by hand, is not worth seconds at each refresh
        if (getSelectionModel().getSelectedIndices().size() > MOST_SELECTED_ROWS) return true;
        return pressed || scrolling.getStatus() == Animation.Status.RUNNING
                || menu != null && menu.isShowing();
    }

    private void letGo() {
        if (held != null && !isHeld()) take(held);
    }

    private void holdStillOnGestures() {
        addEventFilter(MouseEvent.MOUSE_PRESSED, press -> pressed = true);
        addEventFilter(MouseEvent.MOUSE_RELEASED, release -> {
            pressed = false;
            letGo();
        });
        // a release can be lost, to a menu for instance: a pointer that moves with no button down is free
        addEventFilter(MouseEvent.MOUSE_MOVED, move -> {
            pressed = false;
            letGo();
        });
        addEventFilter(ScrollEvent.SCROLL, scroll -> scrolling.playFromStart());
        scrolling.setOnFinished(rest -> letGo());
        contextMenuProperty().addListener((o, before, menu) -> {
            if (menu != null) menu.showingProperty().addListener((p, was, showing) -> {
                // the release of the button that opened the menu may have gone to the menu
                pressed = false;
                letGo();
            });
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            boolean onRow = rowAt(click) != null;
            if (onRow && click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) openSelected();
        });
    }

    /** Goes to the source of a process, opens or closes a group. */
    private void openSelected() {
        Long chosen = getSelectionModel().getSelectedItem();
        int position = chosen == null ? -1 : listing().positionOf(chosen);
        if (position >= 0 && chosen < 0) model.arrangement().setExpanded(chosen, !listing().isExpanded(position));
        else model.source().goToPlace();
    }

    private static ProcessRow rowAt(MouseEvent event) {
        var node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof ProcessRow)) node = node.getParent();
        return node instanceof ProcessRow row && !row.isEmpty() ? row : null;
    }
}
