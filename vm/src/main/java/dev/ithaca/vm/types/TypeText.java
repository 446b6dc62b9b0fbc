package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.TypeExpr;
import java.util.List;
import java.util.stream.Collectors;

/** Annotations as text, for comparing clauses and for function signatures in stack traces. */
final class TypeText {
    private TypeText() {}

    static String of(TypeExpr type) {
        return switch (type) {
            case TypeExpr.Named n -> n.args().isEmpty() ? n.name() : n.name() + list("[", n.args(), "]");
            case TypeExpr.Variable v -> v.name();
            case TypeExpr.ListOf l -> "List[" + of(l.element()) + "]";
            case TypeExpr.Tuple t -> list("(", t.elements(), ")");
            case TypeExpr.Unit _ -> "()";
            case TypeExpr.Function f -> list("(", f.params(), ")") + " -> " + of(f.result());
            case TypeExpr.Record r -> r.fields().stream().map(f -> f.name() + ": " + of(f.type()))
                    .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String list(String open, List<TypeExpr> types, String close) {
        return types.stream().map(TypeText::of).collect(Collectors.joining(", ", open, close));
    }
}
