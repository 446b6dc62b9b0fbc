package dev.ithaca.ide;

import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.document.Notice;
import dev.ithaca.ide.task.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the user should not have to read into a file: log messages, and the traces of our own mistakes. */
final class ErrorLog {
    private static final int MAX_BYTES = 1 << 20;
    private static final Logger ROOT = Logger.getLogger("");

    private ErrorLog() {}

    /** @param documents where a short notice appears when something unforeseen happens */
    static void install(Path configFolder, Documents documents) {
        Path file = configFolder.resolve("ithaca.log");
        try {
            Files.createDirectories(configFolder);
            Handler handler = new FileHandler(file.toString(), MAX_BYTES, 1, true);
            handler.setFormatter(new SimpleFormatter());
            for (Handler old : ROOT.getHandlers()) ROOT.removeHandler(old);
            ROOT.addHandler(handler);
        } catch (IOException unwritable) {
            ROOT.log(Level.WARNING, "no log file " + file, unwritable);
        }
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            ROOT.log(Level.SEVERE, "in thread " + thread.getName(), failure);
            FxThread.run(() -> documents.noticeProperty().set(Notice.error("Something went wrong inside Ithaca ("
                    + failure.getClass().getSimpleName() + "). Your text is safe; details are in " + file + ".")));
        });
    }
}
