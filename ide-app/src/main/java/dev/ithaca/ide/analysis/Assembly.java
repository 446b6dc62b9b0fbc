package dev.ithaca.ide.analysis;

import dev.ithaca.vm.ProgramSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one program, gathered from the editor and the disk.
 *
 * @param files source names to files; the names of texts that were never saved are missing
 * @param mainName source name of the text the program was assembled for
 * @param warnings what was odd about the project as a whole
 */
public record Assembly(ProgramSource source, Map<String, Path> files, String mainName, List<String> warnings) {
    public Assembly {
        files = Map.copyOf(files);
        warnings = List.copyOf(warnings);
    }

    public Optional<Path> file(String sourceName) { return Optional.ofNullable(files.get(sourceName)); }
}
