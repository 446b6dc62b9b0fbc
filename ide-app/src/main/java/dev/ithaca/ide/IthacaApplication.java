package dev.ithaca.ide;

import dev.ithaca.ide.dialog.StageDialogs;
import dev.ithaca.ide.editor.LexerTokenizer;
import dev.ithaca.ide.monitor.PracticeMachine;
import dev.ithaca.ide.settings.ConfigFolder;
import dev.ithaca.ide.tour.Tour;
import dev.ithaca.ide.window.MainWindow;
import dev.ithaca.vm.service.Workspace;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;

/** The JavaFX application: one window with its services. */
public final class IthacaApplication extends Application {
    private Services services;

    @Override public void start(Stage stage) {
        LaunchOptions options = LaunchOptions.parse(getParameters().getRaw());
        Path config = options.tour() == null ? ConfigFolder.locate() : ConfigFolder.throwaway();
        services = Services.create(config, new Workspace());
        ErrorLog.install(config, services.documents());
        MainWindow window = new MainWindow(services, stage, new StageDialogs(stage, services::workFolder), new LexerTokenizer());
        if (options.tour() != null) {
            new Tour(services, window, stage, options.tour()).start();
            return;
        }
        window.monitorControl().setPractice(new PracticeMachine(services.compiler(), services.background()));
        window.restoreSession(options.open());
        window.show();
    }

    @Override public void stop() {
        if (services != null) services.close();
    }
}
