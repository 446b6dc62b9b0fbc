package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value at compile time: plain data, or a piece of program. */
sealed interface MetaValue {
    record Int(long value) implements MetaValue {}

    record Float(double value) implements MetaValue {}

    record Bool(boolean value) implements MetaValue {}

    record Char(int codePoint) implements MetaValue {}

    record Text(String value) implements MetaValue {}

    record Unit() implements MetaValue {}

    record ListOf(List<MetaValue> elements) implements MetaValue {}

    record TupleOf(List<MetaValue> elements) implements MetaValue {}

    /** In insertion order. */
    record MapOf(Map<MetaValue, MetaValue> entries) implements MetaValue {
        /** A description with named parts. */
        @SafeVarargs
        static MapOf of(Map.Entry<String, MetaValue>... parts) {
            Map<MetaValue, MetaValue> entries = new LinkedHashMap<>();
            for (Map.Entry<String, MetaValue> part : parts) entries.put(new Text(part.getKey()), part.getValue());
            return new MapOf(entries);
        }
    }

    /**
     * Program text as trees.
     *
     * @param items definitions that cannot be statements: types, implementations, functions with guards
     */
    record Code(List<Stmt> statements, List<Item> items) implements MetaValue {
        static Code of(Expr expr) { return new Code(List.of(new Stmt.Expression(expr, expr.span())), List.of()); }

        /** The only expression this consists of, or null. */
        Expr asExpression() {
            return items.isEmpty() && statements.size() == 1 && statements.getFirst() instanceof Stmt.Expression(Expr value, Span _)
                    ? value : null;
        }
    }

    /** One clause of the decorated function. */
    record FunctionTarget(Item.Function function) implements MetaValue {}

    /** The decorated type. */
    record TypeTarget(Item.TypeDef type) implements MetaValue {}

    /**
     * A lambda or local function with the names it sees.
     *
     * @param source the lambda; null for local functions, which have no text of their own as values
     */
    record Closure(String name, List<Clause> clauses, Environment environment, Expr.Lambda source) implements MetaValue {}

    record Clause(List<Item.Param> params, Expr body) {}
}
