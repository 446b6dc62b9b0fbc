package dev.ithaca.vm.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The project manifest {@code nostos.toml} (chapter 1, section 10.2).
 *
 * @param name null if the file names none; bins are ignored then
 * @param dependencies paths of source dependencies by name; others are listed in {@code unsupported}
 */
record Manifest(String name, String version, List<Bin> bins, Map<String, String> dependencies, List<String> unsupported) {
    static final String FILE_NAME = "nostos.toml";

    /** One entry point; entry is {@code module.function}. */
    record Bin(String name, String entry, boolean isDefault) {}

    /** The manifest of a folder or the nearest one above it. */
    static Optional<Path> find(Path folder) {
        for (Path p = folder.toAbsolutePath().normalize(); p != null; p = p.getParent()) {
            Path file = p.resolve(FILE_NAME);
            if (Files.isRegularFile(file)) return Optional.of(file);
        }
        return Optional.empty();
    }

    static Manifest read(Path file) throws LoadException {
        JsonNode root;
        try {
            root = new TomlMapper().readTree(SourceReader.read(file));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new LoadException(file + (at == null ? "" : ":" + at.getLineNr()) + ": " + e.getOriginalMessage());
        }
        var bins = new ArrayList<Bin>();
        for (JsonNode bin : root.path("bin")) {
            if (!bin.path("name").isTextual() || !bin.path("entry").isTextual()) {
                throw new LoadException(file + ": every [[bin]] needs a name and an entry (\"module.function\")");
            }
            bins.add(new Bin(bin.get("name").asText(), bin.get("entry").asText(), bin.path("default").asBoolean(false)));
        }
        var paths = new TreeMap<String, String>();
        var unsupported = new ArrayList<String>();
        root.path("dependencies").fields().forEachRemaining(d -> {
            if (d.getValue().path("path").isTextual()) paths.put(d.getKey(), d.getValue().get("path").asText());
            else unsupported.add(d.getKey());
        });
        JsonNode project = root.path("project");
        return new Manifest(project.path("name").asText(null), project.path("version").asText("0.1.0"),
                List.copyOf(bins), Map.copyOf(paths), List.copyOf(unsupported));
    }
}
