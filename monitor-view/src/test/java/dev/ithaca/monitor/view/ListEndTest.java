package dev.ithaca.monitor.view;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.ProcessMonitor;
import dev.ithaca.monitor.model.Specimens;
import dev.ithaca.monitor.support.FxLog;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A long list that is scrolled to its end and gets another height or length. */
@ExtendWith(ApplicationExtension.class)
class ListEndTest {
    private static final int LONG = 5_000;

    private final MonitorModel model = new MonitorModel();
    private ProcessTable table;
    private StackPane root;

    @Start void start(Stage stage) {
        table = new ProcessTable(model, new SimpleObjectProperty<>(Font.getDefault()));
        root = new StackPane(table);
        root.getStyleClass().add("process-monitor");
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("standalone"), true);
        root.getStylesheets().add(Objects.requireNonNull(ProcessMonitor.class.getResource("monitor.css")).toExternalForm());
        stage.setScene(new Scene(root, 600, 300));
        stage.show();
    }

    private void height(double pixels) {
        table.setMaxHeight(pixels);
        layOut();
    }

    private void layOut() {
        root.applyCss();
        root.layout();
        root.layout();
    }

    private VirtualFlow<?> flow() { return (VirtualFlow<?>) table.lookup(".virtual-flow"); }

    private int lastInSight() {
        IndexedCell<?> last = flow().getLastVisibleCell();
        return last == null ? -1 : last.getIndex();
    }

    @Test void keepsItsEndAtTheLowerBorderAndIsFullOfRows() throws Exception {
        try (var log = new FxLog()) {
            run(() -> {
                height(150);
                model.population().show(Specimens.population(1, LONG));
                layOut();
                table.scrollTo(LONG - 1);
                layOut();
            });
            int before = get(() -> lastInSight() - flow().getFirstVisibleCell().getIndex());
            run(() -> height(280));
            assertThat(get(this::lastInSight)).isEqualTo(LONG - 1);
            assertThat(get(() -> lastInSight() - flow().getFirstVisibleCell().getIndex())).isGreaterThan(before + 3);
            run(() -> height(120));
            run(() -> model.population().show(Specimens.population(2, LONG - 700)));
            run(this::layOut);
            run(() -> height(290));
            assertThat(get(this::lastInSight)).isEqualTo(LONG - 701);
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test void aListShorterThanItsRoomStandsAtTheTop() throws Exception {
        try (var log = new FxLog()) {
            run(() -> {
                height(100);
                model.population().show(Specimens.population(1, 3));
                layOut();
                height(280);
            });
            assertThat(get(() -> flow().getFirstVisibleCell().getIndex())).isZero();
            assertThat(get(() -> flow().getFirstVisibleCell().getLayoutY())).isZero();
            assertThat(log.lines()).isEmpty();
        }
    }
}
