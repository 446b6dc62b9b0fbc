package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.model.RefreshRates;
import dev.ithaca.monitor.viewmodel.ArrangementModel;
import dev.ithaca.monitor.viewmodel.MonitorAction;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/** The commands that say which processes are listed, in which order, and how often anew. */
final class ListActions {
    final MonitorAction refresh;
    final MonitorAction faster;
    final MonitorAction slower;
    final MonitorAction pause;
    final MonitorAction overview;
    final MonitorAction tree;
    final MonitorAction group;
    final MonitorAction expandAll;
    final MonitorAction collapseAll;
    final MonitorAction sums;
    final MonitorAction dead;
    final MonitorAction library;
    final MonitorAction markNew;
    final MonitorAction markDead;
    private final List<MonitorAction> sorting;

    ListActions(MonitorModel model, ProcessTable table, Switches switches) {
        ArrangementModel arrangement = model.arrangement();
        BooleanBinding running = model.inspectorProperty().isNotNull();
        BooleanBinding live = model.live();
        BooleanBinding nested = arrangement.arrangementProperty().isNotEqualTo(Arrangement.LIST);
        refresh = MonitorAction.of("refresh", "Refresh now", live, model::refreshNow, "U");
        // in the tree and among groups the same keys open and close
        faster = MonitorAction.typed("refresh-faster", "Refresh more often", nested.not(), () -> step(switches.interval(), RefreshRates::faster), "+");
        slower = MonitorAction.typed("refresh-slower", "Refresh less often", nested.not(), () -> step(switches.interval(), RefreshRates::slower), "-");
        pause = MonitorAction.of("pause", Bindings.when(switches.paused()).then("Go on refreshing").otherwise("Pause refreshing"), live,
                () -> toggle(switches.paused()), "P", "Pause");
        overview = MonitorAction.of("overview", Bindings.when(switches.overviewShown()).then("Hide the overview").otherwise("Show the overview"),
                always(), () -> toggle(switches.overviewShown()), "V");
        tree = MonitorAction.of("tree", Bindings.when(arrangement.treeProperty()).then("Show as list").otherwise("Show as tree"), running,
                () -> toggle(arrangement.treeProperty()), "T");
        group = MonitorAction.of("group", arrangement.arrangementProperty().map(now -> switch (now) {
            case BY_ORIGIN -> "Group by function";
            case BY_FUNCTION -> "Show as list";
            default -> "Group by start";
        }), running, arrangement::nextGrouping, "G");
        expandAll = MonitorAction.typed("expand-all", "Expand all", nested, arrangement::expandAll, "*");
        collapseAll = MonitorAction.typed("collapse-all", "Close all branches", nested, arrangement::collapseAll, "_");
        sums = MonitorAction.of("branch-sums", Bindings.when(arrangement.branchSumsProperty()).then("Closed branches: own figures only")
                .otherwise("Closed branches: sums of all below"), arrangement.treeProperty(), () -> toggle(arrangement.branchSumsProperty()), "Shift+T");
        dead = MonitorAction.of("dead", Bindings.when(arrangement.showDeadProperty()).then("Hide the dead").otherwise("Show the dead"), running,
                () -> toggle(arrangement.showDeadProperty()), "D");
        library = MonitorAction.of("library", Bindings.when(arrangement.showLibraryProperty()).then("Hide processes of the library")
                .otherwise("Show processes of the library"), running, () -> toggle(arrangement.showLibraryProperty()), "Y");
        markNew = MonitorAction.of("mark-new", Bindings.when(arrangement.markNewProperty()).then("Do not mark the new").otherwise("Mark the new for 3 seconds"),
                always(), () -> toggle(arrangement.markNewProperty()), "Shift+B");
        markDead = MonitorAction.of("mark-dead", Bindings.when(arrangement.markDeadProperty()).then("Do not mark who just died")
                .otherwise("Mark who just died for 3 seconds"), always(), () -> toggle(arrangement.markDeadProperty()), "Shift+D");
        sorting = List.of(sort(table, Column.HEAP, "M"), sort(table, Column.CPU, "C"), sort(table, Column.MAILBOX, "Q"),
                sort(table, Column.RATE, "R"), sort(table, Column.OLDEST, "O"),
                MonitorAction.typed("sort-left", "Sort by the column on the left", always(), () -> table.sortByNeighbour(-1), "<"),
                MonitorAction.typed("sort-right", "Sort by the column on the right", always(), () -> table.sortByNeighbour(1), ">"));
    }

    Stream<MonitorAction> all() {
        return Stream.concat(Stream.of(refresh, faster, slower, pause, tree, group, expandAll, collapseAll, sums, dead, library, markNew, markDead, overview), sorting.stream());
    }

    private static MonitorAction sort(ProcessTable table, Column column, String key) {
        return MonitorAction.of("sort-" + column.name().toLowerCase(Locale.ROOT),
                "Sort processes by " + (column == Column.CPU ? "CPU" : column.title().toLowerCase(Locale.ROOT)), always(), () -> table.sortBy(column), key);
    }

    private static void step(ObjectProperty<Duration> interval, UnaryOperator<java.time.Duration> next) {
        interval.set(Duration.millis(next.apply(java.time.Duration.ofMillis(Math.round(interval.get().toMillis()))).toMillis()));
    }

    private static void toggle(BooleanProperty property) { property.set(!property.get()); }

    private static ObservableBooleanValue always() { return new SimpleBooleanProperty(true); }
}
