package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.runtime.Process;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a running program sees of the operating system: environment, current directory, open files and programs. */
final class Workspace {
    private final Map<String, String> environment = new ConcurrentSkipListMap<>(System.getenv());
    private final HandleTable<OpenFile> files = new HandleTable<>("io_error");
    private final HandleTable<RunningProgram> programs = new HandleTable<>("io_error");
    private volatile Path directory = Path.of("").toAbsolutePath();

    static Workspace of(Process p) { return of(p.machine()); }

    static Workspace of(Machine machine) { return machine.service(Workspace.class, Workspace::new); }

    Map<String, String> environment() { return environment; }

    HandleTable<OpenFile> files() { return files; }

    HandleTable<RunningProgram> programs() { return programs; }

    Path directory() { return directory; }

    void enter(Path absolute) { directory = absolute; }

    /** A path of the program as a path of the system. */
    Path resolve(String path) {
        try {
            return directory.resolve(path);
        } catch (InvalidPathException e) {
            throw IoErrors.other("Invalid path: " + path);
        }
    }
}
