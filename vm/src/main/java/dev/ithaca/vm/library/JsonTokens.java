package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Tuple;

/**
 * A Json value in postfix form, from which {@code stdlib.json} builds the tree: a list of tuples (kind, integer, number,
 * text). Arrays and objects come after their parts and say how many there are; the parts of an object are its keys, as
 * texts, each followed by its value.
 */
final class JsonTokens {
    private static final long NULL = 0;
    private static final long BOOL = 1;
    private static final long INTEGER = 2;
    private static final long NUMBER = 3;
    private static final long TEXT = 4;
    private static final long ARRAY = 5;
    private static final long OBJECT = 6;

    private final ListValue.Builder tokens = new ListValue.Builder();

    private void add(long kind, long integer, double number, String text) { tokens.add(new Tuple(kind, integer, number, text)); }

    void nothing() { add(NULL, 0, 0, ""); }

    void bool(boolean b) { add(BOOL, b ? 1 : 0, 0, ""); }

    void integer(long n) { add(INTEGER, n, 0, ""); }

    void number(double d) { add(NUMBER, 0, d, ""); }

    void text(String s) { add(TEXT, 0, 0, s); }

    /** @param count of the values before it that are its elements */
    void array(int count) { add(ARRAY, count, 0, ""); }

    /** @param count of the key and value pairs before it that are its entries */
    void object(int count) { add(OBJECT, count, 0, ""); }

    ListValue list() { return tokens.build(); }
}
