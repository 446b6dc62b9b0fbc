package dev.ithaca.monitor.view;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.ProcessMonitor;
import dev.ithaca.monitor.model.Specimens;
import dev.ithaca.monitor.support.FakeInspector;
import dev.ithaca.monitor.support.FakeProcess;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Rows made before there are processes are not to be seen and stand for nothing. */
@ExtendWith(ApplicationExtension.class)
class PreparedRowsTest {
    private final MonitorModel model = new MonitorModel();
    private ProcessTable table;

    @Start void start(Stage stage) {
        table = new ProcessTable(model, new SimpleObjectProperty<>(Font.getDefault()));
        var root = new StackPane(table);
        root.getStyleClass().add("process-monitor");
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("standalone"), true);
        root.getStylesheets().add(Objects.requireNonNull(ProcessMonitor.class.getResource("monitor.css")).toExternalForm());
        stage.setScene(new Scene(root, 600, 300));
        stage.show();
    }

    private Node rows() { return table.lookup(".virtual-flow"); }

    private void layOut() {
        table.applyCss();
        table.layout();
    }

    @Test void areHiddenAndCannotBeSelected() throws Exception {
        run(() -> {
            table.prepare(5);
            layOut();
            table.getSelectionModel().selectAll();
        });
        assertThat(get(() -> table.getItems().size())).isEqualTo(5);
        assertThat(get(() -> rows().getOpacity())).isZero();
        assertThat(get(() -> rows().isMouseTransparent())).isTrue();
        assertThat(get(() -> model.selection().selectedProperty().get())).isEmpty();
        assertThat(get(() -> table.listing().size())).isZero();
    }

    @Test void giveWayToProcessesAndDoNotComeBack() throws Exception {
        run(() -> {
            table.prepare(5);
            layOut();
            model.population().show(Specimens.population(1, 7));
            table.prepare(9);
            layOut();
        });
        assertThat(get(() -> table.getItems().size())).isEqualTo(7);
        assertThat(get(() -> rows().getOpacity())).isOne();
        assertThat(get(() -> rows().isMouseTransparent())).isFalse();
    }

    @Test void areMadeWhileAMachineIsReadForTheFirstTime() throws Exception {
        run(() -> {
            new Scene(new ProcessList(model, table), 600, 300);
            table.getParent().resize(600, 300);
            // no look is shown before this has ended, however quick it is
            model.inspectorProperty().set(new FakeInspector().put(FakeProcess.process(1)));
            assertThat(table.getItems()).hasSizeGreaterThan(5);
            assertThat(table.listing().size()).isZero();
        });
        waitUntil(() -> table.listing().size() == 1 && table.getItems().size() == 1);
    }

    @Test void areTakenAwayWhenNoProcessHasCome() throws Exception {
        run(() -> {
            table.prepare(5);
            layOut();
            table.prepare(0);
            layOut();
        });
        assertThat(get(() -> table.getItems().size())).isZero();
        assertThat(get(() -> rows().isMouseTransparent())).isFalse();
    }
}
