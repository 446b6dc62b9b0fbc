package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.ProcessDetails;
import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.viewmodel.DetailsModel;
import dev.ithaca.monitor.viewmodel.MonitorAction;
import dev.ithaca.vm.inspect.ProcessInfo;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/** The crash card: all that is left of a process, and what can be done with it. */
final class EndPane extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label reason = new Label();
    private final ValueTreeTable tree;

    EndPane(DetailsModel details, MonitorActions actions, Consumer<ValueNode> onOpen) {
        setId("end");
        getStyleClass().add("end-pane");
        reason.setId("end-reason");
        reason.getStyleClass().add("end-reason");
        reason.setWrapText(true);
        var buttons = new FlowPane(button(actions.goToSource, "Go to line"), button(actions.respawn, "Start again"),
                button(actions.saveAsTest, "Save as test"));
        buttons.getStyleClass().add("end-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        tree = new ValueTreeTable("", details::expandEnd, details::moreEnd, onOpen);
        tree.setId("end-tree");
        tree.setAccessibleText("What is left of the process");
        tree.addColumn("Name", 150, false, "value-name", ValueNode::label);
        tree.addColumn("Value", 220, true, "value-text", node -> node.kind() == ValueNode.Kind.FRAME ? node.detail() : node.text());
        tree.addColumn("Type", 74, false, "value-type", ValueNode::type);
        tree.addColumn("From", 56, false, "value-type", node -> node.isMessage() && node.pid() != 0 ? Format.pid(node.pid()) : "");
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().setAll(reason, buttons, tree);
    }

    private static Button button(MonitorAction action, String text) {
        var button = new Button(text, Icon.action(action.icon()));
        button.setId("end-" + action.id());
        button.getStyleClass().add("small");
        button.setOnAction(press -> action.run());
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setTooltip(new Tooltip(action.described()));
        return button;
    }

    void fitTo(ObservableValue<Font> font) { tree.fitTo(font); }

    void show(ProcessDetails details) {
        ProcessInfo process = details.snapshot().info();
        String text = sentence(process);
        if (!text.equals(reason.getText())) reason.setText(text);
        reason.pseudoClassStateChanged(FAILED, process.failed());
        tree.show(details.end());
    }

    private static String sentence(ProcessInfo process) {
        String reason = String.valueOf(process.exitReason());
        String where = Format.place(process.file(), process.line());
        String at = where.isEmpty() ? "" : " at " + where;
        return switch (reason) {
            case "normal" -> "Ended: its function returned";
            case "killed" -> "Killed" + at;
            case "shutdown" -> "Shut down" + at;
            default -> reason + at;
        };
    }
}
