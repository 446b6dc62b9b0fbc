package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints trees as source text that parses to the same tree, apart from spans. Nested operators are parenthesised, blocks
 * indented by two blanks; comments other than documentation and the original layout are lost.
 */
public final class TreePrinter {
    private TreePrinter() {}

    public static String print(ModuleTree module) {
        return module.items().stream().map(TreePrinter::item).collect(Collectors.joining("\n\n", "", "\n"));
    }

    public static String print(Expr expr) { return ExprPrinter.expr(expr); }

    public static String print(Pattern pattern) { return PatternPrinter.pattern(pattern); }

    public static String print(TypeExpr type) { return TypePrinter.type(type); }

    public static String print(Item item) { return item(item); }

    static String indented(String text) { return ("\n" + text).replace("\n", "\n  "); }

    private static String item(Item item) {
        return switch (item) {
            case Item.Function function -> function(function);
            case Item.Template(Item.Function function, Span _) ->
                    doc(function.doc()) + "template " + clause(function);
            case Item.TypeDef type -> typeDef(type);
            case Item.TraitDef trait -> traitDef(trait);
            case Item.TraitImpl impl -> traitImpl(impl);
            case Item.Mvar(boolean isPublic, Name name, TypeExpr type, Expr initial, String doc, Span _) ->
                    doc(doc) + pub(isPublic) + "mvar " + name + ": " + print(type) + " = " + print(initial);
            case Item.Const(boolean isPublic, Name name, Expr value, String doc, Span _) ->
                    doc(doc) + pub(isPublic) + "const " + name + " = " + print(value);
            case Item.Binding(boolean isPublic, boolean isVar, Pattern pattern, TypeExpr type, Expr value, String doc, Span _) ->
                    doc(doc) + pub(isPublic) + (isVar ? "var " : "") + print(pattern) + annotation(type) + " = " + print(value);
            case Item.Use use -> use(use);
            case Item.InlineModule(boolean isPublic, Name name, List<Item> items, Span _) -> pub(isPublic) + "module " + name
                    + items.stream().map(inner -> indented(item(inner)) + "\n").collect(Collectors.joining()) + "\nend";
            case Item.Test(String title, Expr body, Span _) -> "test " + LiteralPrinter.string(title) + " = " + print(body);
            case Item.Extern extern -> extern.library() == null ? "extern type " + extern.name()
                    : "extern " + extern.name() + params(extern.params()) + " -> " + print(extern.returnType()) + " from "
                      + LiteralPrinter.string(extern.library());
        };
    }

    // ---- functions --------------------------------------------------------------------------------------------------

    private static String function(Item.Function function) {
        return doc(function.doc()) + decorators(function.decorators()) + pub(function.isPublic()) + clause(function);
    }

    private static String clause(Item.Function function) {
        return function.name() + typeParams(function.typeParams()) + params(function.params())
                + (function.guard() == null ? "" : " when " + ExprPrinter.operand(function.guard()))
                + returnType(function.returnType()) + " = " + print(function.body());
    }

    static String params(List<Item.Param> params) {
        return params.stream().map(TreePrinter::param).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String param(Item.Param param) {
        return print(param.pattern()) + annotation(param.type())
                + (param.defaultValue() == null ? "" : " = " + print(param.defaultValue()));
    }

    static String annotation(TypeExpr type) { return type == null ? "" : ": " + print(type); }

    static String returnType(TypeExpr type) { return type == null ? "" : " -> " + print(type); }

    private static String typeParams(List<Item.TypeParam> params) {
        return params.isEmpty() ? "" : params.stream().map(TreePrinter::typeParam).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String typeParam(Item.TypeParam param) {
        return param.name() + (param.bounds().isEmpty() ? ""
                : param.bounds().stream().map(Name::text).collect(Collectors.joining(" + ", ": ", "")));
    }

    private static String decorators(List<Item.Decorator> decorators) {
        return decorators.stream().map(decorator -> "@" + decorator.name() + (decorator.args().isEmpty() ? ""
                : decorator.args().stream().map(TreePrinter::print).collect(Collectors.joining(", ", "(", ")"))) + "\n")
                .collect(Collectors.joining());
    }

    private static String doc(String doc) {
        return doc == null ? "" : doc.lines().map(line -> "# " + line + "\n").collect(Collectors.joining());
    }

    private static String pub(boolean isPublic) { return isPublic ? "pub " : ""; }

    // ---- types and traits -------------------------------------------------------------------------------------------

    private static String typeDef(Item.TypeDef type) {
        String keyword = switch (type.kind()) {
            case PLAIN -> "type ";
            case VAR -> "var type ";
            case REACTIVE -> "reactive ";
        };
        String body = switch (type.body()) {
            case Item.TypeBody.Record(List<Item.Field> fields) -> " = " + TypePrinter.fields(fields);
            case Item.TypeBody.Variants(List<Item.Variant> variants) -> variants.stream().map(TreePrinter::variant)
                    .collect(Collectors.joining(" | ", " = | ", ""));
            case Item.TypeBody.Alias(TypeExpr target) -> " = " + print(target);
            case Item.TypeBody.Empty() -> "";
        };
        return doc(type.doc()) + decorators(type.decorators()) + pub(type.isPublic()) + keyword + type.name()
                + typeParams(type.typeParams()) + body;
    }

    private static String variant(Item.Variant variant) {
        if (!variant.named().isEmpty()) return variant.name() + TypePrinter.fields(variant.named());
        return variant.name() + (variant.positional().isEmpty() ? "" : TypePrinter.types("(", variant.positional(), ")"));
    }

    private static String traitDef(Item.TraitDef trait) {
        String supertraits = trait.supertraits().isEmpty() ? ""
                : trait.supertraits().stream().map(Name::text).collect(Collectors.joining(", ", ": ", ""));
        return doc(trait.doc()) + pub(trait.isPublic()) + "trait " + trait.name() + supertraits
                + trait.methods().stream().map(method -> indented(traitMethod(method))).collect(Collectors.joining()) + "\nend";
    }

    private static String traitMethod(Item.TraitMethod method) {
        return doc(method.doc()) + method.name() + params(method.params()) + returnType(method.returnType())
                + (method.defaultBody() == null ? "" : " = " + print(method.defaultBody()));
    }

    private static String traitImpl(Item.TraitImpl impl) {
        String bounds = impl.bounds().isEmpty() ? ""
                : impl.bounds().stream().map(TreePrinter::typeParam).collect(Collectors.joining(", ", " when ", ""));
        return print(impl.target()) + ": " + impl.trait() + bounds
                + impl.methods().stream().map(method -> indented(function(method))).collect(Collectors.joining()) + "\nend";
    }

    private static String use(Item.Use use) {
        String path = use.path().stream().map(Name::text).collect(Collectors.joining("."));
        if (use.names() == null) return "use " + path + ".*";
        List<String> names = new ArrayList<>();
        for (Item.UseName name : use.names()) {
            names.add(name.alias() == null ? name.name().text() : name.name() + " as " + name.alias());
        }
        return "use " + path + ".{" + String.join(", ", names) + "}";
    }
}
