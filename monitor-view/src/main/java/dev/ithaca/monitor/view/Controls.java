package dev.ithaca.monitor.view;

import dev.ithaca.monitor.viewmodel.MonitorAction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** Makes the buttons and menu items of actions, and has controls look as things are. */
final class Controls {
    private Controls() {}

    /** An icon button; its tooltip tells the keys. */
    static Button button(MonitorAction action) {
        var button = new Button(null, Icon.action(action.icon()));
        button.setId("monitor-" + action.id());
        button.getStyleClass().addAll("icon-button", "flat");
        button.setOnAction(press -> action.run());
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.accessibleTextProperty().bind(action.text());
        button.accessibleHelpProperty().bind(action.text().map(text -> action.described()));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(action.text().map(text -> action.described()));
        button.setTooltip(tooltip);
        return button;
    }

    /** What is not shown takes no room either. */
    static void setShown(Node control, boolean shown) {
        control.setVisible(shown);
        control.setManaged(shown);
    }

    /** Gives a control a pseudo-class as long as something is switched on. */
    static void bindLooks(Node control, String pseudoClass, ObservableBooleanValue on) {
        show(control, pseudoClass, on.get());
        on.addListener((o, before, now) -> show(control, pseudoClass, now));
    }

    static void show(Node control, String pseudoClass, boolean on) {
        control.pseudoClassStateChanged(PseudoClass.getPseudoClass(pseudoClass), on);
    }

    /** Shows the keys in its text: an accelerator would be in force for the whole window. */
    static MenuItem menuItem(MonitorAction action) {
        var item = new MenuItem();
        item.setId("menu-" + action.id());
        item.textProperty().bind(action.text().map(text -> action.described()));
        item.setGraphic(Icon.action(action.icon()));
        item.setOnAction(choice -> action.run());
        item.disableProperty().bind(Bindings.not(action.enabled()));
        return item;
    }
}
