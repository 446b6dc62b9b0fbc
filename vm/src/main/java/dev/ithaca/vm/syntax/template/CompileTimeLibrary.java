package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The library functions that exist at compile time, called as functions or as methods, with their meaning at run time. */
final class CompileTimeLibrary {
    private static final Set<String> NAMES = Set.of("show", "toString", "length", "isEmpty", "take", "drop", "reverse", "contains",
            "map", "filter", "flatMap", "fold", "any", "all", "join", "head", "tail", "last", "init", "zip", "flatten", "concat",
            "sum", "unique", "sort", "nth", "get", "keys", "values", "toUpper", "toLower", "trim", "trimStart", "trimEnd",
            "startsWith", "endsWith", "substring", "replace", "replaceAll", "repeat", "padStart", "padEnd", "lines", "words",
            "split", "chars", "abs", "min", "max", "toFloat");

    private final Evaluator evaluator;

    CompileTimeLibrary(Evaluator evaluator) { this.evaluator = evaluator; }

    static boolean has(String name) { return NAMES.contains(name); }

    /** @param args at least one, none of them code */
    MetaValue call(String name, List<MetaValue> args) {
        MetaValue result = switch (args.getFirst()) {
            case MetaValue value when (name.equals("show") || name.equals("toString")) && args.size() == 1 ->
                    new MetaValue.Text(Operations.show(value));
            case MetaValue.Text(String text) -> text(name, text, args);
            case MetaValue.ListOf(List<MetaValue> elements) -> list(name, elements, args);
            case MetaValue.MapOf(Map<MetaValue, MetaValue> entries) -> map(name, entries, args);
            case MetaValue value -> number(name, value, args);
        };
        if (result == null) {
            throw ExpansionException.unresolved("`%s` does not apply to %s at compile time".formatted(name,
                    String.join(", ", args.stream().map(Operations::describe).toList())));
        }
        return result;
    }

    // ---- strings ----------------------------------------------------------------------------------------------------

    private static MetaValue text(String name, String text, List<MetaValue> args) {
        return switch (args.size()) {
            case 1 -> text(name, text);
            case 2 -> args.get(1) instanceof MetaValue.Int(long count) ? text(name, text, count)
                    : args.get(1) instanceof MetaValue.Text(String other) ? text(name, text, other) : null;
            case 3 -> text(name, text, args.get(1), args.get(2));
            default -> null;
        };
    }

    private static MetaValue text(String name, String text) {
        return switch (name) {
            case "length" -> new MetaValue.Int(codePoints(text));
            case "isEmpty" -> new MetaValue.Bool(text.isEmpty());
            case "toUpper" -> new MetaValue.Text(text.toUpperCase(Locale.ROOT));
            case "toLower" -> new MetaValue.Text(text.toLowerCase(Locale.ROOT));
            case "trim" -> new MetaValue.Text(text.strip());
            case "trimStart" -> new MetaValue.Text(text.stripLeading());
            case "trimEnd" -> new MetaValue.Text(text.stripTrailing());
            case "reverse" -> new MetaValue.Text(new StringBuilder(text).reverse().toString());
            case "lines" -> texts(text.lines().toList());
            case "words" -> texts(text.isBlank() ? List.of() : List.of(text.strip().split("\\s+")));
            case "chars" -> new MetaValue.ListOf(text.codePoints().<MetaValue>mapToObj(MetaValue.Char::new).toList());
            default -> null;
        };
    }

    private static MetaValue text(String name, String text, long count) {
        return switch (name) {
            case "take" -> new MetaValue.Text(substring(text, 0, count));
            case "drop" -> new MetaValue.Text(substring(text, count, codePoints(text)));
            case "repeat" -> {
                Session.checkSize(Math.multiplyHigh(text.length(), count) != 0 ? Long.MAX_VALUE : text.length() * count);
                yield new MetaValue.Text(text.repeat((int) Math.max(count, 0)));
            }
            default -> null;
        };
    }

    private static MetaValue text(String name, String text, String other) {
        return switch (name) {
            case "contains" -> new MetaValue.Bool(text.contains(other));
            case "startsWith" -> new MetaValue.Bool(text.startsWith(other));
            case "endsWith" -> new MetaValue.Bool(text.endsWith(other));
            case "split" -> texts(List.of(text.split(Pattern.quote(other), -1)));
            default -> null;
        };
    }

    private static MetaValue text(String name, String text, MetaValue first, MetaValue second) {
        if (first instanceof MetaValue.Text(String old) && second instanceof MetaValue.Text(String replacement)) {
            Session.checkSize(text.length() * (replacement.length() + 1L));
            return switch (name) {
                case "replaceAll" -> new MetaValue.Text(text.replace(old, replacement));
                case "replace" -> {
                    int at = text.indexOf(old);
                    yield new MetaValue.Text(at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + old.length()));
                }
                default -> null;
            };
        }
        if (!(first instanceof MetaValue.Int(long number))) return null;
        if (name.equals("substring") && second instanceof MetaValue.Int(long end)) return new MetaValue.Text(substring(text, number, end));
        boolean pads = (name.equals("padStart") || name.equals("padEnd")) && second instanceof MetaValue.Text(String pad) && !pad.isEmpty();
        if (!pads) return null;
        Session.checkSize(number);
        String pad = ((MetaValue.Text) second).value();
        String padding = pad.substring(0, pad.offsetByCodePoints(0, 1)).repeat((int) Math.max(number - codePoints(text), 0));
        return new MetaValue.Text(name.equals("padStart") ? padding + text : text + padding);
    }

    private static int codePoints(String text) { return text.codePointCount(0, text.length()); }

    /** By code points; bounds outside the text mean its ends. */
    private static String substring(String text, long start, long end) {
        int length = codePoints(text);
        int from = (int) Math.clamp(start, 0, length);
        int to = (int) Math.clamp(end, from, length);
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    private static MetaValue texts(List<String> texts) { return new MetaValue.ListOf(texts.stream().<MetaValue>map(MetaValue.Text::new).toList()); }

    // ---- lists ------------------------------------------------------------------------------------------------------

    private MetaValue list(String name, List<MetaValue> elements, List<MetaValue> args) {
        if (args.size() == 1) return list(name, elements);
        MetaValue second = args.get(1);
        if (args.size() == 3) {
            return name.equals("fold") && args.get(2) instanceof MetaValue.Closure combine ? fold(elements, second, combine) : null;
        }
        if (args.size() > 3) return null;
        return switch (second) {
            case MetaValue.Closure closure -> list(name, elements, closure);
            case MetaValue value when name.equals("contains") -> new MetaValue.Bool(elements.stream().map(evaluator::force).anyMatch(value::equals));
            case MetaValue.Int(long count) -> switch (name) {
                case "take" -> new MetaValue.ListOf(elements.subList(0, (int) Math.clamp(count, 0, elements.size())));
                case "drop" -> new MetaValue.ListOf(elements.subList((int) Math.clamp(count, 0, elements.size()), elements.size()));
                case "nth", "get" -> Evaluator.element(elements, count);
                default -> null;
            };
            case MetaValue.Text(String separator) when name.equals("join") -> join(elements, separator);
            case MetaValue.ListOf(List<MetaValue> others) -> switch (name) {
                case "zip" -> zip(elements, others);
                case "concat" -> Operations.binary(BinaryOp.CONCAT, args.getFirst(), second);
                default -> null;
            };
            default -> null;
        };
    }

    private MetaValue list(String name, List<MetaValue> elements) {
        return switch (name) {
            case "length" -> new MetaValue.Int(elements.size());
            case "isEmpty" -> new MetaValue.Bool(elements.isEmpty());
            case "reverse" -> new MetaValue.ListOf(elements.reversed());
            case "head" -> Evaluator.element(elements, 0);
            case "last" -> Evaluator.element(elements, elements.size() - 1L);
            case "tail" -> elements.isEmpty() ? null : new MetaValue.ListOf(elements.subList(1, elements.size()));
            case "init" -> elements.isEmpty() ? null : new MetaValue.ListOf(elements.subList(0, elements.size() - 1));
            case "flatten", "concat" -> flatten(elements);
            case "join" -> join(elements, "");
            case "sum" -> elements.stream().map(evaluator::force).reduce(new MetaValue.Int(0),
                    (a, b) -> Operations.binary(BinaryOp.ADD, a, b));
            case "unique" -> new MetaValue.ListOf(elements.stream().map(evaluator::force).distinct().toList());
            case "sort" -> {
                List<MetaValue> sorted = new ArrayList<>(elements.stream().map(evaluator::force).toList());
                sorted.sort(Operations::compare);
                yield new MetaValue.ListOf(Collections.unmodifiableList(sorted));
            }
            default -> null;
        };
    }

    private MetaValue list(String name, List<MetaValue> elements, MetaValue.Closure closure) {
        return switch (name) {
            case "map" -> new MetaValue.ListOf(elements.stream().map(e -> apply(closure, e)).toList());
            case "filter" -> new MetaValue.ListOf(elements.stream().filter(e -> isTrue(closure, e)).toList());
            case "flatMap" -> flatten(elements.stream().map(e -> apply(closure, e)).toList());
            case "any" -> new MetaValue.Bool(elements.stream().anyMatch(e -> isTrue(closure, e)));
            case "all" -> new MetaValue.Bool(elements.stream().allMatch(e -> isTrue(closure, e)));
            default -> null;
        };
    }

    private MetaValue apply(MetaValue.Closure closure, MetaValue... args) { return evaluator.control().apply(closure, List.of(args)); }

    private boolean isTrue(MetaValue.Closure predicate, MetaValue element) {
        MetaValue value = evaluator.force(apply(predicate, element));
        if (value instanceof MetaValue.Bool(boolean truth)) return truth;
        throw ExpansionException.unresolved("the condition is " + Operations.describe(value));
    }

    private MetaValue fold(List<MetaValue> elements, MetaValue initial, MetaValue.Closure combine) {
        MetaValue result = initial;
        for (MetaValue element : elements) result = apply(combine, result, element);
        return result;
    }

    private MetaValue flatten(List<MetaValue> lists) {
        List<MetaValue> all = new ArrayList<>();
        for (MetaValue list : lists) {
            if (!(evaluator.force(list) instanceof MetaValue.ListOf(List<MetaValue> elements))) return null;
            all.addAll(elements);
            Session.checkSize(all.size());
        }
        return new MetaValue.ListOf(all);
    }

    private static MetaValue zip(List<MetaValue> left, List<MetaValue> right) {
        List<MetaValue> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) pairs.add(new MetaValue.TupleOf(List.of(left.get(i), right.get(i))));
        return new MetaValue.ListOf(pairs);
    }

    private MetaValue join(List<MetaValue> elements, String separator) {
        StringJoiner text = new StringJoiner(separator);
        for (MetaValue element : elements) {
            MetaValue value = evaluator.force(element);
            if (!(value instanceof MetaValue.Text) && !(value instanceof MetaValue.Char)) return null;
            text.add(Operations.show(value));
            Session.checkSize(text.length());
        }
        return new MetaValue.Text(text.toString());
    }

    // ---- maps and numbers -------------------------------------------------------------------------------------------

    private static MetaValue map(String name, Map<MetaValue, MetaValue> entries, List<MetaValue> args) {
        if (args.size() == 2) {
            return switch (name) {
                case "get" -> {
                    MetaValue value = entries.get(args.get(1));
                    yield value == null ? new MetaValue.Unit() : value;
                }
                case "contains" -> new MetaValue.Bool(entries.containsKey(args.get(1)));
                default -> null;
            };
        }
        return switch (name) {
            case "length" -> new MetaValue.Int(entries.size());
            case "isEmpty" -> new MetaValue.Bool(entries.isEmpty());
            case "keys" -> new MetaValue.ListOf(List.copyOf(entries.keySet()));
            case "values" -> new MetaValue.ListOf(List.copyOf(entries.values()));
            default -> null;
        };
    }

    private static MetaValue number(String name, MetaValue value, List<MetaValue> args) {
        boolean two = args.size() == 2;
        return switch (name) {
            case "abs" -> Operations.compare(value, value instanceof MetaValue.Float ? new MetaValue.Float(0) : new MetaValue.Int(0)) < 0
                    ? Operations.negate(value) : value;
            case "min" -> two ? Operations.compare(value, args.get(1)) <= 0 ? value : args.get(1) : null;
            case "max" -> two ? Operations.compare(value, args.get(1)) >= 0 ? value : args.get(1) : null;
            case "toFloat" -> value instanceof MetaValue.Int(long number) ? new MetaValue.Float(number) : null;
            default -> null;
        };
    }
}
