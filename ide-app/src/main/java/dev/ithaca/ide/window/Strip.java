package dev.ithaca.ide.window;

import dev.ithaca.ide.action.Action;
import dev.ithaca.ide.action.ActionControls;
import dev.ithaca.ide.console.ConsoleView;
import dev.ithaca.ide.problems.ProblemsView;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The strip at the bottom: console and problems, with their buttons at the right. */
final class Strip extends StackPane {
    private final ConsoleView console;
    private final ProblemsView problems;
    private final TabPane tabs = new TabPane();
    private final Tab consoleTab = new Tab("CONSOLE");
    private final Tab problemsTab = new Tab();

    Strip(ConsoleView console, ProblemsView problems, Action clear, Action fold) {
        this.console = console;
        this.problems = problems;
        setId("strip");
        getStyleClass().add("strip");
        setMinHeight(80);
        consoleTab.setContent(console);
        problemsTab.setContent(problems);
        problemsTab.textProperty().bind(Bindings.createStringBinding(
                () -> problems.getItems().isEmpty() ? "PROBLEMS" : "PROBLEMS  " + problems.getItems().size(), problems.getItems()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().addAll(consoleTab, problemsTab);
        tabs.getStyleClass().add("strip-tabs");
        HBox buttons = new HBox(ActionControls.iconButton(clear), ActionControls.iconButton(fold));
        buttons.getStyleClass().add("strip-buttons");
        buttons.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(buttons, Pos.TOP_RIGHT);
        getChildren().addAll(tabs, buttons);
    }

    void showConsole() { tabs.getSelectionModel().select(consoleTab); }

    void showProblems() { tabs.getSelectionModel().select(problemsTab); }

    void focusText() {
        if (tabs.getSelectionModel().getSelectedItem() == problemsTab) problems.requestFocus();
        else console.focusText();
    }
}
