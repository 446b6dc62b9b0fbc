package dev.ithaca.ide.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir Path folder;

    @Test void keeps_keys_it_does_not_know() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"future\": {\"a\": [1, true, null]}, \"zoom\": 120}");
        Settings settings = Settings.load(folder, Runnable::run);
        assertThat(settings.number("zoom", 100)).isEqualTo(120);
        settings.put("theme", "dark");
        settings.save();
        assertThat(Files.readString(folder.resolve("settings.json"))).contains("\"future\"", "[ 1, true, null ]", "\"theme\" : \"dark\"");
    }

    @Test void a_damaged_file_is_put_aside() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{oops");
        assertThat(Settings.load(folder, Runnable::run).text("theme", "light")).isEqualTo("light");
        assertThat(folder.resolve("settings.damaged.json")).hasContent("{oops");
    }

    @Test void recent_values_come_first_and_once() {
        Settings settings = Settings.load(folder, Runnable::run);
        settings.remember("recent", "a");
        settings.remember("recent", "b");
        settings.remember("recent", "a");
        assertThat(settings.texts("recent")).containsExactly("a", "b");
    }
}
