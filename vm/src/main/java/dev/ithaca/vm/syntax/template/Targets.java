package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TreePrinter;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of decorated functions and types that templates can ask for. */
final class Targets {
    private Targets() {}

    static MetaValue part(Item.Function function, String part) {
        return switch (part) {
            case "name" -> new MetaValue.Text(function.name().text());
            case "body" -> MetaValue.Code.of(function.body());
            case "params" -> new MetaValue.ListOf(function.params().stream().map(Targets::description).toList());
            case "returnType" -> typeText(function.returnType());
            default -> throw ExpansionException.unresolved(
                    "a decorated function has no part `" + part + "`, only name, body, params and returnType");
        };
    }

    static MetaValue part(Item.TypeDef type, String part) {
        return switch (part) {
            case "name" -> new MetaValue.Text(type.name().text());
            case "typeParams" -> new MetaValue.ListOf(type.typeParams().stream()
                    .<MetaValue>map(p -> new MetaValue.Text(p.name().text())).toList());
            case "fields" -> fields(type.body());
            default -> throw ExpansionException.unresolved(
                    "a decorated type has no part `" + part + "`, only name, typeParams and fields");
        };
    }

    private static MetaValue description(Item.Param param) { return description(TreePrinter.print(param.pattern()), param.type()); }

    private static MetaValue description(String name, TypeExpr type) {
        return MetaValue.MapOf.of(Map.entry("name", new MetaValue.Text(name)), Map.entry("type", typeText(type)),
                Map.entry("ty", typeText(type)));
    }

    private static MetaValue typeText(TypeExpr type) { return new MetaValue.Text(type == null ? "" : TreePrinter.print(type)); }

    /** The fields of a type with one shape; the constructors, each with its fields, of a type with several. */
    private static MetaValue fields(Item.TypeBody body) {
        return switch (body) {
            case Item.TypeBody.Record(List<Item.Field> fields) -> named(fields);
            case Item.TypeBody.Variants(List<Item.Variant> variants) when variants.size() == 1 -> fields(variants.getFirst());
            case Item.TypeBody.Variants(List<Item.Variant> variants) -> new MetaValue.ListOf(variants.stream()
                    .<MetaValue>map(v -> MetaValue.MapOf.of(Map.entry("name", new MetaValue.Text(v.name().text())),
                            Map.entry("fields", fields(v)))).toList());
            case Item.TypeBody.Alias _, Item.TypeBody.Empty _ -> new MetaValue.ListOf(List.of());
        };
    }

    private static MetaValue fields(Item.Variant variant) {
        if (!variant.named().isEmpty()) return named(variant.named());
        List<MetaValue> fields = new ArrayList<>();
        for (TypeExpr type : variant.positional()) fields.add(description(Integer.toString(fields.size()), type));
        return new MetaValue.ListOf(fields);
    }

    private static MetaValue named(List<Item.Field> fields) {
        return new MetaValue.ListOf(fields.stream().map(f -> description(f.name().text(), f.type())).toList());
    }

    /** The value of a parameter as an expression. */
    static Expr param(Item.Function function, long index, Span site) {
        if (index < 0 || index >= function.params().size()) {
            throw ExpansionException.unresolved("the decorated function `%s` has %d parameter(s), so there is no parameter %d"
                    .formatted(function.name(), function.params().size(), index));
        }
        return switch (function.params().get((int) index).pattern()) {
            case Pattern.Variable(String name, Span _) -> new Expr.Variable(name, site);
            case Pattern.Literal(Expr.Literal value, Span _) -> value;
            default -> throw ExpansionException.unresolved(
                    "parameter %d of `%s` is a pattern and has no name".formatted(index, function.name()));
        };
    }
}
