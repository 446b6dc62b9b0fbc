package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists what texts declare. */
final class Declarations {
    private final SourceFile file;
    private final List<Declaration> found = new ArrayList<>();

    private Declarations(SourceFile file) { this.file = file; }

    /** In the order of the text; clauses of one function count once. */
    static List<Declaration> of(ModuleTree tree) {
        Declarations declarations = new Declarations(tree.file());
        declarations.items(tree.items(), "");
        return declarations.found;
    }

    /** The items of a text, those of inline modules included. */
    static Stream<Item> all(List<Item> items) {
        return items.stream().flatMap(item -> item instanceof Item.InlineModule m ? Stream.concat(Stream.of(item), all(m.items())) : Stream.of(item));
    }

    private void items(List<Item> items, String container) {
        for (Item item : items) {
            switch (item) {
                case Item.Function f -> function(Declaration.Kind.FUNCTION, f.name(), container);
                case Item.Template t -> function(Declaration.Kind.FUNCTION, t.function().name(), container);
                case Item.TypeDef t -> type(t, container);
                case Item.TraitDef t -> {
                    add(Declaration.Kind.TRAIT, t.name(), container);
                    t.methods().forEach(m -> add(Declaration.Kind.METHOD, m.name(), t.name().text()));
                }
                case Item.TraitImpl i -> {
                    String of = file.text().substring(i.target().span().start(), i.target().span().end()) + ": " + i.trait().text();
                    i.methods().forEach(m -> function(Declaration.Kind.METHOD, m.name(), of));
                }
                case Item.Mvar m -> add(Declaration.Kind.VALUE, m.name(), container);
                case Item.Const c -> add(Declaration.Kind.VALUE, c.name(), container);
                case Item.Binding b -> {
                    if (b.pattern() instanceof Pattern.Variable v) add(Declaration.Kind.VALUE, v.name(), v.span(), container);
                }
                case Item.InlineModule m -> {
                    add(Declaration.Kind.MODULE, m.name(), container);
                    items(m.items(), container.isEmpty() ? m.name().text() : container + "." + m.name().text());
                }
                case Item.Test t -> add(Declaration.Kind.TEST, t.title(), t.span(), container);
                case Item.Use _, Item.Extern _ -> { }
            }
        }
    }

    private void type(Item.TypeDef t, String container) {
        add(Declaration.Kind.TYPE, t.name(), container);
        switch (t.body()) {
            case Item.TypeBody.Record record -> record.fields().forEach(f -> add(Declaration.Kind.FIELD, f.name(), t.name().text()));
            case Item.TypeBody.Variants variants -> variants.variants().forEach(v -> {
                add(Declaration.Kind.CONSTRUCTOR, v.name(), t.name().text());
                v.named().forEach(f -> add(Declaration.Kind.FIELD, f.name(), v.name().text()));
            });
            case Item.TypeBody.Alias _, Item.TypeBody.Empty _ -> { }
        }
    }

    private void function(Declaration.Kind kind, Name name, String container) {
        boolean known = found.stream().anyMatch(d -> d.kind() == kind && d.name().equals(name.text()) && d.container().equals(container));
        if (!known) add(kind, name, container);
    }

    private void add(Declaration.Kind kind, Name name, String container) { add(kind, name.text(), name.span(), container); }

    private void add(Declaration.Kind kind, String name, Span span, String container) {
        found.add(new Declaration(kind, name, container, new Location(file.name(), file.line(span.start()), file.column(span.start()))));
    }
}
