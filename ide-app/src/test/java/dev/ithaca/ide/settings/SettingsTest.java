package dev.ithaca.ide.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir Path folder;

    @Test void keeps_keys_it_does_not_know() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"future\": {\"a\": [1, true, null]}, \"zoom\": 120}");
        Settings settings = Settings.load(folder);
        assertThat(settings.number("zoom", 100)).isEqualTo(120);
        settings.put("theme", "dark");
        settings.save();
        assertThat(Files.readString(folder.resolve("settings.json"))).contains("\"future\"", "[1, true, null]", "\"theme\": \"dark\"");
    }

    @Test void a_damaged_file_is_put_aside() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{oops");
        assertThat(Settings.load(folder).text("theme", "light")).isEqualTo("light");
        assertThat(folder.resolve("settings.damaged.json")).hasContent("{oops");
    }

    @Test void recent_values_come_first_and_once() {
        Settings settings = Settings.load(folder);
        settings.remember("recent", "a");
        settings.remember("recent", "b");
        settings.remember("recent", "a");
        assertThat(settings.texts("recent")).containsExactly("a", "b");
    }

    @Test void json_survives_a_round_trip() {
        Map<String, Object> value = Map.of("text", "quote \" backslash \\ line\n\u0001", "list", List.of(1.5, -2.0, List.of()), "empty", Map.of());
        assertThat(Json.parse(Json.write(value))).isEqualTo(value);
    }

    @Test void json_says_where_it_is_broken() {
        assertThatThrownBy(() -> Json.parse("[1, ]")).hasMessage("expected a value at offset 4");
        assertThatThrownBy(() -> Json.parse("{\"a\" 1}")).hasMessage("expected ':' at offset 6");
    }
}
