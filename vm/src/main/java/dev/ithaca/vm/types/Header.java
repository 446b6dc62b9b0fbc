package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TreePrinter;
import java.util.List;

/**
 * What a file shows to code elsewhere without anything being inferred, as text, to tell whether that changed.
 *
 * @param declarations imports, types, traits and implementations without bodies: they matter to the whole program
 * @param functions functions, values and module variables without bodies: they matter to those who import the file
 */
record Header(String declarations, String functions) {
    static Header of(Checker.Unit unit) {
        Reader reader = new Reader(unit);
        reader.read(unit.tree().items());
        return new Header(unit.modulePath() + '\n' + unit.tree().file().name() + '\n' + reader.declarations, reader.functions.toString());
    }

    private static final class Reader {
        private static final char END = '\u0000';
        private final boolean expanded;
        private final String text;
        private final StringBuilder declarations = new StringBuilder();
        private final StringBuilder functions = new StringBuilder();

        Reader(Checker.Unit unit) {
            expanded = unit.expanded();
            text = unit.tree().file().text();
        }

        void read(List<Item> items) {
            for (Item item : items) read(item);
        }

        private void read(Item item) {
            switch (item) {
                case Item.Function f -> function(f, functions);
                case Item.Binding b -> value(b.isPublic(), b, b.span(), b.value(), new Item.Binding(b.isPublic(), b.isVar(), b.pattern(),
                        b.type(), new Expr.Unit(b.span()), null, b.span()));
                case Item.Mvar m -> value(m.isPublic(), m, m.span(), m.initial(), new Item.Mvar(m.isPublic(), m.name(), m.type(),
                        new Expr.Unit(m.span()), null, m.span()));
                case Item.Const c -> value(c.isPublic(), c, c.span(), c.value(), new Item.Const(c.isPublic(), c.name(),
                        new Expr.Unit(c.span()), null, c.span()));
                case Item.Test _ -> functions.append("test").append(END);
                case Item.TypeDef t -> declaration(t.isPublic(), t, t.span());
                case Item.Use u -> declaration(false, u, u.span());
                case Item.TraitDef t -> trait(t);
                case Item.TraitImpl i -> implementation(i);
                case Item.InlineModule m -> inline(m);
                case Item.Template _, Item.Extern _ -> { }
            }
        }

        private void declaration(boolean isPublic, Item item, Span span) {
            declarations.append(isPublic ? '+' : '-').append(expanded ? TreePrinter.print(item) : slice(span.start(), span.end())).append(END);
        }

        private void function(Item.Function f, StringBuilder out) {
            out.append(f.isPublic() ? '+' : '-');
            if (expanded) {
                out.append(TreePrinter.print(new Item.Function(f.isPublic(), f.name(), f.typeParams(), f.params(), f.guard(), f.returnType(),
                        new Expr.Unit(f.span()), List.of(), null, f.span())));
            } else {
                out.append(slice(Math.min(f.span().start(), f.name().span().start()), f.body().span().start()));
            }
            out.append(END);
        }

        private void value(boolean isPublic, Item item, Span span, Expr value, Item head) {
            functions.append(item.getClass().getSimpleName()).append(isPublic ? '+' : '-')
                    .append(expanded ? TreePrinter.print(head) : slice(span.start(), value.span().start())).append(END);
        }

        private void trait(Item.TraitDef t) {
            declarations.append("trait").append(t.isPublic() ? '+' : '-').append(t.name().text()).append(t.supertraits().stream().map(Object::toString).toList());
            for (Item.TraitMethod m : t.methods()) {
                declarations.append(END).append(m.name().text()).append(m.defaultBody() != null);
                m.params().forEach(p -> declarations.append(',').append(TreePrinter.print(p.pattern()))
                        .append(p.type() == null ? "" : TreePrinter.print(p.type()))
                        .append(p.defaultValue() == null ? "" : TreePrinter.print(p.defaultValue())));
                if (m.returnType() != null) declarations.append("->").append(TreePrinter.print(m.returnType()));
            }
            declarations.append(END);
        }

        private void implementation(Item.TraitImpl i) {
            declarations.append("implementation").append(TreePrinter.print(i.target())).append(':').append(i.trait().text());
            i.bounds().forEach(b -> declarations.append(' ').append(b.name().text()).append(b.bounds().stream().map(Object::toString).toList()));
            declarations.append(END);
            i.methods().forEach(f -> function(f, declarations));
        }

        private void inline(Item.InlineModule m) {
            declarations.append("module").append(m.name().text()).append(END);
            functions.append("module").append(m.name().text()).append(END);
            read(m.items());
            declarations.append("end").append(END);
            functions.append("end").append(END);
        }

        private String slice(int start, int end) {
            int from = Math.min(start, text.length());
            return text.substring(from, Math.clamp(end, from, text.length()));
        }
    }
}
