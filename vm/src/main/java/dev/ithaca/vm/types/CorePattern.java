package dev.ithaca.vm.types;

import java.math.BigInteger;
import java.util.List;

/**
 * A resolved pattern. {@code type} is the static type of the value it is matched against; where that is
 * {@link Type.Dynamic}, the pattern must test the value'"'"'s class first and simply fails on another kind of value.
 */
public sealed interface CorePattern {
    Type type();

    record Wildcard(Type type) implements CorePattern {}

    /** A fresh binding; converts the value to the local'"'"'s type (a {@code TypeError} if a dynamic value is of another). */
    record Bind(Local local, Type type) implements CorePattern {}

    /** Assigns an existing {@code var}; matches anything. */
    record Assign(Local local, Type type) implements CorePattern {}

    /** Equal to a constant; the value is represented as in {@link Core.Const}. */
    record Literal(Object value, Type type) implements CorePattern {}

    /** Equal to the value of an expression (pins, existing names). False for values of other types. */
    record Equal(Core value, Type type) implements CorePattern {}

    /** Fits where a condition holds of the value, which the local names in it: an equality of the program's own. */
    record Holds(Local subject, Core condition, Type type) implements CorePattern {}

    record Range(BigInteger low, BigInteger high, boolean inclusive, Type type) implements CorePattern {}

    /** A tuple of exactly this length. */
    record Tuple(List<CorePattern> elements, Type type) implements CorePattern {}

    /** At least (with rest) or exactly (rest null) as many elements. */
    record ListOf(List<CorePattern> elements, CorePattern rest, Type type) implements CorePattern {}

    /** A string that starts with the prefix. */
    record StringPrefix(String prefix, CorePattern rest, Type type) implements CorePattern {}

    /** One pattern per field in declaration order, wildcards where nothing is asked. */
    record Constructor(ConstructorSymbol constructor, List<CorePattern> fields, Type type) implements CorePattern {}

    /** A number, Bool or Char of exactly this type, in a dynamic value. */
    record OfPrimitive(Type primitive, Type type) implements CorePattern {}

    record MapOf(List<Entry> entries, Type type) implements CorePattern {}

    record Entry(Core key, CorePattern value) {}

    record SetOf(List<Core> elements, Type type) implements CorePattern {}

    /** Fits where all fit, tried in order on the same value. */
    record All(List<CorePattern> patterns, Type type) implements CorePattern {}

    /** Alternatives left to right; all bind the same locals. */
    record Or(List<CorePattern> alternatives, Type type) implements CorePattern {}
}
