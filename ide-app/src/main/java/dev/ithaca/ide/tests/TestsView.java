package dev.ithaca.ide.tests;

import dev.ithaca.ide.layout.PlaceList;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The list of tests that were run; a click goes to the source. */
public final class TestsView extends PlaceList<TestResult> {
    public TestsView(TestRuns runs, Consumer<TestResult> open) {
        super("tests", "Tests", runs.results(), runs.summaryProperty(), open);
        setCellFactory(list -> new Cell());
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
