package dev.ithaca.monitor;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.viewmodel.MonitorSettings;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.util.Duration;

/** Keeps in the settings how the monitor as a whole was left. */
final class MonitorMemory {
    private MonitorMemory() {}

    static void keep(MonitorSettings settings, ProcessMonitor monitor) {
        keep(settings, "arrangement", monitor.arrangementProperty(), Arrangement::name, Arrangement::valueOf);
        keep(settings, "showDead", monitor.showDeadProperty(), String::valueOf, Boolean::valueOf);
        keep(settings, "showLibrary", monitor.showLibraryProperty(), String::valueOf, Boolean::valueOf);
        keep(settings, "branchSums", monitor.branchSumsProperty(), String::valueOf, Boolean::valueOf);
        keep(settings, "markNew", monitor.markNewProperty(), String::valueOf, Boolean::valueOf);
        keep(settings, "markDead", monitor.markDeadProperty(), String::valueOf, Boolean::valueOf);
        keep(settings, "keepHistory", monitor.historyKeptProperty(), String::valueOf, Boolean::valueOf);
        keep(settings, "overview", monitor.overviewShownProperty(), String::valueOf, Boolean::valueOf);
        keep(settings, "refreshMillis", monitor.refreshIntervalProperty(), d -> Long.toString(Math.round(d.toMillis())),
                text -> Duration.millis(Long.parseLong(text)));
    }

    private static <T> void keep(MonitorSettings settings, String key, Property<T> property, Function<T, String> write,
                                 Function<String, T> read) {
        String stored = settings.get(key);
        if (stored != null) restore(stored, read, property::setValue);
        property.addListener((o, before, now) -> settings.put(key, write.apply(now)));
    }

    /** A value of another version or a mistyped one leaves things as they are. */
    private static <T> void restore(String stored, Function<String, T> read, Consumer<T> set) {
        T value;
        try {
            value = read.apply(stored);
        } catch (IllegalArgumentException unreadable) {
            return;
        }
        set.accept(value);
    }
}
