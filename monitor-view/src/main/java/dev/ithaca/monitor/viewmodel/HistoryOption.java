package dev.ithaca.monitor.viewmodel;

import dev.ithaca.vm.inspect.Inspector;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether the machine looked at remembers what processes were started with and got. To be used on the JavaFX thread. */
public final class HistoryOption {
    private final BooleanProperty kept = new SimpleBooleanProperty(this, "kept", true);
    private final ObjectProperty<Inspector> inspector;
    private final Consumer<String> notices;
    /** The machine remembers, as far as is known here; a recording never does. */
    private boolean remembering;

    HistoryOption(ObjectProperty<Inspector> inspector, Consumer<String> notices) {
        this.inspector = inspector;
        this.notices = notices;
        inspector.addListener((o, before, now) -> apply(now));
        kept.addListener((o, before, now) -> apply(inspector.get()));
    }

    /** What the user wants. */
    public BooleanProperty keptProperty() { return kept; }

    /** Does what the user wants the other way round, and tells so. */
    public void toggle() {
        kept.set(!kept.get());
        notices.accept(kept.get() ? "what processes are started with and the last messages they take are kept from now on"
                : "nothing is kept of what processes were started with and got");
    }

    /** Tells if the machine has stopped to remember, because memory ran short. */
    void look() {
        Inspector machine = inspector.get();
        if (!remembering || machine == null || machine.keepsHistory()) return;
        remembering = false;
        notices.accept("memory ran short: what was kept of processes' starts and messages was given up");
    }

    /** Forgetting visits every process. */
    private void apply(Inspector machine) {
        remembering = false;
        if (machine == null) return;
        if (kept.get()) {
            machine.keepHistory(true);
            remembering = machine.keepsHistory();
        } else Thread.ofVirtual().name("monitor-action").start(() -> machine.keepHistory(false));
    }
}
