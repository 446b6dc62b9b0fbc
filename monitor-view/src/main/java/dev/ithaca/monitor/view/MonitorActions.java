package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.Column;
import dev.ithaca.monitor.viewmodel.MonitorAction;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;

/** Every command of the monitor, made once. Single letters are valid only in the process list, never while one types. */
public final class MonitorActions {
    final MonitorAction goToSource;
    final MonitorAction suspendOrResume;
    final MonitorAction resume;
    final MonitorAction kill;
    final MonitorAction killNow;
    final MonitorAction killSubtree;
    final MonitorAction exportCsv;
    final MonitorAction exportJson;
    final MonitorAction overview;
    final MonitorAction help;
    final MonitorAction selectAll;
    final MonitorAction copy;
    final MonitorAction copyPid;
    final MonitorAction refresh;
    final MonitorAction filter;
    final MonitorAction tree;
    final MonitorAction group;
    final MonitorAction dead;
    final MonitorAction pause;
    final MonitorAction expandAll;
    final MonitorAction goToStart;
    final MonitorAction sendMessage;
    final MonitorAction freeze;
    final MonitorAction follow;
    final MonitorAction filterToFunction;
    final MonitorAction filterToSubtree;
    final MonitorAction tag;
    final MonitorAction clearTags;
    final MonitorAction find;
    final MonitorAction findNext;
    final MonitorAction findPrevious;
    final MonitorAction trace;
    final MonitorAction traceAll;
    final MonitorAction sendExit;
    final MonitorAction collectGarbage;
    private final List<MonitorAction> sorting;

    public MonitorActions(MonitorModel model, ProcessTable table, BooleanProperty paused, BooleanProperty overviewShown,
                          Runnable focusFilter, Runnable toggleHelp) {
        var always = new SimpleBooleanProperty(true);
        BooleanBinding nested = model.arrangement().arrangementProperty().isNotEqualTo(Arrangement.LIST);
        BooleanBinding running = model.inspectorProperty().isNotNull();
        BooleanBinding chosen = model.selection().primaryProperty().isNotNull();
        ObservableValue<String> suspendText = Bindings.when(model.selection().suspendedProperty()).then("Resume").otherwise("Suspend");
        ObservableValue<String> pauseText = Bindings.when(paused).then("Go on refreshing").otherwise("Pause refreshing");
        ObservableValue<String> treeText = Bindings.when(model.arrangement().treeProperty()).then("Show as list").otherwise("Show as tree");
        ObservableValue<String> deadText = Bindings.when(model.arrangement().showDeadProperty()).then("Hide the dead").otherwise("Show the dead");
        ObservableValue<String> killText = model.selection().targetsProperty()
                .map(pids -> pids.size() > 1 ? "Kill " + pids.size() + " processes…" : "Kill");
        goToSource = action("go-to-source", fixed("Go to source"), chosen, model.source()::goToPlace, "Enter", "F4");
        suspendOrResume = action("suspend", suspendText, model.selection().killableProperty(), model.actions()::suspendOrResume, "S");
        resume = action("resume", fixed("Resume"), model.selection().suspendedProperty(), model.actions()::resume, "R");
        kill = action("kill", killText, model.selection().killableProperty(), model.actions()::kill, "Delete", "K");
        killNow = action("kill-now", fixed("Kill without asking"), model.selection().killableProperty(), model.actions()::killNow, "Shift+Delete");
        killSubtree = action("kill-subtree", fixed("Kill with all below it…"), model.selection().killableProperty(), model.actions()::killSubtree, "Shortcut+Delete");
        exportCsv = action("export-csv", fixed("Export as CSV…"), running, model::exportCsv, "Shortcut+E");
        exportJson = action("export-json", fixed("Export as JSON…"), running, model::exportJson, "Shortcut+Shift+E");
        overview = action("overview", Bindings.when(overviewShown).then("Hide the overview").otherwise("Show the overview"), always,
                () -> overviewShown.set(!overviewShown.get()), "V");
        help = action("help", fixed("Keys"), always, toggleHelp, "?", List.of("F1"));
        selectAll = action("select-all", fixed("Select all processes"), running, model.selection()::selectAll, "Shortcut+A");
        copy = action("copy", fixed("Copy as text"), chosen, () -> model.selection().writeRows(MonitorActions::toClipboard), "Shortcut+C");
        copyPid = action("copy-pid", fixed("Copy pid"), chosen, () -> model.selection().writePids(MonitorActions::toClipboard),
                "Shortcut+Shift+C");
        refresh = action("refresh", fixed("Refresh now"), running, model::refreshNow, "U");
        filter = action("filter", fixed("Filter"), running, focusFilter, "/", List.of("Shortcut+F"));
        tree = action("tree", treeText, running, () -> model.arrangement().treeProperty().set(!model.arrangement().treeProperty().get()), "T");
        group = action("group", model.arrangement().arrangementProperty().map(now -> switch (now) {
            case BY_ORIGIN -> "Group by function";
            case BY_FUNCTION -> "Show as list";
            default -> "Group by start";
        }), running, model.arrangement()::nextGrouping, "G");
        dead = action("dead", deadText, running, () -> model.arrangement().showDeadProperty().set(!model.arrangement().showDeadProperty().get()), "D");
        pause = action("pause", pauseText, running, () -> paused.set(!paused.get()), "P", "Pause");
        expandAll = action("expand-all", fixed("Expand all"), nested, model.arrangement()::expandAll, "*", List.of());
        goToStart = action("go-to-start", fixed("Go to its start"), chosen, model.source()::goToStart, "Shortcut+Enter", "Shift+F4");
        sendMessage = action("send", fixed("Send a message…"), model.selection().killableProperty(), model.questions()::sendMessage, "N");
        freeze = action("freeze", fixed("Suspend when…"), running, model.questions()::freezeWhen, "Z");
        follow = action("follow", Bindings.when(model.followingProperty()).then("Stop following").otherwise("Follow it in the list"), chosen,
                () -> model.followingProperty().set(!model.followingProperty().get()), "F");
        filterToFunction = action("filter-function", fixed("Only this function"), chosen, model::filterToFunction, "I");
        filterToSubtree = action("filter-subtree", fixed("Only what it started"), chosen, model::filterToSubtree, "B");
        tag = action("tag", fixed("Tag or untag, and go on"), chosen, table::tagAndGoOn, "Space");
        clearTags = action("clear-tags", fixed("Take off all tags"), Bindings.createBooleanBinding(
                () -> !model.selection().taggedProperty().get().isEmpty(), model.selection().taggedProperty()), model.selection()::clearTags, "Shift+Space");
        find = action("find", fixed("Find a process…"), running, model.questions()::find, "Shortcut+G");
        findNext = action("find-next", fixed("Find the next one"), running, () -> model.questions().findAgain(true), "F3");
        findPrevious = action("find-previous", fixed("Find the one before"), running, () -> model.questions().findAgain(false), "Shift+F3");
        trace = action("trace", fixed("Trace its messages, or no longer"), model.selection().killableProperty(), model.actions()::traceMessages, "L");
        traceAll = action("trace-all", fixed("Trace the messages of all, or no longer"), running, model.actions()::traceAll, "Shift+L");
        sendExit = action("send-exit", fixed("Send an exit reason…"), model.selection().killableProperty(), model.questions()::sendExit, "E");
        collectGarbage = action("collect-garbage", fixed("Collect garbage of the whole VM"), running, model.actions()::collectGarbage, "Shift+G");
        sorting = List.of(sort(table, Column.HEAP, "M"), sort(table, Column.RATE, "C"), sort(table, Column.MAILBOX, "Q"),
                sort(table, Column.OLDEST, "O"), sort(table, Column.CPU, "X"));
    }

    /** All of them, for keys and palettes. */
    public List<MonitorAction> all() {
        var single = Stream.of(goToSource, goToStart, sendMessage, freeze, suspendOrResume, resume, kill, killNow, killSubtree, sendExit, trace, traceAll, collectGarbage,
                tag, clearTags, selectAll, find, findNext, findPrevious, copy, copyPid, refresh, filter, filterToFunction, filterToSubtree, follow, tree,
                group, dead, pause, expandAll, overview, exportCsv, exportJson, help);
        return Stream.concat(single, sorting.stream()).toList();
    }

    private static MonitorAction sort(ProcessTable table, Column column, String key) {
        return action("sort-" + column.name().toLowerCase(Locale.ROOT),
                fixed("Sort processes by " + (column == Column.CPU ? "CPU" : column.title().toLowerCase(Locale.ROOT))),
                new SimpleBooleanProperty(true), () -> table.sortBy(column), key);
    }

    private static MonitorAction action(String id, ObservableValue<String> text, ObservableBooleanValue enabled,
                                        Runnable handler, String... keys) {
        return action(id, text, enabled, handler, "", List.of(keys));
    }

    private static MonitorAction action(String id, ObservableValue<String> text, ObservableBooleanValue enabled,
                                        Runnable handler, String typed, List<String> keys) {
        var combinations = keys.stream().map(KeyCombination::valueOf).toList();
        return new MonitorAction(id, text, id, combinations, typed, enabled, handler);
    }

    private static ObservableValue<String> fixed(String text) { return new SimpleStringProperty(text); }

    private static void toClipboard(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
