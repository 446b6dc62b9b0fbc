package dev.ithaca.vm.syntax;

/**
 * Maps the characters of an unescaped text to the file it was written in. Texts without escapes need only a shift; the
 * table has one entry per character and one for the end.
 */
final class OffsetMap {
    static final OffsetMap IDENTITY = new OffsetMap(0, null);

    private final int shift;
    private final int[] table;

    private OffsetMap(int shift, int[] table) {
        this.shift = shift;
        this.table = table;
    }

    static OffsetMap shifted(int shift) { return new OffsetMap(shift, null); }

    static OffsetMap of(int[] table) { return new OffsetMap(0, table); }

    /** Offset in the file of a character of the text. */
    int at(int index) { return table == null ? index + shift : table[index + shift]; }

    /** The map of the rest of the text from an index on. */
    OffsetMap from(int index) { return new OffsetMap(shift + index, table); }
}
