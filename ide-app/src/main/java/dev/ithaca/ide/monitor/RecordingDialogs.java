package dev.ithaca.ide.monitor;

import dev.ithaca.ide.dialog.Dialogs;
import dev.ithaca.monitor.viewmodel.RecordingFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the user where recordings are kept. @param running what runs, as the user knows it */
record RecordingDialogs(Dialogs dialogs, Supplier<String> running) implements RecordingFiles {
    @Override public Optional<Path> chooseTarget(String suggestedName) { return dialogs.chooseTarget(suggestedName); }

    @Override public Optional<Path> chooseSource() { return dialogs.chooseRecording(); }

    @Override public String program() { return running.get(); }
}
