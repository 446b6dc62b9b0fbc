package dev.ithaca.ide.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The few questions that must be asked in a window of their own; an interface, because tests answer them. */
public interface Dialogs {
    enum Unsaved { SAVE, DISCARD, CANCEL }

    Optional<Path> chooseFile();

    Optional<Path> chooseFolder();

    /** @param name suggested file name */
    Optional<Path> chooseTarget(String name);

    /** What to do about texts that are about to be closed. */
    Unsaved askUnsaved(List<String> names);
}
