package dev.ithaca.vm.types;

/**
 * Why two types did not unify.
 *
 * @param expected the innermost differing part of the first type
 * @param found the innermost differing part of the second type
 * @param depth how many constructors enclose the differing parts; 0 if the whole types differ
 */
record Mismatch(Kind kind, Type expected, Type found, int depth) {
    enum Kind {
        DIFFERENT,
        /** Tuples of different length; several places accept this. */
        TUPLE_LENGTH,
        /** Functions with different numbers of parameters. */
        FUNCTION_ARITY,
        /** The same declared type with different numbers of arguments. */
        TYPE_ARGUMENTS,
        /** A type would contain itself. */
        INFINITE,
        /** A type has so many parts that working with it would take forever. */
        TOO_LARGE
    }
}
