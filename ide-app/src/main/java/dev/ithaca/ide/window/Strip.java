package dev.ithaca.ide.window;

import dev.ithaca.ide.action.Action;
import dev.ithaca.ide.action.ActionControls;
import dev.ithaca.ide.console.ConsoleView;
import dev.ithaca.ide.problems.ProblemsView;
import dev.ithaca.ide.refactor.UsagesView;
import dev.ithaca.ide.search.SearchView;
import dev.ithaca.ide.tests.TestsView;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The strip at the bottom: console, problems, tests and search, with their buttons at the right. */
final class Strip extends StackPane {
    private final ConsoleView console;
    private final ProblemsView problems;
    private final TestsView tests;
    private final SearchView search;
    private final TabPane tabs = new TabPane();
    private final Tab consoleTab = new Tab("CONSOLE");
    private final Tab problemsTab = new Tab();
    private final Tab testsTab = new Tab();
    private final Tab searchTab = new Tab("SEARCH");
    private final UsagesView usages;
    private final Tab usagesTab = new Tab();

    Strip(ConsoleView console, ProblemsView problems, TestsView tests, SearchView search, UsagesView usages, ObservableStringValue usedName,
          Action runTests, Action clear, Action fold) {
        this.console = console;
        this.problems = problems;
        this.tests = tests;
        this.search = search;
        this.usages = usages;
        setId("strip");
        getStyleClass().add("strip");
        setMinHeight(80);
        consoleTab.setContent(console);
        problemsTab.setContent(problems);
        problemsTab.textProperty().bind(Bindings.createStringBinding(
                () -> problems.getItems().isEmpty() ? "PROBLEMS" : "PROBLEMS  " + problems.getItems().size(), problems.getItems()));
        testsTab.setContent(tests);
        testsTab.textProperty().bind(Bindings.createStringBinding(this::testsTitle, tests.getItems()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        searchTab.setContent(search);
        usagesTab.setContent(usages);
        usagesTab.textProperty().bind(Bindings.createStringBinding(
                () -> usages.getItems().isEmpty() ? "USAGES" : "USAGES  " + usedName.get() + "  " + usages.getItems().size(), usages.getItems(), usedName));
        tabs.getTabs().addAll(consoleTab, problemsTab, testsTab, searchTab, usagesTab);
        tabs.getStyleClass().add("strip-tabs");
        HBox buttons = new HBox(ActionControls.iconButton(runTests), ActionControls.iconButton(clear), ActionControls.iconButton(fold));
        buttons.getStyleClass().add("strip-buttons");
        buttons.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(buttons, Pos.TOP_RIGHT);
        getChildren().addAll(tabs, buttons);
    }

    private String testsTitle() {
        long failed = tests.getItems().stream().filter(result -> !result.passed()).count();
        return tests.getItems().isEmpty() ? "TESTS" : failed == 0 ? "TESTS  ✓ " + tests.getItems().size() : "TESTS  ✗ " + failed;
    }

    void showTests() { tabs.getSelectionModel().select(testsTab); }

    /** @param selected what to look for at first, or empty */
    void showSearch(String selected) {
        tabs.getSelectionModel().select(searchTab);
        search.open(selected);
    }

    void showUsages() {
        tabs.getSelectionModel().select(usagesTab);
        usages.getSelectionModel().selectFirst();
        usages.requestFocus();
    }

    void showConsole() { tabs.getSelectionModel().select(consoleTab); }

    void showProblems() { tabs.getSelectionModel().select(problemsTab); }

    void focusText() {
        Tab selected = tabs.getSelectionModel().getSelectedItem();
        if (selected == problemsTab) problems.requestFocus();
        else if (selected == testsTab) tests.requestFocus();
        else if (selected == usagesTab) usages.requestFocus();
        else if (selected == searchTab) search.open("");
        else console.focusText();
    }
}
