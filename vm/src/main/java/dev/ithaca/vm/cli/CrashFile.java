package dev.ithaca.vm.cli;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.recording.StateSaver;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The last state of a program that has failed, for a monitor to open later. */
record CrashFile(Path file, PrintStream err) {
    /** Says where it is, or why it is not; never fails. */
    void write(Inspector inspector, Path program) throws InterruptedException {
        try {
            StateSaver.Saved saved = StateSaver.save(inspector, file, program.toAbsolutePath().normalize().toString(), Set.of(1L), (done, of) -> true);
            err.println(String.format(Locale.ROOT, "The last state of %,d %s is in %s: open it in Ithaca's monitor", saved.processes(),
                    saved.processes() == 1 ? "process" : "processes", file));
        } catch (NoSuchFileException e) {
            err.println("No state was written: there is no folder for " + file);
        } catch (AccessDeniedException e) {
            err.println("No state was written: " + file + " may not be written");
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            err.println("No state was written to " + file + ": " + e.getMessage());
        }
    }
}
