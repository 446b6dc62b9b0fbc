package dev.ithaca.ide.window;

import dev.ithaca.ide.action.ActionControls;
import dev.ithaca.ide.action.Actions;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The first line of the window: menus, the run buttons with what they run, and search. */
final class TopBar extends HBox {
    TopBar(Actions actions, ObservableStringValue target) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        MenuBar menus = ActionControls.menuBar(actions);
        menus.setMinWidth(USE_PREF_SIZE);
        Label what = new Label();
        what.setId("run-target");
        what.textProperty().bind(target);
        what.getStyleClass().add("run-target");
        Button run = ActionControls.button(actions.get("run.start"));
        Button stop = ActionControls.button(actions.get("run.stop"));
        Button again = ActionControls.button(actions.get("run.again"));
        run.getStyleClass().add("run-button");
        stop.getStyleClass().add("stop-button");
        getChildren().addAll(menus, space(), run, stop, again, what, space(), search(actions),
                ActionControls.iconButton(actions.get("view.theme")), ActionControls.iconButton(actions.get("view.monitor")));
        run.setMinWidth(USE_PREF_SIZE);
        stop.setMinWidth(USE_PREF_SIZE);
        again.setMinWidth(USE_PREF_SIZE);
    }

    private static Button search(Actions actions) {
        Button search = new Button("Search anything", new FontIcon(MaterialDesignM.MAGNIFY));
        search.setId("search-anything");
        search.getStyleClass().add("search-button");
        search.setFocusTraversable(false);
        search.setOnAction(event -> actions.get("go.anything").fire());
        Label key = new Label(actions.get("go.anything").keyText());
        key.getStyleClass().add("key");
        HBox content = new HBox(search.getGraphic(), new Label("Search anything"), key);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("search-content");
        search.setText(null);
        search.setAccessibleText("Search anything");
        search.setGraphic(content);
        return search;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
