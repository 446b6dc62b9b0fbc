package dev.ithaca.vm.project;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.ProgramSource.Unit;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds and reads the files of a program: one file alone, or every {@code .nos} file below a folder (chapter 1, section
 * 10.1). Texts that an editor holds unsaved take the place of what is on disk.
 */
public final class ProgramLoader {
    private static final String HIDDEN_FOLDER = ".nostos";
    private final Function<Path, Optional<String>> unsaved;

    public ProgramLoader() { this(_ -> Optional.empty()); }

    /** @param unsaved text of a file that differs from disk, by absolute normalised path */
    public ProgramLoader(Function<Path, Optional<String>> unsaved) { this.unsaved = unsaved; }

    /** @param bin name of a {@code [[bin]]} entry, or empty for the default */
    public LoadedProgram load(Path target, Optional<String> bin) throws LoadException {
        return Files.isDirectory(target) ? folder(target, bin) : file(target, bin);
    }

    private LoadedProgram file(Path file, Optional<String> bin) throws LoadException {
        if (bin.isPresent()) throw new LoadException("--bin needs a project folder, and '" + file + "' is a file");
        return new LoadedProgram(ProgramSource.single(read(file)), List.of());
    }

    private LoadedProgram folder(Path folder, Optional<String> bin) throws LoadException {
        var warnings = new ArrayList<String>();
        Optional<Path> manifestFile = Manifest.find(folder);
        Optional<Manifest> manifest = manifestFile.isEmpty() ? Optional.empty() : Optional.of(Manifest.read(manifestFile.get()));
        var units = new ArrayList<Unit>();
        for (Path file : sources(folder, Integer.MAX_VALUE)) units.add(new Unit(modulePath(folder.relativize(file)), read(file)));
        if (manifest.isPresent()) addDependencies(manifestFile.get(), manifest.get(), units, warnings);
        String entry = entry(folder, manifest, bin, warnings);
        return new LoadedProgram(new ProgramSource(units, entry), warnings);
    }

    private void addDependencies(Path manifestFile, Manifest manifest, List<Unit> units, List<String> warnings) {
        for (var dependency : manifest.dependencies().entrySet()) {
            Path root = manifestFile.getParent().resolve(dependency.getValue()).normalize();
            try {
                for (Path file : sources(root, 1)) {
                    units.add(new Unit(dependency.getKey() + "." + modulePath(root.relativize(file)), read(file)));
                }
            } catch (LoadException e) {
                warnings.add("dependency '" + dependency.getKey() + "': " + e.getMessage());
            }
        }
        for (String name : manifest.unsupported()) {
            warnings.add("dependency '" + name + "' has no path and is not fetched; give it one: { path = \"...\" }");
        }
    }

    private static String entry(Path folder, Optional<Manifest> manifest, Optional<String> bin, List<String> warnings)
            throws LoadException {
        List<Manifest.Bin> bins = manifest.map(Manifest::bins).orElse(List.of());
        if (!bins.isEmpty() && manifest.get().name() == null) {
            warnings.add(Manifest.FILE_NAME + " has [[bin]] entries but no [project] name; they are ignored");
            bins = List.of();
        }
        String available = bins.stream().map(Manifest.Bin::name).collect(Collectors.joining(", "));
        if (bin.isPresent()) {
            if (bins.isEmpty()) throw new LoadException("--bin requires a nostos.toml with [[bin]] entries");
            return bins.stream().filter(b -> b.name().equals(bin.get())).findFirst().map(Manifest.Bin::entry)
                    .orElseThrow(() -> new LoadException("No [[bin]] entry named '" + bin.get() + "' in nostos.toml. Available: " + available));
        }
        if (!bins.isEmpty()) {
            return bins.stream().filter(Manifest.Bin::isDefault).findFirst().map(Manifest.Bin::entry)
                    .orElseThrow(() -> new LoadException("Project has [[bin]] entries but none is marked as default. "
                            + "Use --bin NAME to specify which to run. Available: " + available));
        }
        if (!Files.isRegularFile(folder.resolve("main.nos"))) {
            throw new LoadException("""
                    Error: No 'main.nos' found in directory '%s'
                    Put the program's main() into main.nos,
                    or name an entry point with a [[bin]] section in nostos.toml.""".formatted(folder));
        }
        return "main.main";
    }

    private static List<Path> sources(Path folder, int depth) throws LoadException {
        try (var files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(f -> f.toString().endsWith(".nos") && Files.isRegularFile(f))
                    .filter(f -> !hidden(folder.relativize(f))).sorted().toList();
        } catch (IOException e) {
            throw new LoadException("Error reading folder '" + folder + "': " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new LoadException("Error reading folder '" + folder + "': " + e.getCause().getMessage());
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) if (part.toString().equals(HIDDEN_FOLDER)) return true;
        return false;
    }

    private static String modulePath(Path relative) {
        var parts = new ArrayList<String>();
        for (Path part : relative) parts.add(part.toString());
        String last = parts.removeLast();
        parts.add(last.substring(0, last.length() - ".nos".length()));
        return String.join(".", parts);
    }

    private SourceFile read(Path file) throws LoadException {
        Optional<String> buffer = unsaved.apply(file.toAbsolutePath().normalize());
        return new SourceFile(file.toString(), buffer.isPresent() ? buffer.get() : SourceReader.read(file));
    }
}
