package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import dev.ithaca.vm.types.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who calls a function, and whom it calls; a function that is passed on by its name counts as called. */
final class CallHierarchy {
    private final Snapshot snapshot;
    private final References references;

    /** Where calls of one function are found. */
    private record Caller(String name, Location location) {}

    CallHierarchy(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.references = new References(snapshot);
    }

    /** The functions that use what a name of the text in front stands for. */
    List<Calls> callers(Span name) {
        String spelling = snapshot.file().text().substring(name.start(), name.end());
        Map<Caller, List<Occurrence>> found = new LinkedHashMap<>();
        for (Occurrence o : references.of(references.meaning(snapshot.file().name(), name), spelling)) {
            if (o.declaration()) continue;
            ModuleTree tree = snapshot.trees().stream().filter(t -> t.file().name().equals(o.file())).findFirst().orElseThrow();
            functions(tree.items()).filter(f -> f.span().start() <= o.start() && o.end() <= f.span().end() && f.name().span().start() != o.start()).findFirst()
                    .ifPresent(f -> found.computeIfAbsent(new Caller(f.name().text(), first(tree, f)), _ -> new ArrayList<>()).add(o));
        }
        return found.entrySet().stream().map(e -> new Calls(e.getKey().name(), e.getKey().location(), e.getValue())).toList();
    }

    /** The functions of the program that the one around an offset of the text in front uses. */
    List<Calls> callees(int offset) {
        Optional<Item.Function> around = functions(snapshot.tree().items()).filter(f -> f.span().start() <= offset && offset <= f.span().end()).findFirst();
        if (around.isEmpty()) return List.of();
        Map<Caller, List<Occurrence>> found = new LinkedHashMap<>();
        functions(snapshot.tree().items()).filter(f -> f.name().text().equals(around.get().name().text())).forEach(clause -> called(clause, found));
        return found.entrySet().stream().map(e -> new Calls(e.getKey().name(), e.getKey().location(), e.getValue())).toList();
    }

    private void called(Item.Function clause, Map<Caller, List<Occurrence>> found) {
        SourceFile file = snapshot.file();
        for (Token token : NameTokens.within(file, clause.span())) {
            if (token.kind() != TokenKind.LOWER || token.start() == clause.name().span().start()) continue;
            for (Symbol symbol : snapshot.exploration().meaning(file.name(), token.span())) {
                boolean function = symbol.kind() == Symbol.Kind.FUNCTION || symbol.kind() == Symbol.Kind.METHOD;
                if (!function || symbol.fromLibrary() || symbol.file() == null || symbol.span() == null) continue;
                Location location = new Location(symbol.file().name(), symbol.file().line(symbol.span().start()), symbol.file().column(symbol.span().start()));
                found.computeIfAbsent(new Caller(symbol.name(), location), _ -> new ArrayList<>()).add(Occurrence.of(file, token.start(), token.end(), false));
            }
        }
    }

    /** The first clause stands for all. */
    private static Location first(ModuleTree tree, Item.Function clause) {
        Span name = functions(tree.items()).filter(f -> f.name().text().equals(clause.name().text())).findFirst().orElse(clause).name().span();
        return new Location(tree.file().name(), tree.file().line(name.start()), tree.file().column(name.start()));
    }

    private static Stream<Item.Function> functions(List<Item> items) {
        return Declarations.all(items).flatMap(item -> switch (item) {
            case Item.Function f -> Stream.of(f);
            case Item.TraitImpl i -> i.methods().stream();
            default -> Stream.empty();
        });
    }
}
