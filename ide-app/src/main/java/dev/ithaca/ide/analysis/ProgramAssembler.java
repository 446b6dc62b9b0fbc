package dev.ithaca.ide.analysis;

import dev.ithaca.ide.document.TextFormat;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.project.LoadedProgram;
import dev.ithaca.vm.project.ProgramLoader;
import dev.ithaca.vm.syntax.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which files make up the program of a text: all modules of its project, or the text alone. A project is the
 * nearest folder above with {@code nostos.toml}, or the file's own folder if it has a {@code main.nos}. Texts from the disk
 * are spelled as the editor spells them, so that places in them are the same once they are open.
 */
public final class ProgramAssembler {
    private static final String MANIFEST = "nostos.toml";

    private ProgramAssembler() {}

    /**
     * @param focus the text in front
     * @param open texts of the editor by absolute file; they stand for what is on disk
     */
    public static Assembly assemble(SourceText focus, Map<Path, String> open) throws LoadException {
        Optional<Path> root = focus.file() == null ? Optional.empty() : projectRoot(focus.file());
        return root.isPresent() ? project(root.get(), focus, open) : single(focus);
    }

    private static Assembly single(SourceText focus) {
        Map<String, Path> files = focus.file() == null ? Map.of() : Map.of(focus.name(), focus.file());
        return new Assembly(ProgramSource.single(new SourceFile(focus.name(), focus.text())), files, focus.name(), List.of());
    }

    static Optional<Path> projectRoot(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(MANIFEST))) return Optional.of(folder);
        }
        Path folder = file.getParent();
        return folder != null && Files.exists(folder.resolve("main.nos")) ? Optional.of(folder) : Optional.empty();
    }

    private static Assembly project(Path root, SourceText focus, Map<Path, String> open) throws LoadException {
        ProgramLoader loader = new ProgramLoader(file -> Optional.ofNullable(file.equals(focus.file()) ? focus.text() : open.get(file)));
        LoadedProgram loaded = loader.load(root, Optional.empty());
        List<ProgramSource.Unit> units = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        for (ProgramSource.Unit unit : loaded.source().units()) {
            Path file = Path.of(unit.file().name());
            String name = name(root, file);
            units.add(new ProgramSource.Unit(unit.module(), new SourceFile(name, TextFormat.normalize(unit.file().text()))));
            files.put(name, file);
        }
        return new Assembly(new ProgramSource(units, loaded.source().entry()), files, name(root, focus.file()), loaded.warnings());
    }

    /** The file as people know it: its path inside the project. */
    private static String name(Path root, Path file) { return root.relativize(file).toString().replace('\\', '/'); }
}
