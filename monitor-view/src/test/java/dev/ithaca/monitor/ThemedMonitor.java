package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.ithaca.monitor.support.Shots;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A monitor on a stage in one of the themes, for pictures. */
final class ThemedMonitor implements AutoCloseable {
    private final Stage stage;
    final ProcessMonitor monitor;

    /** @param theme see {@link #setTheme} */
    ThemedMonitor(Stage stage, String theme, double width, double height) throws Exception {
        this.stage = stage;
        monitor = get(() -> {
            setTheme(theme);
            var made = new ProcessMonitor();
            made.darkProperty().set(theme.endsWith("dark"));
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(made, width, height));
            stage.show();
            return made;
        });
    }

    /**
     * To be called on the JavaFX thread.
     *
     * @param theme {@code light} or {@code dark} for those of the application; with any other name there is none
     */
    static void setTheme(String theme) {
        Application.setUserAgentStylesheet(switch (theme) {
            case "light" -> new PrimerLight().getUserAgentStylesheet();
            case "dark" -> new PrimerDark().getUserAgentStylesheet();
            default -> null;
        });
    }

    void action(String id) throws Exception {
        run(() -> monitor.actions().stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow().run());
    }

    private interface Writing {
        void write() throws IOException;
    }

    void shoot(String name) throws Exception { shoot(() -> Shots.write(stage.getScene(), name)); }

    /** As it would be at another size. */
    void shoot(String name, double width, double height) throws Exception { shoot(() -> Shots.write(stage.getScene(), name, width, height)); }

    private static void shoot(Writing writing) throws Exception {
        run(() -> {
            try {
                writing.write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override public void close() throws Exception {
        run(() -> {
            stage.setScene(new Scene(new Group()));
            Application.setUserAgentStylesheet(null);
        });
    }
}
