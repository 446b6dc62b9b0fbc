package dev.ithaca.ide.problems;

import dev.ithaca.ide.analysis.Problem;
import dev.ithaca.ide.layout.PlaceList;
import dev.ithaca.vm.syntax.Diagnostic;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The list of what is wrong; a click goes there. */
public final class ProblemsView extends PlaceList<Problem> {
    public ProblemsView(ObservableList<Problem> problems, ObservableBooleanValue checking, Consumer<Problem> open) {
        super("problems", "Problems", problems, Bindings.when(checking).then("Checking…").otherwise("No problems."), open);
        setCellFactory(list -> new Cell());
    }

    /** Selects the problem after (1) or before (-1) the selected one, around the ends, and goes to it. */
    public void step(int direction) {
        int count = getItems().size();
        if (count == 0) return;
        int selected = getSelectionModel().getSelectedIndex();
        int next = selected < 0 ? (direction > 0 ? 0 : count - 1) : Math.floorMod(selected + direction, count);
        getSelectionModel().select(next);
        scrollTo(Math.max(0, next - 2));
        openSelected();
    }

    private static Ikon icon(Diagnostic.Severity severity) {
        return switch (severity) {
            case ERROR -> MaterialDesignC.CLOSE_CIRCLE;
            case WARNING -> MaterialDesignA.ALERT;
            case HINT -> MaterialDesignL.LIGHTBULB_ON_OUTLINE;
        };
    }

    private static final class Cell extends ListCell<Problem> {
        private final FontIcon icon = new FontIcon();
        private final Label message = new Label();
        private final Label place = new Label();
        private final HBox box = new HBox(icon, message, place);
        private final Tooltip tooltip = new Tooltip();

        Cell() {
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("problem");
            place.getStyleClass().add("problem-place");
            place.setMinWidth(USE_PREF_SIZE);
            message.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(message, Priority.ALWAYS);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(560);
            setPrefWidth(0);
        }

        @Override protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setGraphic(empty ? null : box);
            setTooltip(empty ? null : tooltip);
            if (empty) return;
            Diagnostic.Severity severity = problem.diagnostic().severity();
            icon.setIconCode(icon(severity));
            icon.getStyleClass().removeIf(style -> style.startsWith("severity-"));
            icon.getStyleClass().add("severity-" + severity.name().toLowerCase(Locale.ROOT));
            String text = problem.diagnostic().message();
            int lineEnd = text.indexOf('\n');
            message.setText(lineEnd < 0 ? text : text.substring(0, lineEnd));
            place.setText(problem.place());
            tooltip.setText(problem.details());
            setAccessibleText(severity.name().toLowerCase(Locale.ROOT) + ": " + text + ", " + problem.place());
        }
    }
}
