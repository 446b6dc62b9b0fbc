package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Diagnostic.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wording of type errors, one method per kind; codes are the rows of chapter 2, section 15.5. */
final class Report {
    private static final String COMPATIBLE = "ensure all expressions have compatible types";
    private final Findings findings;

    Report(Findings findings) { this.findings = findings; }

    private Diagnostic error(String code, Place place, String message) {
        return Diagnostic.error(Phase.COMPILE, code, place.file(), place.span(), message);
    }

    private void add(Diagnostic diagnostic) { findings.add(diagnostic); }

    /** A failed unification, worded by its kind. */
    void mismatch(Place place, Mismatch m) {
        TypePrinter printer = new TypePrinter();
        switch (m.kind()) {
            case INFINITE -> {
                String variable = printer.print(m.expected());
                add(error("T14", place, "Type mismatch: cannot unify a type with a type containing itself (" + variable + " in "
                        + printer.print(m.found()) + ")").withHelp(COMPATIBLE));
            }
            case TOO_LARGE -> tooLarge(place);
            case FUNCTION_ARITY -> {
                Type.Function expected = (Type.Function) m.expected();
                Type.Function found = (Type.Function) m.found();
                int most = Math.max(expected.params().size(), found.params().size());
                argumentCount(place, most, Math.min(expected.params().size(), found.params().size()));
            }
            case TYPE_ARGUMENTS -> add(error("T12", place, "Wrong number of type arguments: expected "
                    + ((Type.Con) m.expected()).args().size() + ", found " + ((Type.Con) m.found()).args().size())
                    .withHelp(COMPATIBLE));
            case TUPLE_LENGTH, DIFFERENT -> quoted(place, m.expected(), m.found());
        }
    }

    void tooLarge(Place place) {
        add(error("T29", place, "the type of this expression is too large to work with")
                .withHelp("declare a type for the nested tuples, or annotate the functions in between"));
    }

    /** @param path what needs what, from the first back to it; places: where in the one before each is named */
    void dependsOnItself(FunctionSymbol first, List<FunctionSymbol> path, List<Place> places, boolean certain) {
        StringBuilder chain = new StringBuilder();
        List<Diagnostic.Label> labels = new ArrayList<>();
        String user = first.name();
        for (int i = 0; i < path.size(); i++) {
            if (i < MOST_STEPS || i == path.size() - 1) {
                if (i > 0) chain.append(i > MOST_STEPS ? ", ... " : ", ");
                chain.append('`').append(user).append("` needs `").append(path.get(i).name()).append('`');
                labels.add(new Diagnostic.Label(places.get(i).file(), places.get(i).span(), "`" + user + "` needs `" + path.get(i).name() + "`"));
            }
            user = path.get(i).name();
        }
        Place place = new Place(first.file(), first.nameInSource().span());
        String message = "the value of `" + first.name() + "` " + (certain ? "depends" : "may depend") + " on itself: " + chain;
        Diagnostic found = certain ? error("N17", place, message) : Diagnostic.warning(Phase.COMPILE, "N17", place.file(), place.span(), message);
        add(found.withLabels(labels).withHelp("a module binding is evaluated at every use: give one of them a value of its own"));
    }

    /** How many steps of a circle are named. */
    private static final int MOST_STEPS = 6;

    void readTooEarly(Place place, MvarSymbol mvar, MvarSymbol read, boolean certain) {
        String message = mvar == read
                ? "the first value of mvar `" + mvar.name() + "` " + (certain ? "is" : "may be") + " computed from the variable itself"
                : "mvar `" + mvar.name() + "` " + (certain ? "is" : "may be") + " computed from mvar `" + read.name()
                        + "`, which gets its first value later";
        Diagnostic found = certain ? error("M4", place, message) : Diagnostic.warning(Phase.COMPILE, "M4", place.file(), place.span(), message);
        add(found.withHelp(mvar == read ? "start from a value that does not need it"
                : "module variables get their values in the order of the text: move `" + read.name() + "` above `" + mvar.name() + "`"));
    }

    void tooLargeAlias(Place place, String alias) {
        add(error("T29", place, "the type `" + alias + "` stands for is too large to work with")
                .withHelp("declare a type with a constructor for the parts that repeat"));
    }

    /** The usual form; Bool is always named as the found side. */
    void quoted(Place place, Type expected, Type found) {
        boolean swap = is(expected, BuiltinTypes.BOOL) && !is(found, BuiltinTypes.BOOL);
        Type a = swap ? found : expected;
        Type b = swap ? expected : found;
        TypePrinter printer = new TypePrinter();
        String left = printer.print(a);
        String right = printer.print(b);
        if (isList(a) && b instanceof Type.Tuple || a instanceof Type.Tuple && isList(b)) {
            add(error("T27", place, "Cannot unify types: " + left + " and " + right).withHelp(COMPATIBLE));
            return;
        }
        boolean listMismatch = isList(a) && !isSpecial(b) || isList(b) && !isSpecial(a) && !isPrimitive(a);
        if (listMismatch && !is(a, BuiltinTypes.UNIT)) {
            add(error("T2", place, "mismatched types in list: expected `" + left + "`, found `" + right + "`").withHelp("all elements in a list must have the same type"));
            return;
        }
        add(withAdvice(error("T1", place, "type mismatch: expected `" + left + "`, found `" + right + "`"), a, b, left, right));
    }

    /** The form without quotes, for whole types of bindings and some arguments (section 15.4). */
    void plain(Place place, Type expected, Type found) {
        TypePrinter printer = new TypePrinter();
        plain(place, printer.print(expected), printer.print(found));
    }

    void plain(Place place, String expected, String found) {
        add(error("T3", place, "type mismatch: expected " + expected + ", found " + found).withHelp(COMPATIBLE));
    }

    /** A value where the text asks for one of a type that nobody declared. */
    void unknownAnnotation(Place place, Type expected, Type found, List<String> similar) {
        TypePrinter printer = new TypePrinter();
        add(error("T3", place, "type mismatch: expected " + printer.print(expected) + ", found " + printer.print(found))
                .withHelp(similar.isEmpty() ? "types must be defined with 'type Name = ...'" : Suggestions.didYouMean(similar))
                .withRemedies(similar));
    }

    void argumentType(Place place, int number, String function, Type expected, Type found) {
        TypePrinter printer = new TypePrinter();
        String e = printer.print(expected);
        String f = printer.print(found);
        add(error("T5", place, "type mismatch in argument " + number + ": expected `" + e + "`, found `" + f + "`")
                .withHelp("function `" + function + "` expects `" + e + "` but received `" + f + "`"));
    }

    void notNumeric(Place place, String function, Type found) {
        add(error("T6", place, "type mismatch in argument 1: `" + function + "` expects numeric type (Int, Float, etc.) but found `"
                + new TypePrinter().print(found) + "`"));
    }

    private static Diagnostic withAdvice(Diagnostic d, Type a, Type b, String left, String right) {
        if (pair(a, b, BuiltinTypes.INT, BuiltinTypes.STRING)) {
            return d.withHelp("`" + left + "` and `" + right + "` are incompatible types")
                    .withNotes("to concatenate strings, use `++`: show(42) ++ \" items\"");
        }
        if (pair(a, b, BuiltinTypes.FLOAT, BuiltinTypes.STRING)) {
            return d.withHelp("`" + left + "` and `" + right + "` are incompatible types")
                    .withNotes("to concatenate strings, use `++`: show(3.14) ++ \" value\"");
        }
        if (pair(a, b, BuiltinTypes.INT, BuiltinTypes.FLOAT)) {
            return d.withHelp("cannot implicitly convert between `Int` and `Float`")
                    .withNotes("use `toFloat(x)` to convert Int to Float, or `round(x)` for Float to Int");
        }
        if (is(a, BuiltinTypes.UNIT) || is(b, BuiltinTypes.UNIT)) {
            return d.withHelp("a `()` (unit) value cannot be used where a value is expected")
                    .withNotes("an `if` without `else` and a block that ends in a binding have the value `()`");
        }
        if (is(b, BuiltinTypes.BOOL)) return d.withHelp("`" + left + "` and `Bool` are incompatible types");
        if (isList(a) && b instanceof Type.Function || isList(b) && a instanceof Type.Function) {
            return d.withHelp("function arguments may be in the wrong order")
                    .withNotes("functions such as `map` and `filter` take the list first, then the function");
        }
        return d.withHelp(COMPATIBLE);
    }

    /** A bound that a type does not meet. */
    void missingTrait(Place place, Type type, String trait) { add(missing(place, type, trait)); }

    /** An operand whose type was inferred: the other operand may be the one that is wrong. */
    void missingTrait(Place place, Type type, String trait, Type left, Type right) {
        TypePrinter printer = new TypePrinter();
        Diagnostic d = missing(place, type, trait);
        String[] notes = Stream.concat(d.notes().stream(), Stream.of("type mismatch: expected `" + printer.print(left)
                + "`, found `" + printer.print(right) + "`")).toArray(String[]::new);
        add(d.withNotes(notes));
    }

    private Diagnostic missing(Place place, Type type, String trait) {
        String name = new TypePrinter().print(type);
        Diagnostic d = error("T7", place, "Missing trait implementation: " + name + " does not implement " + trait);
        boolean text = is(type, BuiltinTypes.STRING) || is(type, BuiltinTypes.BOOL);
        if (trait.equals("Num") && text) {
            return d.withHelp("`" + name + "` cannot be used with arithmetic operators like `+`, `-`, `*`, `/`")
                    .withNotes("to concatenate strings, use `++`: show(42) ++ \" items\"");
        }
        d = d.withHelp("type `" + name + "` must implement trait `" + trait + "`");
        String user = switch (trait) {
            case "Num" -> "arithmetic operators (`+`, `-`, `*`, `/`)";
            case "Ord" -> "comparison operators (`<`, `>`, `<=`, `>=`) or `sort()`";
            case "Eq" -> "equality operators (`==`, `!=`)";
            case "Concat" -> "`++` operator";
            default -> null;
        };
        if (user != null) d = d.withNotes("trait `" + trait + "` is required by " + user);
        if (trait.equals("Hash")) d = d.withNotes("trait `Hash` is required for use as Map key or Set element");
        return d;
    }

    void annotationRequired(Place place, int first, int second, Type a, Type b) {
        TypePrinter printer = new TypePrinter();
        add(error("T9", place, "Type annotation required: parameters " + first + " and " + second
                + " must have the same type, but used as " + printer.print(a) + " and " + printer.print(b))
                .withHelp("the function requires these parameters to have the same type")
                .withNotes("annotate the parameters if the function should accept different types"));
    }

    void argumentCount(Place place, int expected, int found) {
        add(error("T10", place, "Wrong number of arguments: expected " + expected + ", found " + found)
                .withHelp("check the function definition for the correct number of parameters"));
    }

    void providedCount(Place place, String function, int expected, int found, String signature) {
        add(error("T11", place, "function `" + function + "` expects " + expected + (expected == 1 ? " argument" : " arguments")
                + ", but " + found + (found == 1 ? " was" : " were") + " provided (Wrong number of arguments: expected " + expected
                + ", found " + found + ")").withNotes("function signature: " + signature));
    }

    void typeArgumentCount(Place place, String function, List<String> params, int found) {
        int n = params.size();
        add(error("T13", place, "wrong number of type arguments: `" + function + "` expects " + n + " type parameter"
                + (n == 1 ? "" : "s") + " [" + String.join(", ", params) + "], but " + found + (found == 1 ? " was" : " were")
                + " provided"));
    }

    void noField(Place place, Type type, String field) {
        add(error("T15", place, "Type " + new TypePrinter().print(type) + " has no field " + field));
    }

    void privateField(Place place, Type type, String field) {
        add(error("T15", place, "field `" + field + "` of type `" + new TypePrinter().print(type) + "` is private")
                .withHelp("private fields can be used only in the module that declares the type"));
    }

    void missingField(Place place, String field) { add(error("T16", place, "Missing field: " + field)); }

    void missingFieldOf(Place place, String field, String constructor) {
        add(error("T17", place, "missing field `" + field + "` in constructor `" + constructor + "`"));
    }

    void unknownFieldOf(Place place, String field, String constructor) {
        add(error("T17", place, "unknown field `" + field + "` for constructor `" + constructor + "`"));
    }

    void methodOfOtherType(Place place, Type type, String method) {
        add(error("T18", place, "Type " + TypePrinter.head(type) + " has no method " + method));
    }

    void noMethod(Place place, Type type, String method, List<String> similar) {
        String text = "no method `" + method + "` found for type `" + new TypePrinter().print(type) + "`";
        if (!similar.isEmpty()) text += "\n       did you mean: " + String.join(", ", similar) + "?";
        add(error("T19", place, text).withRemedies(similar).withHelp("available methods depend on the type; check the type's documentation")
                .withNotes("method calls like `x.foo()` are transformed to `foo(x)` via UFCS"));
    }

    void assertTypeFailed(Place place, Type expected, Type found) {
        TypePrinter printer = new TypePrinter();
        add(error("T21", place, "assertType failed: expected `" + printer.print(expected) + "`, found `" + printer.print(found) + "`"));
    }

    void wildcard(Place place) {
        add(error("T22", place, "Wildcard '_' is only valid in pattern contexts, not as a standalone expression"));
    }

    void unknownConstructor(Place place, String name, List<String> similar) {
        Diagnostic found = error("T23", place, "Unknown constructor: " + name);
        add(similar.isEmpty() ? found : found.withHelp(Suggestions.didYouMean(similar)).withRemedies(similar));
    }

    void bareGeneric(Place place, String name) {
        add(error("T24", place, "Generic type `" + name + "` requires type parameters. Use `" + name + "[T]` instead of bare `"
                + name + "`."));
    }

    /**
     * @param quoted whether the missing patterns are named in back-quotes (constructors are, truth values are not)
     * @param patterns that would cover them
     */
    void notExhaustive(Place place, List<String> missing, boolean quoted, List<String> patterns) {
        String names = missing.stream().map(m -> quoted ? "`" + m + "`" : m).collect(Collectors.joining(", "));
        add(error("T26", place, "non-exhaustive patterns: " + names + " not covered")
                .withRemedies(patterns)
                .withHelp("add patterns for the missing cases, or use `_` to match any value")
                .withNotes("match expressions must cover all possible values of the matched type"));
    }

    void incompletePatterns(Place place, String witness) {
        findings.add(Diagnostic.warning(Phase.COMPILE, "T26", place.file(), place.span(),
                "non-exhaustive patterns: `" + witness + "` not covered")
                .withRemedies(List.of(witness))
                .withHelp("add patterns for the missing cases, or use `_` to match any value"));
    }

    void slowKey(Place place, Type type) {
        String name = new TypePrinter().print(type);
        findings.add(Diagnostic.warning(Phase.COMPILE, "T30", place.file(), place.span(),
                "`" + name + "` implements Eq but not Hash: a map or set of such keys compares each with every other")
                .withHelp("implement Hash for `" + name + "`, so that equal values have the same hash"));
    }

    /** An assignment that will panic. */
    void fixedField(Place place, TypeSymbol record, String field) {
        findings.add(Diagnostic.warning(Phase.COMPILE, "T31", place.file(), place.span(),
                "field `" + field + "` of `" + record.name() + "` is not mutable, so this assignment panics")
                .withHelp("declare `var type " + record.name() + "`, or make a changed copy: " + record.name() + "(old, " + field + ": value)"));
    }

    void notARecord(Place place, Type type) {
        add(error("T28", place, "Cannot update non-record type: " + new TypePrinter().print(type)));
    }

    void warning(String code, Place place, String message) {
        findings.add(Diagnostic.warning(Phase.COMPILE, code, place.file(), place.span(), message));
    }

    /** For the kinds that have no parts worth a method of their own. */
    void other(String code, Place place, String message, String help) {
        Diagnostic d = error(code, place, message);
        add(help == null ? d : d.withHelp(help));
    }

    private static boolean pair(Type a, Type b, Type x, Type y) { return is(a, x) && is(b, y) || is(a, y) && is(b, x); }

    private static boolean is(Type type, Type other) { return Unifier.prune(type).equals(other); }

    private static boolean isList(Type type) {
        return Unifier.prune(type) instanceof Type.Con con && con.symbol() == BuiltinTypes.LIST_SYMBOL;
    }

    private static boolean isPrimitive(Type type) {
        return Unifier.prune(type) instanceof Type.Con con && con.symbol().kind() == TypeSymbol.Kind.PRIMITIVE;
    }

    private static boolean isSpecial(Type type) {
        Type t = Unifier.prune(type);
        return t instanceof Type.Tuple || t instanceof Type.Function || is(t, BuiltinTypes.UNIT) || is(t, BuiltinTypes.BOOL);
    }
}
