package dev.ithaca.ide.outline;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A top-level definition of a source text.
 *
 * @param line 1-based
 * @param column 1-based
 * @param lastLine where it ends, inclusive
 */
public record Definition(Kind kind, String name, int line, int column, int lastLine) {
    public enum Kind { FUNCTION, TYPE, TRAIT, VALUE, MODULE, TEST }

    /** Those of a file in the order of the text; the clauses of one function count once. */
    static List<Definition> of(ModuleTree tree) {
        List<Definition> found = new ArrayList<>();
        for (Item item : tree.items()) {
            Definition definition = of(tree, item);
            if (definition != null && !continues(found, definition)) found.add(definition);
        }
        return found;
    }

    private static boolean continues(List<Definition> found, Definition definition) {
        return !found.isEmpty() && found.getLast().kind() == Kind.FUNCTION && definition.kind() == Kind.FUNCTION
                && found.getLast().name().equals(definition.name());
    }

    private static Definition of(ModuleTree tree, Item item) {
        return switch (item) {
            case Item.Function function -> at(tree, item.span(), Kind.FUNCTION, function.name());
            case Item.Template template -> at(tree, item.span(), Kind.FUNCTION, template.function().name());
            case Item.TypeDef type -> at(tree, item.span(), Kind.TYPE, type.name());
            case Item.TraitDef trait -> at(tree, item.span(), Kind.TRAIT, trait.name());
            case Item.TraitImpl implementation -> at(tree, item.span(), Kind.TRAIT, implementation.trait());
            case Item.Mvar mvar -> at(tree, item.span(), Kind.VALUE, mvar.name());
            case Item.Const constant -> at(tree, item.span(), Kind.VALUE, constant.name());
            case Item.InlineModule module -> at(tree, item.span(), Kind.MODULE, module.name());
            case Item.Test test -> new Definition(Kind.TEST, test.title(), tree.file().line(test.span().start()), 1, lastLine(tree, test.span()));
            case Item.Binding binding -> null;
            case Item.Use use -> null;
            case Item.Extern extern -> null;
        };
    }

    private static Definition at(ModuleTree tree, Span whole, Kind kind, Name name) {
        int start = name.span().start();
        return new Definition(kind, name.text(), tree.file().line(start), tree.file().column(start), lastLine(tree, whole));
    }

    private static int lastLine(ModuleTree tree, Span span) { return tree.file().line(Math.max(span.start(), span.end() - 1)); }
}
