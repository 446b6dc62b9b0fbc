package dev.ithaca.ide.analysis;

import dev.ithaca.vm.ProgramSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one program, gathered from the editor and the disk.
 *
 * @param files source names to files; the names of texts that were never saved are missing
 * @param mainName source name of the text the program was assembled for
 */
public record Assembly(ProgramSource source, Map<String, Path> files, String mainName) {
    public Assembly { files = Map.copyOf(files); }

    public Optional<Path> file(String sourceName) { return Optional.ofNullable(files.get(sourceName)); }
}
