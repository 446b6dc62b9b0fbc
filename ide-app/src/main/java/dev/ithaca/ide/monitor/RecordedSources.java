package dev.ithaca.ide.monitor;

import dev.ithaca.vm.recording.Recording;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a recorded program was made of, as far as they are still where they were, or beside the recording. */
final class RecordedSources {
    private RecordedSources() {}

    /** @param name as the program knew it: a path, mostly relative to a folder that it or its user worked in */
    static Optional<Path> find(Recording recording, String name) {
        try {
            Path wanted = Path.of(name);
            Path program = Path.of(recording.program());
            Stream<Path> folders = Stream.concat(recording.program().isEmpty() ? Stream.empty() : Stream.iterate(program, folder -> folder != null, Path::getParent),
                    Stream.ofNullable(recording.file().toAbsolutePath().getParent()));
            return folders.map(folder -> folder.resolve(wanted)).filter(Path::isAbsolute).filter(Files::isRegularFile).findFirst();
        } catch (InvalidPathException otherSystem) {
            return Optional.empty();
        }
    }
}
