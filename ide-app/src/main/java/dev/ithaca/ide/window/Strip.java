package dev.ithaca.ide.window;

import dev.ithaca.ide.action.Action;
import dev.ithaca.ide.action.ActionControls;
import dev.ithaca.ide.console.ConsoleView;
import dev.ithaca.ide.panels.PanelTabs;
import dev.ithaca.ide.panels.ProgramScreen;
import dev.ithaca.ide.problems.ProblemsView;
import dev.ithaca.ide.refactor.UsagesView;
import dev.ithaca.ide.search.SearchView;
import dev.ithaca.ide.tests.TestsView;
import dev.ithaca.monitor.ValueInspector;
import dev.ithaca.vm.inspect.InspectedValue;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The strip at the bottom: console, problems, tests, search and what the program shows, with their buttons at the right. */
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
    private final ValueInspector inspector;
    private final Tab inspectorTab = new Tab();
    private final HBox buttons = new HBox();

    Strip(ConsoleView console, ProblemsView problems, TestsView tests, SearchView search, UsagesView usages, ObservableStringValue usedName, ValueInspector inspector,
          Action runTests, Action clear, Action fold) {
        this.console = console;
        this.problems = problems;
        this.tests = tests;
        this.search = search;
        this.usages = usages;
        this.inspector = inspector;
        inspectorTab.setContent(inspector);
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
        tabs.getTabs().addAll(consoleTab, problemsTab, testsTab, searchTab, usagesTab, inspectorTab);
        tabs.getStyleClass().add("strip-tabs");
        buttons.getChildren().addAll(ActionControls.iconButton(runTests), ActionControls.iconButton(clear), ActionControls.iconButton(fold));
        buttons.getStyleClass().add("strip-buttons");
        buttons.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(buttons, Pos.TOP_RIGHT);
        getChildren().addAll(tabs, buttons);
    }

    /** Where tabs and buttons do not fit side by side, the tabs have it: the menus have what the buttons do. */
    @Override protected void layoutChildren() {
        Node headers = tabs.lookup(".strip-tabs > .tab-header-area > .headers-region");
        buttons.setVisible(headers == null || headers.prefWidth(-1) + buttons.prefWidth(-1) <= getWidth());
        super.layoutChildren();
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

    /** Follows what the program shows: the values by their number, panels each with a tab. */
    void follow(ProgramScreen screen, BiConsumer<Long, String> onKey) {
        screen.values().addListener((ListChangeListener<InspectedValue>) change -> inspector.show(List.copyOf(screen.values())));
        inspectorTab.textProperty().bind(Bindings.createStringBinding(
                () -> screen.values().isEmpty() ? "INSPECTOR" : "INSPECTOR  " + screen.values().size(), screen.values()));
        new PanelTabs(tabs, screen.panels(), onKey);
    }

    boolean showsInspector() { return tabs.getSelectionModel().getSelectedItem() == inspectorTab; }

    void showInspector() {
        tabs.getSelectionModel().select(inspectorTab);
        inspector.focusValue();
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
        else if (selected == inspectorTab) inspector.focusValue();
        else if (selected != consoleTab) selected.getContent().requestFocus();
        else console.focusText();
    }
}
