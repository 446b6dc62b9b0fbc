package dev.ithaca.ide.tour;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.task.FxThread;
import dev.ithaca.ide.window.MainWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Shows the application without a display: drives the real window through an example and writes a picture of each state. */
public final class Tour {
    private final Services services;
    private final MainWindow window;
    private final Stage stage;
    private final Path folder;

    public Tour(Services services, MainWindow window, Stage stage, Path folder) {
        this.services = services;
        this.window = window;
        this.stage = stage;
        this.folder = folder;
    }

    /** Starts the tour on a thread of its own; the application ends with it. */
    public void start() {
        stage.setMaximized(false);
        stage.setWidth(1440);
        stage.setHeight(860);
        window.show();
        Thread.ofPlatform().name("tour").start(this::run);
    }

    private void run() {
        try {
            pictures();
            System.out.println("Pictures of the IDE are in " + folder.toAbsolutePath());
        } catch (IOException failed) {
            System.err.println("The pictures cannot be written: " + failed.getMessage());
        } finally {
            Platform.exit();
        }
    }

    private void pictures() throws IOException {
        picture("welcome");
    }

    private void picture(String name) throws IOException {
        pause(600);
        Screenshot.write(FxThread.compute(() -> Screenshot.take(stage.getScene())).join(), folder.resolve(name + ".png"));
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
