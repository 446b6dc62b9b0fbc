package dev.ithaca.monitor.viewmodel;

import java.util.HashMap;
import java.util.Map;

/** Where the monitor keeps what the user has arranged; the application around it makes it last. Used on the JavaFX thread. */
public interface MonitorSettings {
    /** @return what was put under the key, or null */
    String get(String key);

    void put(String key, String value);

    /** Remembers as long as it lives. */
    static MonitorSettings inMemory() {
        Map<String, String> values = new HashMap<>();
        return new MonitorSettings() {
            @Override public String get(String key) { return values.get(key); }

            @Override public void put(String key, String value) { values.put(key, value); }
        };
    }
}
