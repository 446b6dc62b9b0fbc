package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Matches compile-time data with patterns; every name in a pattern is a new one. */
final class Matcher {
    private final Evaluator evaluator;
    private final Environment environment;

    Matcher(Evaluator evaluator, Environment environment) {
        this.evaluator = evaluator;
        this.environment = environment;
    }

    boolean matches(Pattern pattern, MetaValue value) {
        return switch (pattern) {
            case Pattern.Wildcard _ -> true;
            case Pattern.Variable(String name, Span _) -> {
                environment.define(name, value);
                yield true;
            }
            case Pattern.Pin(String name, Span _) -> evaluator.force(value).equals(environment.lookup(name));
            case Pattern.Literal(Expr.Literal literal, Span _) ->
                    evaluator.force(value).equals(evaluator.eval(literal, environment));
            case Pattern.Unit _ -> value instanceof MetaValue.Unit;
            case Pattern.Range(BigInteger low, BigInteger high, boolean inclusive, Span _) ->
                    evaluator.force(value) instanceof MetaValue.Int(long number) && BigInteger.valueOf(number).compareTo(low) >= 0
                            && BigInteger.valueOf(number).compareTo(high) < (inclusive ? 1 : 0);
            case Pattern.Tuple(List<Pattern> elements, Span _) ->
                    evaluator.force(value) instanceof MetaValue.TupleOf(List<MetaValue> values) && all(elements, values);
            case Pattern.ListOf(List<Pattern> elements, Pattern rest, Span _) -> list(elements, rest, evaluator.force(value));
            case Pattern.Record(List<Pattern.FieldPattern> fields, Span _) ->
                    evaluator.force(value) instanceof MetaValue.MapOf(var entries)
                            && fields.stream().allMatch(f -> matches(entries, new MetaValue.Text(f.field().text()), f.pattern()));
            case Pattern.MapOf(List<Pattern.MapEntry> wanted, Span _) -> evaluator.force(value) instanceof MetaValue.MapOf(var entries)
                    && wanted.stream().allMatch(e -> matches(entries, key(e.key()), e.value()));
            case Pattern.Or(List<Pattern> alternatives, Span _) -> alternatives.stream().anyMatch(p -> matches(p, value));
            case Pattern.Constructor(Name name, var _, var _, Span _) -> throw unsupported(name);
            case Pattern.NamedConstructor(Name name, var _, Span _) -> throw unsupported(name);
            case Pattern.SetOf _ -> throw ExpansionException.unresolved("sets do not exist at compile time");
        };
    }

    private static ExpansionException unsupported(Name constructor) {
        return ExpansionException.unresolved("values of constructor `" + constructor + "` do not exist at compile time");
    }

    private boolean all(List<Pattern> patterns, List<MetaValue> values) {
        if (patterns.size() != values.size()) return false;
        for (int i = 0; i < patterns.size(); i++) {
            if (!matches(patterns.get(i), values.get(i))) return false;
        }
        return true;
    }

    private boolean list(List<Pattern> elements, Pattern rest, MetaValue value) {
        if (!(value instanceof MetaValue.ListOf(List<MetaValue> values))) return false;
        if (rest == null) return all(elements, values);
        return values.size() >= elements.size() && all(elements, values.subList(0, elements.size()))
                && matches(rest, new MetaValue.ListOf(values.subList(elements.size(), values.size())));
    }

    private boolean matches(Map<MetaValue, MetaValue> entries, MetaValue key, Pattern pattern) {
        MetaValue value = entries.get(key);
        return value != null && matches(pattern, value);
    }

    private MetaValue key(Pattern key) {
        return switch (key) {
            case Pattern.Literal(Expr.Literal literal, Span _) -> evaluator.eval(literal, environment);
            case Pattern.Pin(String name, Span _) when environment.lookup(name) != null -> environment.lookup(name);
            default -> throw ExpansionException.unresolved("this key is not known at compile time");
        };
    }
}
