package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorts the definitions of one name into functions and each function's clauses by specificity (chapter 1, section 8). */
final class ClauseGrouping {
    private final List<Group> groups = new ArrayList<>();

    /** Clauses of one function and the annotations they agree on. */
    private static final class Group {
        final List<Item.Function> clauses = new ArrayList<>();
        final TypeExpr[] annotations;

        Group(Item.Function first) {
            annotations = new TypeExpr[first.params().size()];
            for (int i = 0; i < annotations.length; i++) annotations[i] = first.params().get(i).type();
            clauses.add(first);
        }

        boolean accepts(Item.Function clause) {
            if (clause.params().size() != annotations.length) return false;
            for (int i = 0; i < annotations.length; i++) {
                if (!agrees(i, clause.params().get(i))) return false;
            }
            return true;
        }

        private boolean agrees(int index, Item.Param param) {
            TypeExpr own = annotations[index];
            TypeExpr other = param.type();
            if (own == null && other == null) return true;
            if (own != null && other != null) return TypeText.of(own).equals(TypeText.of(other));
            if (own != null) return TypeText.of(own).equals(literalType(param.pattern()));
            String text = TypeText.of(other);
            return clauses.stream().allMatch(c -> text.equals(literalType(c.params().get(index).pattern())));
        }

        void add(Item.Function clause) {
            for (int i = 0; i < annotations.length; i++) {
                if (annotations[i] == null) annotations[i] = clause.params().get(i).type();
            }
            clauses.add(clause);
        }

        List<Item.Function> sorted() {
            List<Item.Function> sorted = new ArrayList<>(clauses);
            sorted.sort(Comparator.comparingInt((Item.Function c) -> -specificity(c)).thenComparingInt(c -> -annotated(c)));
            return sorted;
        }
    }

    void add(Item.Function clause) {
        for (Group group : groups) {
            if (group.accepts(clause)) {
                group.add(clause);
                return;
            }
        }
        groups.add(new Group(clause));
    }

    List<FunctionSymbol> functions(FunctionSymbol.Kind kind, ModuleScope module, FunctionSymbol.Method method) {
        return groups.stream().map(g -> new FunctionSymbol(kind, module, g.clauses.getFirst().name().text(), g.sorted(),
                g.annotations, method)).toList();
    }

    /** The primitive type whose annotated clauses an unannotated literal may join; null for other patterns. */
    private static String literalType(Pattern pattern) {
        if (!(pattern instanceof Pattern.Literal literal)) return null;
        return switch (literal.value()) {
            case Expr.IntLit i -> switch (i.kind()) {
                case INT -> "Int";
                case INT8 -> "Int8";
                case INT16 -> "Int16";
                case INT32 -> "Int32";
                default -> null;
            };
            case Expr.FloatLit f -> switch (f.kind()) {
                case FLOAT -> "Float";
                case FLOAT32 -> "Float32";
                case DECIMAL -> null;
            };
            case Expr.StringLit _ -> "String";
            case Expr.BoolLit _ -> "Bool";
            case Expr.CharLit _ -> null;
        };
    }

    private static int specificity(Item.Function clause) {
        int sum = 0;
        for (Item.Param param : clause.params()) {
            if (param.type() != null) continue;
            Pattern p = param.pattern();
            if (p instanceof Pattern.Variable || p instanceof Pattern.Wildcard) continue;
            sum += literalType(p) != null ? 3 : 2;
        }
        return sum;
    }

    private static int annotated(Item.Function clause) {
        return (int) clause.params().stream().filter(p -> p.type() != null).count();
    }
}
