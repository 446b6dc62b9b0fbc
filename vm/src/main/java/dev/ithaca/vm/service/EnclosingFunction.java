package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function of a text.
 *
 * @param firstLine 1-based, of the clause asked about
 * @param lastLine inclusive
 */
public record EnclosingFunction(String name, int firstLine, int lastLine) {
    static Optional<EnclosingFunction> find(ModuleTree tree, int offset) {
        return functions(tree.items()).filter(f -> f.span().start() <= offset && offset <= f.span().end()).findFirst().map(f -> {
            Span span = f.span();
            return new EnclosingFunction(f.name().text(), tree.file().line(span.start()), tree.file().line(span.end()));
        });
    }

    private static Stream<Item.Function> functions(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Item.Function function -> Stream.of(function);
            case Item.InlineModule module -> functions(module.items());
            case Item.TraitImpl implementation -> implementation.methods().stream();
            default -> Stream.empty();
        });
    }

    /** Whether a 1-based line belongs to it. */
    public boolean contains(int line) { return firstLine <= line && line <= lastLine; }
}
