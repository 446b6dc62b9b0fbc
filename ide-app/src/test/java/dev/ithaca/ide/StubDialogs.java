package dev.ithaca.ide;

import dev.ithaca.ide.dialog.Dialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers the questions as a test wants, and remembers them. */
final class StubDialogs implements Dialogs {
    final List<List<String>> asked = new ArrayList<>();
    Unsaved answer = Unsaved.CANCEL;
    Path target;
    String name;
    boolean agree;

    @Override public Optional<Path> chooseFile() { return Optional.ofNullable(target); }

    @Override public Optional<Path> chooseFolder() { return Optional.ofNullable(target); }

    @Override public Optional<Path> chooseTarget(String name) { return Optional.ofNullable(target); }

    @Override public Unsaved askUnsaved(List<String> names) {
        asked.add(names);
        return answer;
    }

    @Override public Optional<String> askName(String question, String initial) { return Optional.ofNullable(name); }

    @Override public boolean confirm(String question, String more, String action) { return agree; }
}
