package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.SourceFile;
import java.util.List;
import java.util.Map;

/** What the language'"'"'s library offers to the checker; implemented by the library itself. */
public interface BuiltinCatalog {
    /** All builtins of one name, empty if there is none. */
    List<Builtin> named(String name);

    /** Every builtin, for completion and for the check of reserved names. */
    List<Builtin> all();

    /** The modules written in Nostos, by dotted path ({@code stdlib.list}). All their functions are fully annotated. */
    Map<String, SourceFile> modules();

    /** Those of {@link #modules} that may matter to a program of these files: nothing of the others is named in it. */
    Map<String, SourceFile> modulesFor(List<SourceFile> program);
}
