package dev.ithaca.monitor.view;

import dev.ithaca.monitor.viewmodel.MonitorAction;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.vm.inspect.Step;
import dev.ithaca.vm.inspect.ValueView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Every command of the monitor, made once. Single letters are valid only in the process list, never while one types. */
public final class MonitorActions {
    /** Characters of what was copied. */
    private static final int MOST_TOLD = 120;

    final MonitorAction goToSource;
    final MonitorAction inspect;
    final MonitorAction suspendOrResume;
    final MonitorAction resume;
    final MonitorAction stepInto;
    final MonitorAction stepOver;
    final MonitorAction stepOut;
    final MonitorAction dropMessage;
    final MonitorAction respawn;
    final MonitorAction kill;
    final MonitorAction killNow;
    final MonitorAction killSubtree;
    final MonitorAction undoKill;
    final MonitorAction exportCsv;
    final MonitorAction exportJson;
    final MonitorAction help;
    final MonitorAction selectAll;
    final MonitorAction copy;
    final MonitorAction copyPid;
    final MonitorAction copySend;
    final MonitorAction saveAsTest;
    final MonitorAction filter;
    final MonitorAction states;
    final MonitorAction goToStart;
    final MonitorAction sendMessage;
    final MonitorAction evaluate;
    final MonitorAction freeze;
    final MonitorAction follow;
    final MonitorAction filterToFunction;
    final MonitorAction filterToSubtree;
    final MonitorAction tag;
    final MonitorAction clearTags;
    final MonitorAction find;
    final MonitorAction findNext;
    final MonitorAction findPrevious;
    final MonitorAction flow;
    final MonitorAction holdFlow;
    final MonitorAction copyFlow;
    final MonitorAction copyMermaid;
    final MonitorAction traceCalls;
    final MonitorAction trace;
    final MonitorAction traceAll;
    final MonitorAction keepHistory;
    final MonitorAction sendExit;
    final MonitorAction collectGarbage;
    /** Those about recordings. */
    final RecordingActions recording;
    /** Those that say what is listed, and how. */
    final ListActions list;

    public MonitorActions(MonitorModel model, ProcessTable table, Switches switches, Runnable focusFilter, Runnable showStates,
                          Runnable inspectVariables, Runnable showMessages, Runnable showCalls, Runnable toggleHelp) {
        var always = new SimpleBooleanProperty(true);
        BooleanBinding running = model.inspectorProperty().isNotNull();
        BooleanBinding live = model.live();
        BooleanBinding chosen = model.selection().primaryProperty().isNotNull();
        ObservableValue<String> suspendText = Bindings.when(model.selection().suspendedProperty()).then("Resume").otherwise("Suspend");
        ObservableValue<String> killText = model.selection().targetsProperty()
                .map(pids -> pids.size() > 1 ? "Kill " + pids.size() + " processes…" : "Kill");
        goToSource = MonitorAction.of("go-to-source", "Go to source", chosen, model.source()::goToPlace, "Enter", "F4");
        suspendOrResume = MonitorAction.of("suspend", suspendText, model.selection().killableProperty(), model.actions()::suspendOrResume, "S");
        resume = MonitorAction.of("resume", "Resume", model.selection().suspendedProperty(), model.actions()::resume, "R");
        stepInto = step("step-into", "Step", model, Step.INTO, "J");
        stepOver = step("step-over", "Step over calls", model, Step.OVER, "Shift+J");
        stepOut = step("step-out", "Step out to the caller", model, Step.OUT, "Shortcut+J");
        dropMessage = MonitorAction.of("drop-message", "Take the oldest message away", model.selection().killableProperty(), model.actions()::dropMessage, "X");
        respawn = MonitorAction.of("respawn", "Start it again, with what it had", chosen.and(live).and(Bindings.not(model.selection().killableProperty())),
                model.actions()::respawn, "A");
        kill = MonitorAction.of("kill", killText, model.selection().killableProperty(), model.actions()::kill, "Delete", "K");
        killNow = MonitorAction.of("kill-now", "Kill without asking", model.selection().killableProperty(), model.actions()::killNow, "Shift+Delete");
        killSubtree = MonitorAction.of("kill-subtree", "Kill with all below it…", model.selection().killableProperty(), model.actions()::killSubtree, "Shortcut+Delete");
        undoKill = MonitorAction.of("undo", "Undo the last kill", model.undo().possible(), model.undo()::undo, "Shortcut+Z");
        exportCsv = MonitorAction.of("export-csv", "Export as CSV…", running, model::exportCsv, "Shortcut+E");
        exportJson = MonitorAction.of("export-json", "Export as JSON…", running, model::exportJson, "Shortcut+Shift+E");
        help = MonitorAction.typed("help", "Keys", always, toggleHelp, "?", "F1");
        selectAll = MonitorAction.of("select-all", "Select all processes", running, model.selection()::selectAll, "Shortcut+A");
        copy = MonitorAction.of("copy", "Copy rows with tabs between", chosen, () -> model.selection().writeRows(MonitorActions::toClipboard), "Shortcut+C");
        copyPid = MonitorAction.of("copy-pid", "Copy pid", chosen, () -> model.selection().writePids(MonitorActions::toClipboard),
                "Shortcut+Shift+C");
        copySend = MonitorAction.of("copy-send", "Copy its messages as lines that send them", chosen, () -> model.texts().writeMessages(MonitorActions::toClipboard),
                "Shortcut+Alt+C");
        saveAsTest = MonitorAction.of("save-as-test", "Write a test of what happened to it", chosen, model.texts()::saveAsTest, "W");
        filter = MonitorAction.typed("filter", "Filter", running, focusFilter, "/", "Shortcut+F");
        states = MonitorAction.of("states", "Choose the states shown…", running, showStates, "Shift+S");
        goToStart = MonitorAction.of("go-to-start", "Go to its start", chosen, model.source()::goToStart, "Shortcut+Enter", "Shift+F4");
        inspect = MonitorAction.of("inspect", "Inspect its variables", chosen, inspectVariables, "F9");
        sendMessage = MonitorAction.of("send", "Send a message…", model.selection().killableProperty(), model.questions()::sendMessage, "N");
        evaluate = MonitorAction.typed("evaluate", "Evaluate an expression in it…", chosen.and(live), model.questions()::evaluate, "=");
        freeze = MonitorAction.of("freeze", "Suspend when…", live, model.questions()::freezeWhen, "Z");
        follow = MonitorAction.of("follow", Bindings.when(model.followingProperty()).then("Stop following").otherwise("Follow it in the list"), chosen,
                () -> model.followingProperty().set(!model.followingProperty().get()), "F");
        filterToFunction = MonitorAction.of("filter-function", "Only this function", chosen, model::filterToFunction, "I");
        filterToSubtree = MonitorAction.of("filter-subtree", "Only what it started", chosen, model::filterToSubtree, "B");
        tag = MonitorAction.of("tag", "Tag or untag, and go on", chosen, table::tagAndGoOn, "Space");
        clearTags = MonitorAction.of("clear-tags", "Take off all tags", Bindings.createBooleanBinding(
                () -> !model.selection().taggedProperty().get().isEmpty(), model.selection().taggedProperty()), model.selection()::clearTags, "Shift+Space");
        find = MonitorAction.of("find", "Find a process…", running, model.questions()::find, "Shortcut+G");
        findNext = MonitorAction.of("find-next", "Find the next one", running, () -> model.questions().findAgain(true), "F3");
        findPrevious = MonitorAction.of("find-previous", "Find the one before", running, () -> model.questions().findAgain(false), "Shift+F3");
        flow = MonitorAction.of("flow", "Show its messages as a picture", chosen, showMessages, "Shift+M");
        holdFlow = MonitorAction.of("hold-flow", Bindings.when(model.flow().heldProperty()).then("Go on drawing messages").otherwise("Hold the picture of messages"), chosen,
                () -> model.flow().heldProperty().set(!model.flow().heldProperty().get()));
        copyFlow = MonitorAction.of("copy-flow", "Copy who sent it what, as text", chosen, () -> model.copyFlow(MonitorActions::toClipboard));
        copyMermaid = MonitorAction.of("copy-mermaid", "Copy that as a Mermaid diagram", chosen, () -> model.copyMermaid(MonitorActions::toClipboard));
        traceCalls = MonitorAction.of("trace-calls", "Trace the calls of a function…", live, () -> model.questions().traceCalls(showCalls), "Shift+C");
        trace = MonitorAction.of("trace", "Trace its messages, or no longer", model.selection().killableProperty(), model.actions()::traceMessages, "L");
        traceAll = MonitorAction.of("trace-all", "Trace the messages of all, or no longer", live, model.actions()::traceAll, "Shift+L");
        keepHistory = MonitorAction.of("keep-history", Bindings.when(model.historyOption().keptProperty()).then("Keep no history of processes")
                .otherwise("Keep history of processes"), live, model.historyOption()::toggle, "H");
        sendExit = MonitorAction.of("send-exit", "Send an exit reason…", model.selection().killableProperty(), model.questions()::sendExit, "E");
        collectGarbage = MonitorAction.of("collect-garbage", "Collect garbage of the whole VM", live, model.actions()::collectGarbage, "Shift+G");
        recording = new RecordingActions(model);
        list = new ListActions(model, table, switches);
    }

    /** All of them, for keys and palettes. */
    public List<MonitorAction> all() {
        var single = Stream.of(goToSource, goToStart, inspect, evaluate, sendMessage, freeze, suspendOrResume, resume, stepInto, stepOver, stepOut, dropMessage, respawn, kill, killNow, killSubtree, undoKill, sendExit, flow, holdFlow, traceCalls, trace, traceAll, keepHistory, collectGarbage,
                tag, clearTags, selectAll, find, findNext, findPrevious, copy, copyPid, copySend, copyFlow, copyMermaid, saveAsTest, filter, states, filterToFunction, filterToSubtree, follow, exportCsv, exportJson, help);
        return Stream.of(single, recording.all(), list.all()).flatMap(all -> all).toList();
    }

    /** Those that do something to the machine: none of them is possible in a recording. */
    List<MonitorAction> changing() {
        return List.of(sendMessage, freeze, suspendOrResume, resume, stepInto, stepOver, stepOut, dropMessage, respawn, kill, killNow, killSubtree, undoKill, sendExit,
                traceCalls, trace, traceAll, keepHistory, collectGarbage);
    }

    private static MonitorAction step(String id, String text, MonitorModel model, Step how, String key) {
        return MonitorAction.of(id, text, model.selection().killableProperty(), () -> model.actions().step(how), key);
    }

    /** Puts a line that sends a message again on the clipboard. */
    static void copyMessage(MonitorModel model, ValueView message) {
        model.texts().writeMessage(message, text -> {
            toClipboard(text);
            model.notices().tell("on the clipboard: " + (text.length() > MOST_TOLD ? text.substring(0, MOST_TOLD) + "…" : text));
        });
    }

    /** For all that is copied anywhere in the monitor. */
    public static void toClipboard(String text) { Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)); }
}
