package dev.ithaca.ide.action;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;

/** Controls that offer actions: menu bar, buttons, extra keys. */
public final class ActionControls {
    private ActionControls() {}

    public static MenuBar menuBar(Actions actions) {
        MenuBar bar = new MenuBar();
        for (Action.Menu kind : Action.Menu.values()) {
            Menu menu = new Menu(kind.label());
            menu.setId("menu-" + kind.label());
            for (List<Action> group : actions.groups(kind)) {
                if (!menu.getItems().isEmpty()) menu.getItems().add(new SeparatorMenuItem());
                group.forEach(action -> menu.getItems().add(menuItem(action)));
            }
            if (!menu.getItems().isEmpty()) bar.getMenus().add(menu);
        }
        return bar;
    }

    public static MenuItem menuItem(Action action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(action.label());
        item.setMnemonicParsing(false);
        if (action.icon() != null) item.setGraphic(new FontIcon(action.icon()));
        if (!action.keys().isEmpty()) item.setAccelerator(action.keys().getFirst());
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(event -> action.fire());
        return item;
    }

    /** A button with the action's icon and label; its tooltip tells the key. The node id is the action's. */
    public static Button button(Action action) {
        Button button = iconButton(action);
        button.textProperty().bind(action.label());
        return button;
    }

    /** A button that shows only the icon. */
    public static Button iconButton(Action action) {
        Button button = new Button();
        button.setId(action.id().replace('.', '-'));
        button.setMnemonicParsing(false);
        if (action.icon() != null) button.setGraphic(new FontIcon(action.icon()));
        button.setFocusTraversable(false);
        button.getStyleClass().add("action-button");
        button.accessibleTextProperty().bind(action.label());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(Bindings.concat(action.label(), action.keys().isEmpty() ? "" : "  " + action.keyText()));
        button.setTooltip(tooltip);
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> action.fire());
        return button;
    }

    /** Makes the keys work that no menu item carries: every key of an action after its first. */
    public static void installExtraKeys(Actions actions, Scene scene) {
        for (Action action : actions.all()) {
            for (KeyCombination key : action.keys().stream().skip(1).toList()) scene.getAccelerators().put(key, action::fire);
        }
    }
}
