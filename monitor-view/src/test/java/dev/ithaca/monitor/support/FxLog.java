package dev.ithaca.monitor.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the controls of JavaFX complain about while this is open. */
public final class FxLog implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    /** Kept here: nobody else does. */
    private final Logger root = Logger.getLogger("");
    private final Handler handler = new Handler() {
        @Override public void publish(LogRecord entry) {
            if (entry.getSourceClassName() != null && entry.getSourceClassName().startsWith("javafx.scene.control.")) lines.add(entry.getMessage());
        }

        @Override public void flush() {}

        @Override public void close() {}
    };

    public FxLog() { root.addHandler(handler); }

    public List<String> lines() { return List.copyOf(lines); }

    @Override public void close() { root.removeHandler(handler); }
}
