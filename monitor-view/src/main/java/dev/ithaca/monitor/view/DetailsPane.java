package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Ancestry;
import dev.ithaca.monitor.model.CallRequest;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.ProcessDetails;
import dev.ithaca.monitor.model.Siblings;
import dev.ithaca.monitor.model.TreeState;
import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.model.Watch;
import dev.ithaca.monitor.viewmodel.DetailsModel;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The process looked into: heading, variables, stack, mailbox, and more in tabs. */
public final class DetailsPane extends BorderPane {
    /** Each of them is asked at each look. */
    private static final int MOST_PINNED = 100;
    /** From this width on, in sizes of the text, there is room to tell where messages were sent. */
    private static final double WIDE_MAILBOX = 44;
    private static final Duration PATIENCE = Duration.millis(200);

    private final MonitorModel model;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final ValueTreeTable variables;
    private final StackTable stack;
    private final ValueTreeTable mailbox;
    private final BooleanProperty placesShown;
    private final MessagesPane flow;
    private final Tab flowTab;
    private final CallsPane calls;
    private final Tab callsTab;
    private final LinksPane links;
    private final WaitsPane waits;
    private final LatencyPane latencies = new LatencyPane();
    private final InfoPane info;
    private final EndPane end;
    private final EvaluationBar evaluations;
    private final Tab variablesTab;
    /** Among the tabs only for a dead process. */
    private final Tab endTab;
    private final Tab stackTab;
    private final Tab mailboxTab;
    private final TabPane tabs = new DetailsTabs();
    private final Label emptyText = new Label();
    private final StackPane empty = new StackPane(emptyText);
    private final DetailsHeader header;

    public DetailsPane(MonitorModel model, MonitorActions actions, LongConsumer onPid) {
        this.model = model;
        setId("process-details");
        getStyleClass().add("details-pane");
        DetailsModel details = model.details();
        variables = new ValueTreeTable("No variables", details::expandVariable, details::moreVariables, this::open);
        variables.setId("variables");
        variables.addColumn("Name", 130, false, "value-name", ValueNode::label);
        variables.addColumn("Type", 84, false, "value-type", ValueNode::type);
        variables.addColumn("Value", 200, true, "value-text",
                node -> node.kind() == ValueNode.Kind.FRAME ? node.detail() : node.text());
        stack = new StackTable(frame -> model.source().open(frame.file(), frame.line()),
                () -> details.moreVariables(TreeState.ROOT));
        mailbox = new ValueTreeTable("The mailbox is empty", details::expandMessage, details::moreMessages, this::open);
        mailbox.setId("mailbox");
        mailbox.addColumn("#", 58, false, "value-name", node -> node.isRemark() ? "" : node.label());
        mailbox.addColumn("Sender", 62, false, "value-type", DetailsPane::correspondent);
        mailbox.addColumn("Age", 64, false, "value-type", ValueNode::detail);
        mailbox.addColumn("Message", 220, true, "value-text", node -> node.isRemark() ? node.label() : node.text());
        placesShown = mailbox.addColumn("Sent at", 104, false, "value-type", node -> node.isMessage() ? Format.place(node.file(), node.line()) : "");
        placesShown.set(false);
        mailbox.addColumn("Taken by", 110, true, "taker", ValueNode::taker);
        mailbox.setOnCopySource("Copy as a line that sends it", this::copyMessage);
        variables.setOnPin(this::pin);
        variables.setOnPinEverywhere(this::pinEverywhere);
        info = new InfoPane(onPid, latencies);
        model.latencies().latenciesProperty().addListener((o, before, now) -> latencies.show(now));
        end = new EndPane(details, actions, this::open);
        evaluations = new EvaluationBar(model.evaluations(), actions);
        setBottom(evaluations);
        variables.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> chooseCall(now));
        stack.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null && now.height() > 0) details.chooseCall(now.function());
        });
        variablesTab = tab("Variables", variables);
        endTab = tab("End", end);
        stackTab = tab("Stack", stack);
        mailboxTab = tab("Mailbox", mailbox);
        flow = new MessagesPane(model, actions, onPid);
        flowTab = tab("Messages", flow);
        calls = new CallsPane(model.calls(), model.source(), actions, onPid);
        callsTab = tab("Calls", calls);
        stack.setOnTrace((frame, here) -> model.questions().traceCalls(CallRequest.of(frame.function(), here), this::showCalls));
        links = new LinksPane(model, onPid);
        waits = new WaitsPane("process-waits", onPid);
        model.waits().graphProperty().addListener((o, before, now) -> waits.show(now));
        tabs.getTabs().setAll(variablesTab, stackTab, mailboxTab, flowTab, callsTab, tab("Links", links), tab("Waits", waits),
                tab("History", new HistoryPane(model)), tab("Watches", new WatchTable(model.watches(), onPid)),
                tab("Info", info));
        tabs.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> showTab());
        header = new DetailsHeader(model, actions);
        variables.fitTo(header.fontProperty());
        mailbox.fitTo(header.fontProperty());
        flow.fitTo(header.fontProperty());
        end.fitTo(header.fontProperty());
        evaluations.fitTo(header.fontProperty());
        empty.getStyleClass().add("empty-state");
        emptyText.setId("details-empty");
        emptyText.setWrapText(true);
        patience.setOnFinished(end -> show());
        details.detailsProperty().addListener((o, before, now) -> showSoon());
        details.stateProperty().addListener((o, before, now) -> showSoon());
        model.selection().primaryProperty().addListener((o, before, now) -> showSoon());
        model.inspectorProperty().addListener((o, before, now) -> showSoon());
        show();
    }

    private static Tab tab(String text, Node content) {
        var tab = new Tab(text, content);
        tab.setId("tab-" + text.toLowerCase(Locale.ROOT));
        content.setAccessibleText(text);
        return tab;
    }

    /** Brings the variables to the front and puts the focus there. */
    public void inspectVariables() {
        if (getCenter() != tabs) return;
        tabs.getSelectionModel().select(variablesTab);
        variables.requestFocus();
        if (variables.getSelectionModel().isEmpty()) variables.getSelectionModel().selectFirst();
    }

    /** A row of the variables is of the call above it. */
    private void chooseCall(TreeItem<ValueNode> row) {
        for (TreeItem<ValueNode> at = row; at != null && at.getValue() != null; at = at.getParent()) {
            if (at.getValue().kind() == ValueNode.Kind.FRAME) model.details().chooseCall(at.getValue().label());
        }
    }

    /** Brings the messages to the front and puts the focus there. */
    public void showMessages() {
        tabs.getSelectionModel().select(flowTab);
        flow.focus();
    }

    /** Brings the traced calls to the front and puts the focus there. */
    public void showCalls() {
        tabs.getSelectionModel().select(callsTab);
        calls.focus();
    }

    private static String correspondent(ValueNode node) {
        if (node.pid() == 0) return "";
        return node.kind() == ValueNode.Kind.TRACED_MESSAGE && node.label().equals("out") ? "to " + Format.pid(node.pid()) : Format.pid(node.pid());
    }

    private void open(ValueNode node) {
        if (node.kind() == ValueNode.Kind.FRAME) model.source().open(node.file(), node.line());
        else if ((node.isMessage() || node.kind() == ValueNode.Kind.PROCESS) && node.pid() != 0) model.selection().select(node.pid());
    }

    /** Most answers come at once: until then the last process stays, so that going through the list does not flicker. */
    private void showSoon() {
        if (model.details().stateProperty().get() == DetailsModel.State.ASKING) {
            patience.playFromStart();
        } else {
            patience.stop();
            show();
        }
    }

    private void show() {
        ProcessDetails shown = model.details().detailsProperty().get();
        if (shown == null) {
            emptyText.setText(model.inspectorProperty().get() == null ? "" : emptyText(model.details()));
            setTop(null);
            setCenter(empty);
            return;
        }
        if (getCenter() != tabs) {
            setTop(header);
            setCenter(tabs);
        }
        offerEnd(shown.start() != null);
        header.show(shown, model.details().stateProperty().get());
        stackTab.setText("Stack " + Format.count(shown.snapshot().frameCount()));
        mailboxTab.setText("Mailbox " + Format.count(shown.snapshot().info().mailboxLength()));
        showTab();
    }

    /** Of the dead, what is left of them comes in the place of the variables. */
    private void offerEnd(boolean dead) {
        if (dead == tabs.getTabs().contains(endTab)) return;
        Tab front = tabs.getSelectionModel().getSelectedItem();
        if (dead) tabs.getTabs().addFirst(endTab);
        if (dead && front == variablesTab) tabs.getSelectionModel().select(endTab);
        if (!dead && front == endTab) tabs.getSelectionModel().select(variablesTab);
        if (!dead) tabs.getTabs().remove(endTab);
    }

    /** Only what is in sight is kept up to date. */
    private void showTab() {
        ProcessDetails shown = model.details().detailsProperty().get();
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (shown == null || tab == null) return;
        Node content = tab.getContent();
        if (content == variables) variables.show(shown.variables());
        else if (content == end) end.show(shown);
        else if (content == stack) stack.show(shown.snapshot(), Ancestry.of(model.population().listing().sample(), shown.pid()));
        else if (content == mailbox) showMailbox(shown);
        else if (content == flow) model.flow().look();
        else if (content == calls) model.calls().look();
        else if (content == info) {
            info.show(shown.snapshot());
            model.latencies().refresh();
        }
        else if (content == waits) model.waits().look(model.inspectorProperty().get(), shown.pid());
        else if (content == links) links.show(shown.snapshot());
    }

    /** Where messages were sent is known only of those that were traced, and is no use beside messages that are cut. */
    private void showMailbox(ProcessDetails shown) {
        boolean room = mailbox.getWidth() >= WIDE_MAILBOX * header.fontProperty().getValue().getSize();
        placesShown.set(room && shown.mailbox().roots().stream().anyMatch(node -> node.file() != null));
        mailbox.show(shown.mailbox());
    }

    private void copyMessage(ValueNode row) {
        ProcessDetails shown = model.details().detailsProperty().get();
        if (shown == null) return;
        shown.mailbox().message(row).ifPresent(message -> MonitorActions.copyMessage(model, message));
    }

    private void pin(ValueNode frame, ValueNode variable) {
        ProcessDetails shown = model.details().detailsProperty().get();
        if (shown == null || frame.kind() != ValueNode.Kind.FRAME || variable.kind() != ValueNode.Kind.VALUE) return;
        model.watches().pin(new Watch(shown.pid(), frame.label(), variable.label()));
        model.notices().tell(Format.pid(shown.pid()) + "." + variable.label() + " pinned to the watches");
    }

    private void pinEverywhere(ValueNode frame, ValueNode variable) {
        ProcessDetails shown = model.details().detailsProperty().get();
        if (shown == null || frame.kind() != ValueNode.Kind.FRAME || variable.kind() != ValueNode.Kind.VALUE) return;
        List<Long> alike = Siblings.of(model.population().listing().sample(), shown.pid(), MOST_PINNED);
        alike.forEach(pid -> model.watches().pin(new Watch(pid, frame.label(), variable.label())));
        model.notices().tell(variable.label() + " of " + Format.count(alike.size()) + " processes pinned to the watches");
    }

    private static String emptyText(DetailsModel details) {
        String who = Format.pid(details.pid());
        return switch (details.stateProperty().get()) {
            case NOTHING_SELECTED, SHOWN -> "Select a process to see its variables, stack and mailbox";
            case ASKING -> "Looking into " + who + " …";
            case LATE -> who + " has not reached a safepoint yet; still asking";
            case UNKNOWN -> "Process " + who + " is no longer known";
            case FAILED -> who + " could not be read; still trying";
        };
    }
}
