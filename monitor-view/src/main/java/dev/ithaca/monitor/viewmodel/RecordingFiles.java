package dev.ithaca.monitor.viewmodel;

import java.nio.file.Path;
import java.util.Optional;

/** Knows where recordings of machines are kept; the application around the monitor asks its user. On the JavaFX thread. */
public interface RecordingFiles {
    /** Where to write one. @param suggestedName a file name with its ending @return empty if the user changed their mind */
    Optional<Path> chooseTarget(String suggestedName);

    /** Which one to open. @return empty if the user changed their mind */
    Optional<Path> chooseSource();

    /** What runs, as the user knows it: a file or folder; may be empty. */
    default String program() { return ""; }
}
