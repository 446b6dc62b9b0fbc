package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings a name of a module into a text: into the list of a {@code use} that names the module, else in a line of its own. */
final class ImportInsertion {
    private ImportInsertion() {}

    static TextEdit of(ModuleTree tree, String module, String name) {
        String file = tree.file().name();
        List<Item.Use> uses = tree.items().stream().filter(Item.Use.class::isInstance).map(Item.Use.class::cast).toList();
        Optional<Item.Use> same = uses.stream().filter(use -> use.names() != null && !use.names().isEmpty() && path(use).equals(module) && hasList(tree, use)).findFirst();
        if (same.isPresent()) {
            Item.UseName last = same.get().names().getLast();
            return TextEdit.insert(file, (last.alias() == null ? last.name() : last.alias()).span().end(), ", " + name);
        }
        return line(tree, uses, "use " + module + ".{" + name + "}");
    }

    /** A whole {@code use} in a line of its own, below those that are there. */
    static TextEdit line(ModuleTree tree, String use) {
        return line(tree, tree.items().stream().filter(Item.Use.class::isInstance).map(Item.Use.class::cast).toList(), use);
    }

    private static TextEdit line(ModuleTree tree, List<Item.Use> uses, String use) {
        String file = tree.file().name();
        if (uses.isEmpty()) return TextEdit.insert(file, 0, use + "\n");
        return TextEdit.insert(file, uses.getLast().span().end(), "\n" + use);
    }

    private static String path(Item.Use use) { return use.path().stream().map(Name::text).collect(Collectors.joining(".")); }

    private static boolean hasList(ModuleTree tree, Item.Use use) {
        Span span = use.span();
        return tree.file().text().substring(span.start(), Math.min(span.end(), tree.file().text().length())).contains("{");
    }
}
