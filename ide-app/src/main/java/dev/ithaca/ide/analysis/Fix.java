package dev.ithaca.ide.analysis;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.service.QuickFix;
import dev.ithaca.vm.service.TextEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to mend a mistake, by changing the text that was asked about, other files of the program, or both.
 *
 * @param title what it does, for a menu
 */
public record Fix(String title, List<TextEdit> here, List<FileChange> elsewhere) {
    public Fix {
        here = List.copyOf(here);
        elsewhere = List.copyOf(elsewhere);
    }

    /** @param before the whole text that the edits are counted in */
    public record FileChange(Path file, String before, List<TextEdit> edits) {}

    /** Empty if something without a file would have to be changed, such as the library. */
    static Optional<Fix> of(QuickFix fix, Assembly assembly) {
        List<FileChange> elsewhere = new ArrayList<>();
        for (String name : fix.edits().stream().map(TextEdit::file).distinct().filter(name -> !name.equals(assembly.mainName())).toList()) {
            Optional<Path> file = assembly.file(name);
            if (file.isEmpty()) return Optional.empty();
            String before = assembly.source().units().stream().map(ProgramSource.Unit::file).filter(unit -> unit.name().equals(name)).findFirst().orElseThrow().text();
            elsewhere.add(new FileChange(file.get(), before, fix.edits().stream().filter(edit -> edit.file().equals(name)).toList()));
        }
        return Optional.of(new Fix(fix.title(), fix.edits().stream().filter(edit -> edit.file().equals(assembly.mainName())).toList(), elsewhere));
    }
}
