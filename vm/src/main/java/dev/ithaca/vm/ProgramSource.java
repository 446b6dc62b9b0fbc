package dev.ithaca.vm;

import dev.ithaca.vm.syntax.SourceFile;
import java.util.List;

/**
 * The files of one program, read by the caller so that an editor can hand over unsaved text.
 *
 * @param units one unit for a single-file program (module path empty), or every module of a project
 * @param entry qualified name of the entry function, {@code main} for a single file, {@code main.main} for a project
 */
public record ProgramSource(List<Unit> units, String entry) {
    public ProgramSource { units = List.copyOf(units); }

    /** @param module dotted module path, empty for a single-file program */
    public record Unit(String module, SourceFile file) {}

    public static ProgramSource single(SourceFile file) { return new ProgramSource(List.of(new Unit("", file)), "main"); }
}
