package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.FlowRow;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.viewmodel.FlowModel;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.function.LongConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The context menu of the message picture; acts on the message that is selected. */
final class FlowMenu extends ContextMenu {
    FlowMenu(FlowModel model, FlowList list, Runnable open, MonitorModel monitor, MonitorActions actions, LongConsumer onPid) {
        setId("flow-menu");
        var source = item("Go to where it was sent (Enter)", open);
        var sender = item("Select its sender", () -> select(list, onPid, true));
        var receiver = item("Select its receiver", () -> select(list, onPid, false));
        var only = item("Only messages with this text", () -> {
            FlowRow row = list.getSelectionModel().getSelectedItem();
            if (row != null) model.filterProperty().set(row.text());
        });
        var send = item("Copy as a line that sends it", () -> {
            FlowRow row = list.getSelectionModel().getSelectedItem();
            if (row != null && row.event().isMessage()) MonitorActions.copyMessage(monitor, row.event().value());
        });
        getItems().setAll(source, sender, receiver, only, new SeparatorMenuItem(), send, item(actions.copyFlow.text().getValue() + " (Ctrl+C)", actions.copyFlow::run),
                item(actions.copyMermaid.text().getValue() + " (Ctrl+Shift+C)", actions.copyMermaid::run), new SeparatorMenuItem(),
                Controls.menuItem(actions.holdFlow), Controls.menuItem(actions.trace));
        setOnShowing(show -> {
            FlowRow row = list.getSelectionModel().getSelectedItem();
            source.setDisable(row == null || row.event().place() == null);
            sender.setDisable(row == null || row.event().from() == 0);
            receiver.setDisable(row == null);
            only.setDisable(row == null);
            send.setDisable(row == null || !row.event().isMessage());
            if (row == null) return;
            sender.setText(row.event().isMessage() ? "Select its sender " + Format.pid(row.event().from()) : "Select " + Format.pid(row.event().from()));
            receiver.setText(row.event().isMessage() ? "Select its receiver " + Format.pid(row.event().to()) : "Select " + Format.pid(row.event().to()));
        });
    }

    private static void select(FlowList list, LongConsumer onPid, boolean sender) {
        FlowRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) onPid.accept(sender ? row.event().from() : row.event().to());
    }

    private static MenuItem item(String text, Runnable handler) {
        var item = new MenuItem(text);
        item.setOnAction(choice -> handler.run());
        return item;
    }
}
