package dev.ithaca.vm.syntax;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** Prints patterns for {@link TreePrinter}. */
final class PatternPrinter {
    private PatternPrinter() {}

    static String pattern(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Wildcard _ -> "_";
            case Pattern.Variable(String name, Span _) -> name;
            case Pattern.Pin(String name, Span _) -> "^" + name;
            case Pattern.Literal(Expr.Literal value, Span _) -> LiteralPrinter.literal(value);
            case Pattern.Unit _ -> "()";
            case Pattern.Range(BigInteger low, BigInteger high, boolean inclusive, Span _) -> low + (inclusive ? "..=" : "..") + high;
            case Pattern.Tuple(List<Pattern> elements, Span _) -> patterns("(", elements, ")");
            case Pattern.ListOf(List<Pattern> elements, Pattern rest, Span _) ->
                    patterns("[", elements, rest == null ? "]" : " | " + pattern(rest) + "]");
            case Pattern.Record(List<Pattern.FieldPattern> fields, Span _) -> fields("{", fields, "}");
            case Pattern.Constructor(Name name, boolean hasArgs, List<Pattern> args, Span _) ->
                    hasArgs ? patterns(name + "(", args, ")") : name.text();
            case Pattern.NamedConstructor(Name name, List<Pattern.FieldPattern> fields, Span _) ->
                    fields.isEmpty() ? name + "{}" : fields(name + "(", fields, ")");
            case Pattern.MapOf(List<Pattern.MapEntry> entries, Span _) -> entries.stream()
                    .map(entry -> pattern(entry.key()) + ": " + pattern(entry.value())).collect(Collectors.joining(", ", "%{", "}"));
            case Pattern.SetOf(List<Pattern> elements, Span _) -> patterns("#{", elements, "}");
            case Pattern.Or(List<Pattern> alternatives, Span _) ->
                    alternatives.stream().map(PatternPrinter::pattern).collect(Collectors.joining(" | ", "(", ")"));
        };
    }

    private static String patterns(String open, List<Pattern> patterns, String close) {
        return patterns.stream().map(PatternPrinter::pattern).collect(Collectors.joining(", ", open, close));
    }

    private static String fields(String open, List<Pattern.FieldPattern> fields, String close) {
        return fields.stream().map(field -> field.field() + ": " + pattern(field.pattern()))
                .collect(Collectors.joining(", ", open, close));
    }
}
