package dev.ithaca.ide.tests;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The list of tests that were run; a click goes to the source. */
public final class TestsView extends ListView<TestResult> {
    private static final double ROW = 24;

    public TestsView(TestRuns runs, Consumer<TestResult> open) {
        super(runs.results());
        setId("tests");
        setAccessibleText("Tests");
        setFixedCellSize(ROW);
        getStyleClass().add("dense");
        Label placeholder = new Label();
        placeholder.textProperty().bind(runs.summaryProperty());
        placeholder.getStyleClass().add("placeholder");
        setPlaceholder(placeholder);
        setCellFactory(list -> new Cell());
        setOnMouseClicked(event -> openSelected(open));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) openSelected(open);
        });
    }

    private void openSelected(Consumer<TestResult> open) {
        TestResult result = getSelectionModel().getSelectedItem();
        if (result != null) open.accept(result);
    }

    private static final class Cell extends ListCell<TestResult> {
        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label problem = new Label();
        private final Label place = new Label();
        private final HBox box = new HBox(icon, title, problem, place);
        private final Tooltip tooltip = new Tooltip();

        Cell() {
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("problem");
            problem.setMaxWidth(Double.MAX_VALUE);
            problem.setMinWidth(0);
            problem.getStyleClass().add("problem-place");
            place.setMinWidth(USE_PREF_SIZE);
            place.getStyleClass().add("problem-place");
            HBox.setHgrow(problem, Priority.ALWAYS);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(560);
            setPrefWidth(0);
        }

        @Override protected void updateItem(TestResult result, boolean empty) {
            super.updateItem(result, empty);
            setGraphic(empty ? null : box);
            setTooltip(empty || result.passed() ? null : tooltip);
            if (empty) return;
            icon.setIconCode(result.passed() ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignC.CLOSE_CIRCLE);
            icon.getStyleClass().removeAll("severity-error", "test-passed");
            icon.getStyleClass().add(result.passed() ? "test-passed" : "severity-error");
            String what = result.title().isEmpty() ? result.name() : result.title();
            title.setText(what);
            problem.setText(result.passed() ? "passed" : result.problem());
            place.setText(result.name() + ":" + result.line());
            tooltip.setText(result.problem());
            setAccessibleText(what + (result.passed() ? " passed" : " failed: " + result.problem()));
        }
    }
}
