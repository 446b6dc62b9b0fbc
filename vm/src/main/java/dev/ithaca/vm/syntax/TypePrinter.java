package dev.ithaca.vm.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Prints types for {@link TreePrinter}. */
final class TypePrinter {
    private TypePrinter() {}

    static String type(TypeExpr type) {
        return switch (type) {
            case TypeExpr.Named(String name, List<TypeExpr> args, Span _) -> args.isEmpty() ? name : name + types("[", args, "]");
            case TypeExpr.Variable(String name, Span _) -> name;
            case TypeExpr.ListOf(TypeExpr element, Span _) -> "[" + type(element) + "]";
            case TypeExpr.Tuple(List<TypeExpr> elements, Span _) -> types("(", elements, ")");
            case TypeExpr.Unit _ -> "()";
            case TypeExpr.Function(List<TypeExpr> params, TypeExpr result, Span _) -> types("(", params, ")") + " -> " + type(result);
            case TypeExpr.Record(List<Item.Field> fields, Span _) -> fields(fields);
        };
    }

    static String types(String open, List<TypeExpr> types, String close) {
        return types.stream().map(TypePrinter::type).collect(Collectors.joining(", ", open, close));
    }

    static String fields(List<Item.Field> fields) {
        return fields.stream().map(field -> (field.isPrivate() ? "private " : "") + field.name() + ": " + type(field.type()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
