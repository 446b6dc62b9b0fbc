package dev.ithaca.monitor;

import dev.ithaca.monitor.view.ValuePane;
import dev.ithaca.vm.inspect.InspectedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * The values a program showed with {@code inspect(value, name)}: a tab per name, in each the value as a tree. Tab and Shift+Tab
 * go from tab to tab, Left at the top of a tree to the one before; X closes a tab, Backspace goes up, Ctrl+Y copies.
 */
public final class ValueInspector extends StackPane {
    private final TabPane tabs = new TabPane();
    private final Label empty = new Label("Nothing inspected. A program shows values here with inspect(value, \"name\").");
    private final Map<String, Tab> tabOf = new LinkedHashMap<>();
    private final Consumer<String> onClose;

    /** @param onClose told the label of the value that the user is done with; it goes once it is no longer among those shown */
    public ValueInspector(Consumer<String> onClose) {
        this.onClose = onClose;
        setId("value-inspector");
        getStyleClass().add("process-monitor");
        getStylesheets().add(Objects.requireNonNull(ValueInspector.class.getResource("monitor.css")).toExternalForm());
        empty.getStyleClass().add("empty-state");
        empty.setWrapText(true);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.getStyleClass().add("details-tabs");
        tabs.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(tabs, empty);
        show(List.of());
    }

    /** Shows these and no others, in this order. */
    public void show(List<InspectedValue> values) {
        List<Tab> wanted = new ArrayList<>();
        for (InspectedValue value : values) {
            Tab tab = tabOf.computeIfAbsent(value.label(), label -> tab(value));
            ((ValuePane) tab.getUserData()).show(value);
            wanted.add(tab);
        }
        tabOf.values().retainAll(wanted);
        if (!tabs.getTabs().equals(wanted)) arrange(wanted);
        tabs.setVisible(!wanted.isEmpty());
        empty.setVisible(wanted.isEmpty());
    }

    /** What the user looks at stays in front. */
    private void arrange(List<Tab> wanted) {
        Tab selected = tabs.getSelectionModel().getSelectedItem();
        tabs.getTabs().setAll(wanted);
        if (wanted.contains(selected)) tabs.getSelectionModel().select(selected);
        else tabs.getSelectionModel().selectFirst();
    }

    private Tab tab(InspectedValue value) {
        ValuePane pane = new ValuePane(value);
        Tab tab = new Tab(value.label(), pane.node());
        tab.setUserData(pane);
        tab.setOnCloseRequest(event -> {
            event.consume();
            onClose.accept(value.label());
        });
        return tab;
    }

    private ValuePane shown() {
        Tab selected = tabs.getSelectionModel().getSelectedItem();
        return selected == null ? null : (ValuePane) selected.getUserData();
    }

    /** Puts the focus into the value in front. */
    public void focusValue() {
        if (shown() != null) shown().focus();
        else requestFocus();
    }

    private void pressed(KeyEvent event) {
        ValuePane pane = shown();
        if (pane == null || event.isAltDown()) return;
        boolean done = switch (event.getCode()) {
            case TAB -> !event.isControlDown() && step(event.isShiftDown() ? -1 : 1);
            case LEFT -> pane.isAtTop() && step(-1);
            case BACK_SPACE -> {
                pane.up();
                yield true;
            }
            case X -> !event.isShortcutDown() && close();
            case Y -> {
                if (event.isControlDown()) pane.copy();
                yield event.isControlDown();
            }
            default -> false;
        };
        if (done) event.consume();
    }

    private boolean close() {
        onClose.accept(tabs.getSelectionModel().getSelectedItem().getText());
        focusValue();
        return true;
    }

    private boolean step(int direction) {
        int count = tabs.getTabs().size();
        tabs.getSelectionModel().select(Math.floorMod(tabs.getSelectionModel().getSelectedIndex() + direction, count));
        focusValue();
        return true;
    }
}
