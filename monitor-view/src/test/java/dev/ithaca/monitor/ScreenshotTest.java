package dev.ithaca.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.Bank;
import dev.ithaca.monitor.support.Shots;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.css.CssParser;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the monitor in every theme and writes pictures to look at. */
@ExtendWith(ApplicationExtension.class)
class ScreenshotTest {
    private Stage stage;

    @Start void start(Stage given) { stage = given; }

    @AfterEach void restoreTheme() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
            stage.setScene(new Scene(new Group()));
            Application.setUserAgentStylesheet(null);
        }).get();
    }

    @ParameterizedTest
    @CsvSource({"light,480,760", "dark,480,760", "light,990,700", "standalone,480,760", "standalone-dark,480,760"})
    void drawsItself(String theme, int width, int height) throws Exception {
        ProcessMonitor monitor = WaitForAsyncUtils.asyncFx(() -> {
            ThemedMonitor.setTheme(theme);
            var made = new ProcessMonitor();
            made.darkProperty().set(theme.endsWith("dark"));
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(made, width, height));
            stage.show();
            return made;
        }).get();
        String suffix = theme + "-" + width;
        shoot("nothing-" + suffix);
        WaitForAsyncUtils.asyncFx(() -> monitor.setInspector(Bank.open())).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, monitor.processCountProperty().greaterThan(0));
        WaitForAsyncUtils.asyncFx(() -> monitor.setSelectedPid(7L)).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> monitor.lookup("#variables") != null);
        shoot("table-" + suffix);
        WaitForAsyncUtils.asyncFx(() -> monitor.treeProperty().set(true)).get();
        shoot("tree-" + suffix);
        WaitForAsyncUtils.asyncFx(() -> {
            monitor.setSelectedPid(13L);
            ((TabPane) monitor.lookup(".details-tabs")).getSelectionModel().selectLast();
            monitor.filterTextProperty().set("fn:zebra");
        }).get();
        shoot("nomatch-" + suffix);
        WaitForAsyncUtils.asyncFx(() -> {
            monitor.filterTextProperty().set("worker state:alive");
            ((TabPane) monitor.lookup(".details-tabs")).getSelectionModel().select(2);
            TableView<?> table = (TableView<?>) monitor.lookup("#process-table");
            table.requestFocus();
        }).get();
        WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.asyncFx(() -> {
            TableView<?> table = (TableView<?>) monitor.lookup("#process-table");
            monitor.setSelectedPid(7L);
            table.getSelectionModel().selectIndices(2, 3);
            ((Button) monitor.lookup("#monitor-kill")).fire();
        }).get();
        shoot("kill-" + suffix);
        assertThat(CssParser.errorsProperty()).extracting(Object::toString).noneMatch(error -> error.contains("monitor.css"));
        assertThat(Shots.folder().resolve("tree-" + suffix + ".png")).isNotEmptyFile();
    }

    /** A new theme while something is laid out in the background would be reported as errors of the style sheet. */
    @AfterEach void close() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> stage.setScene(new Scene(new Group()))).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                () -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("monitor-warm-up")));
    }

    private void shoot(String name) throws Exception {
        WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.asyncFx(() -> Shots.write(stage.getScene(), name)).get();
    }
}
