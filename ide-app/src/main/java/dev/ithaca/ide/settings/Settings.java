package dev.ithaca.ide.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * What the user chose, as one JSON file. Keys this version does not know are kept as they are, so that a newer and an
 * older Ithaca can share the file. Thread-safe.
 */
public final class Settings {
    private static final System.Logger LOG = System.getLogger(Settings.class.getName());
    private static final int MAX_RECENT = 12;
    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Path file;
    private final Executor disk;
    private final Map<String, Object> values;

    private Settings(Path file, Executor disk, Map<String, Object> values) {
        this.file = file;
        this.disk = disk;
        this.values = values;
    }

    /**
     * Reads {@code settings.json} of the folder; a missing or damaged file gives the defaults (a damaged one is put aside).
     *
     * @param disk writes the file, one version after the other
     */
    public static Settings load(Path folder, Executor disk) {
        Path file = folder.resolve("settings.json");
        try {
            return new Settings(file, disk, new LinkedHashMap<>(JSON.readValue(Files.readString(file), OBJECT)));
        } catch (NoSuchFileException firstStart) {
            return new Settings(file, disk, new LinkedHashMap<>());
        } catch (IOException damaged) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be read ({1}); starting with the defaults", file, damaged.getMessage());
            try {
                Files.move(file, folder.resolve("settings.damaged.json"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unmovable) {
                LOG.log(System.Logger.Level.WARNING, "{0} cannot be put aside: {1}", file, unmovable.getMessage());
            }
            return new Settings(file, disk, new LinkedHashMap<>());
        }
    }

    public synchronized String text(String key, String otherwise) { return values.get(key) instanceof String text ? text : otherwise; }

    public synchronized double number(String key, double otherwise) {
        return values.get(key) instanceof Number number ? number.doubleValue() : otherwise;
    }

    public synchronized boolean flag(String key, boolean otherwise) {
        return values.get(key) instanceof Boolean flag ? flag : otherwise;
    }

    /** The strings of a list; other elements are left out. */
    public synchronized List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
    }

    public synchronized void put(String key, String value) { values.put(key, value); }

    public synchronized void put(String key, double value) { values.put(key, value); }

    public synchronized void put(String key, boolean value) { values.put(key, value); }

    public synchronized void put(String key, List<String> value) { values.put(key, new ArrayList<>(value)); }

    /** Puts a value at the head of a short list without repeats. */
    public synchronized void remember(String key, String value) {
        List<String> recent = new ArrayList<>(texts(key));
        recent.remove(value);
        recent.addFirst(value);
        put(key, recent.subList(0, Math.min(recent.size(), MAX_RECENT)));
    }

    /** Has the file written, whole or not at all. A failure is logged: settings are never worth interrupting the user. */
    public synchronized void save() {
        Map<String, Object> now = new LinkedHashMap<>(values);
        disk.execute(() -> write(now));
    }

    private void write(Map<String, Object> now) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "settings", ".tmp");
            Files.writeString(fresh, JSON.writeValueAsString(now));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be written: {1}", file, unwritable.getMessage());
        }
    }
}
