package dev.ithaca.vm.syntax;

import java.util.List;

/** The tree of one source file. Items whose text did not parse are missing; their errors are in the parse result. */
public record ModuleTree(SourceFile file, List<Item> items) {
    public ModuleTree { items = List.copyOf(items); }
}
