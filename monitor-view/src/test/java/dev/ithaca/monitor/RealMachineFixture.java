package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;

import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.support.RealMachine;
import dev.ithaca.monitor.viewmodel.RecordingFiles;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;

/** The control in a window over a program that really runs, and short ways to drive it. */
abstract class RealMachineFixture extends MonitorFixture {
    final List<String> exported = new ArrayList<>();
    /** Ids of the actions that the test has called. */
    final Set<String> used = new HashSet<>();
    VirtualMachine vm;
    /** What the user names when asked for the file of a recording; null to change his mind. */
    Path recording;
    private final RealMachine machines = new RealMachine();

    /** To be called by the start of each test. */
    void show(Stage given) {
        show(given, Duration.millis(50));
        monitor.setOnExport((name, text) -> exported.add(name + "\n" + text));
        monitor.setRecordingFiles(new RecordingFiles() {
            @Override public Optional<Path> chooseTarget(String suggestedName) { return Optional.ofNullable(recording); }

            @Override public Optional<Path> chooseSource() { return Optional.ofNullable(recording); }

            @Override public String program() { return "/home/ada/bank.nos"; }
        });
    }

    @Override @AfterEach void close() throws Exception {
        super.close();
        if (vm != null) vm.close();
    }

    void open(String program) throws Exception {
        vm = machines.start(program);
        run(() -> monitor.setInspector(vm.inspector()));
    }

    void openBank() throws Exception {
        open(RealMachine.BANK);
        // a process that has not run yet is not known by the function it will stand in
        waitUntil(() -> sample().alive() == 10 && sample().size() == 11 && pair() >= 0
                && Stream.of("account", "teller", "spin", "ratio").allMatch(function -> rowOf(function) >= 0));
    }

    ProcessSample sample() { return monitor.sampleProperty().get(); }

    /** Null if it is not listed. */
    ProcessStatus status(long pid) {
        ProcessSample all = sample();
        int row = all.rowOf(pid);
        return row < 0 ? null : all.status(row);
    }

    /** The first process whose current or initial function is of that name. */
    int rowOf(String function) { return rowOf(sample(), function); }

    /** Its pid; rows are another sample's in the next moment. */
    long pidOf(String function) {
        ProcessSample all = sample();
        return all.pid(rowOf(all, function));
    }

    private static int rowOf(ProcessSample all, String function) {
        return IntStream.range(0, all.size()).filter(row -> named(all.initialFunction(row), function)).findFirst()
                .orElseGet(() -> IntStream.range(0, all.size()).filter(row -> named(all.function(row), function)).findFirst().orElse(-1));
    }

    /** The process that has made a link with its child. */
    int pair() {
        ProcessSample all = sample();
        return IntStream.range(0, all.size()).filter(row -> all.linkCount(row) == 1 && all.childCount(row) == 1).findFirst().orElse(-1);
    }

    String question() {
        String text = ((Labeled) monitor.lookup("#monitor-message .label")).getText();
        return text == null ? "" : text;
    }

    static boolean named(String text, String function) {
        return text != null && (text.equals(function) || text.endsWith("." + function));
    }

    void select(int row) throws Exception {
        long pid = sample().pid(row);
        run(() -> monitor.setSelectedPid(pid));
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
    }

    String texts(String id) throws Exception { return labels(tab(id)); }

    /** Selects a variable of the selected process. @return the variables */
    TreeTableView<ValueNode> selectVariable(String name) throws Exception {
        TreeTableView<ValueNode> variables = tab("variables");
        waitUntil(() -> texts("variables").contains(name));
        run(() -> {
            for (int i = 0; i < variables.getExpandedItemCount(); i++) {
                if (variables.getTreeItem(i).getValue().label().equals(name)) variables.getSelectionModel().select(i);
            }
        });
        return variables;
    }

    void show(String tab) throws Exception {
        run(() -> {
            TabPane tabs = (TabPane) monitor.lookup(".details-tabs");
            tabs.getSelectionModel().select(tabs.getTabs().stream().filter(t -> t.getId().equals("tab-" + tab)).findFirst().orElseThrow());
        });
    }

    void answer(String text) throws Exception {
        run(() -> {
            ((TextField) monitor.lookup("#prompt-field")).setText(text);
            ((Button) monitor.lookup("#prompt-confirm")).fire();
        });
    }

    String text(String id) { return monitor.lookup(id) instanceof Label label ? label.getText() : ""; }

    void action(String id) throws Exception {
        used.add(id);
        run(() -> monitor.actions().stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow().run());
    }

    void click(String id) throws Exception { run(() -> ((Button) monitor.lookup(id)).fire()); }

    boolean enabled(String id) { return monitor.actions().stream().anyMatch(action -> action.id().equals(id) && action.enabled().get()); }
}
