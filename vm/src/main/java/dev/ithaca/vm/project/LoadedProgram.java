package dev.ithaca.vm.project;

import dev.ithaca.vm.ProgramSource;
import java.util.List;

/** The sources of a program as read from disk, and what was odd about them. */
public record LoadedProgram(ProgramSource source, List<String> warnings) {
    public LoadedProgram { warnings = List.copyOf(warnings); }
}
