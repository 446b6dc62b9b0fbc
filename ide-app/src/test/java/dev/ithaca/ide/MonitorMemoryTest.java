package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.monitor.MonitorDock;
import dev.ithaca.ide.settings.Settings;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The monitor in the window is found again as it was left. */
@ExtendWith(ApplicationExtension.class)
class MonitorMemoryTest {
    @TempDir Path config;
    private Stage stage;
    private Settings settings;
    private MonitorDock dock;

    @Start void start(Stage given) { stage = given; }

    /** As at a start of the application. */
    private void open() {
        Ide.run(() -> {
            settings = Settings.load(config, Runnable::run);
            dock = new MonitorDock((file, line) -> { }, (file, line) -> { }, (name, text) -> { }, settings);
            stage.setScene(new Scene(dock, 700, 600));
            stage.show();
        });
    }

    private TableView<?> table() { return (TableView<?>) dock.lookup("#process-table"); }

    private TableColumn<?, ?> column(String name) {
        return table().getColumns().stream().filter(column -> column.getId().equals("column-" + name)).findFirst().orElseThrow();
    }

    @Test void columns_order_and_arrangement_outlive_the_application() {
        open();
        Ide.run(() -> {
            assertThat(column("monitors").isVisible()).isFalse();
            column("monitors").setVisible(true);
            column("heap").setVisible(false);
            dock.control().actions().stream().filter(action -> action.id().equals("sort-mailbox")).findFirst().orElseThrow().run();
            dock.control().treeProperty().set(true);
            dock.control().showDeadProperty().set(false);
            dock.control().branchSumsProperty().set(false);
            dock.control().markNewProperty().set(false);
            dock.control().markDeadProperty().set(false);
        });
        settings.save();
        open();
        assertThat(fx(() -> column("monitors").isVisible())).isTrue();
        assertThat(fx(() -> column("heap").isVisible())).isFalse();
        assertThat(fx(() -> table().getSortOrder().getFirst().getId())).isEqualTo("column-mailbox");
        assertThat(fx(() -> dock.control().treeProperty().get())).isTrue();
        assertThat(fx(() -> dock.control().showDeadProperty().get())).isFalse();
        assertThat(fx(() -> dock.control().branchSumsProperty().get())).isFalse();
        assertThat(fx(() -> dock.control().markNewProperty().get())).isFalse();
        assertThat(fx(() -> dock.control().markDeadProperty().get())).isFalse();
    }
}
