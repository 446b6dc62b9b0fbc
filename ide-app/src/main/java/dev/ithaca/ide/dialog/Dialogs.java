package dev.ithaca.ide.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The few questions that must be asked in a window of their own; an interface, because tests answer them. */
public interface Dialogs {
    enum Unsaved { SAVE, DISCARD, CANCEL }

    Optional<Path> chooseFile();

    Optional<Path> chooseFolder();

    /** A file that shows a machine as it was. */
    default Optional<Path> chooseRecording() { return chooseFile(); }

    /** @param name suggested file name */
    Optional<Path> chooseTarget(String name);

    /** A name for something, empty if the user changed their mind. */
    Optional<String> askName(String question, String initial);

    /**
     * Asks before something that is hard to take back.
     *
     * @param more a sentence to add, or empty
     * @param action what the button says that agrees
     */
    boolean confirm(String question, String more, String action);

    /** What to do about texts that are about to be closed. */
    Unsaved askUnsaved(List<String> names);
}
