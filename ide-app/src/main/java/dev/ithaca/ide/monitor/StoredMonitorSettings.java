package dev.ithaca.ide.monitor;

import dev.ithaca.ide.settings.Settings;
import dev.ithaca.monitor.viewmodel.MonitorSettings;

/** How the monitor was left, among the settings of the application. */
record StoredMonitorSettings(Settings settings) implements MonitorSettings {
    private static final String PREFIX = "monitor.";

    @Override public String get(String key) { return settings.text(PREFIX + key, null); }

    @Override public void put(String key, String value) { settings.put(PREFIX + key, value); }
}
