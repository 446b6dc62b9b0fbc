package dev.ithaca.ide.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where the application keeps what it remembers. */
public final class ConfigFolder {
    /** System property that names another folder, for tests and trials. */
    public static final String PROPERTY = "ithaca.config";

    private ConfigFolder() {}

    public static Path locate() {
        String chosen = System.getProperty(PROPERTY, "");
        if (!chosen.isBlank()) return Path.of(chosen);
        Path home = Path.of(System.getProperty("user.home"));
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) return fromEnvironment("APPDATA", home.resolve("AppData/Roaming")).resolve("Ithaca");
        if (os.startsWith("mac")) return home.resolve("Library/Application Support/Ithaca");
        return fromEnvironment("XDG_CONFIG_HOME", home.resolve(".config")).resolve("ithaca");
    }

    /** An empty one, for a start that is to know nothing of its user and to change nothing for him. */
    public static Path throwaway() {
        try {
            return Files.createTempDirectory("ithaca");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path fromEnvironment(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
