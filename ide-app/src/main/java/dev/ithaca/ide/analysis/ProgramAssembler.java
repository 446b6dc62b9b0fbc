package dev.ithaca.ide.analysis;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which files make up the program of a text: all modules of its project, or the text alone. A project is a
 * folder with {@code nostos.toml} or {@code main.nos}, the nearest one above the file.
 */
public final class ProgramAssembler {
    private static final int MAX_DEPTH = 16;
    private static final String MANIFEST = "nostos.toml";

    private ProgramAssembler() {}

    /**
     * @param focus the text in front
     * @param open texts of the editor by absolute file; they stand for what is on disk
     */
    public static Assembly assemble(SourceText focus, Map<Path, String> open) throws IOException {
        Optional<Path> root = focus.file() == null ? Optional.empty() : projectRoot(focus.file());
        return root.isPresent() ? project(root.get(), focus, open) : single(focus);
    }

    private static Assembly single(SourceText focus) {
        Map<String, Path> files = focus.file() == null ? Map.of() : Map.of(focus.name(), focus.file());
        return new Assembly(ProgramSource.single(new SourceFile(focus.name(), focus.text())), files, focus.name());
    }

    /** The nearest folder above that is a project; empty for a file that stands alone. */
    static Optional<Path> projectRoot(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(MANIFEST))) return Optional.of(folder);
        }
        Path folder = file.getParent();
        return folder != null && Files.exists(folder.resolve("main.nos")) ? Optional.of(folder) : Optional.empty();
    }

    private static Assembly project(Path root, SourceText focus, Map<Path, String> open) throws IOException {
        List<ProgramSource.Unit> units = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        for (Path file : sources(root)) {
            Path relative = root.relativize(file);
            String name = relative.toString().replace('\\', '/');
            String text = file.equals(focus.file()) ? focus.text() : open.get(file);
            if (text == null) text = Files.readString(file);
            units.add(new ProgramSource.Unit(modulePath(name), new SourceFile(name, text)));
            files.put(name, file);
        }
        return new Assembly(new ProgramSource(units, "main.main"), files, root.relativize(focus.file()).toString().replace('\\', '/'));
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.toString().endsWith(".nos") && !hidden(root.relativize(file)) && Files.isRegularFile(file))
                    .sorted().toList();
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) return true;
        }
        return false;
    }

    private static String modulePath(String name) { return name.substring(0, name.length() - ".nos".length()).replace('/', '.'); }
}
