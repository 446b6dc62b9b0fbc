package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applies decorators to type definitions: the code of the template gives the type and what goes with it. */
final class TypeDecorators extends Decorators<Item.TypeDef> {
    TypeDecorators(Session session, Map<String, Template> templates, SourceFile file) { super(session, templates, file); }

    /** The type with all of its decorators applied; other definitions go to {@code produced}. */
    Item.TypeDef apply(Item.TypeDef type, List<Item> produced) { return applyAll(plain(type), type.decorators(), produced); }

    @Override Item.TypeDef apply(Item.TypeDef type, Item.Decorator decorator, Instantiation instantiation, Template template, List<Item> produced) {
        MetaValue.Code code = instantiation.decorate(new MetaValue.TypeTarget(type), decorator, "type definition");
        List<Item> definitions = new ArrayList<>();
        Item.TypeDef changed = null;
        for (Item item : code.items()) {
            if (changed == null && item instanceof Item.TypeDef t && t.name().text().equals(type.name().text())) changed = plain(t);
            else definitions.add(item instanceof Item.Function function ? published(function) : item);
        }
        for (Stmt statement : code.statements()) addDefinition(statement, decorator, definitions);
        if (changed == null) throw noType(type, decorator, definitions);
        produced.addAll(definitions);
        addSite(decorator, template, decorator.span().to(type.span()));
        return changed;
    }

    private static void addDefinition(Stmt statement, Item.Decorator decorator, List<Item> definitions) {
        switch (statement) {
            case Stmt.LocalFunction f -> definitions.add(new Item.Function(true, f.name(), List.of(), f.params(), null, f.returnType(),
                    f.body(), List.of(), null, f.span()));
            case Stmt.Binding(boolean isVar, Pattern pattern, TypeExpr type, Expr value, Span at) ->
                    definitions.add(new Item.Binding(true, isVar, pattern, type, value, null, at));
            case Stmt.Expression(Expr.Unit _, Span _) -> { }
            case Stmt.Expression _, Stmt.Assign _ -> throw new ExpansionException(TemplateError.NO_DEFINITION,
                    "decorator @%s gives `%s`, which is no definition and cannot stand next to a type"
                            .formatted(decorator.name(), CodeText.excerpt(List.of(statement))));
        }
    }

    private static ExpansionException noType(Item.TypeDef type, Item.Decorator decorator, List<Item> definitions) {
        return definitions.isEmpty()
                ? new ExpansionException(TemplateError.EMPTY, "decorator @%s expanded to empty Items".formatted(decorator.name()))
                : new ExpansionException(TemplateError.NO_TYPE, "decorator @%s does not give back the type `%s`: splice the first parameter "
                        .formatted(decorator.name(), type.name()) + "of the template to keep it");
    }

    private static Item.Function published(Item.Function f) {
        return new Item.Function(true, f.name(), f.typeParams(), f.params(), f.guard(), f.returnType(), f.body(), f.decorators(),
                f.doc(), f.span());
    }

    private static Item.TypeDef plain(Item.TypeDef t) {
        return new Item.TypeDef(t.isPublic(), t.kind(), t.name(), t.typeParams(), t.body(), List.of(), t.doc(), t.span());
    }
}
