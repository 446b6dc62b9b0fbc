package dev.ithaca.vm.inspect;

import java.util.List;

/** A value of the running program as a lazy tree; safe on huge and on cyclic mutable data. */
public interface ValueView {
    /** Type as the user would write it, {@code List[Int]}; the run-time type where the static one is unknown. */
    String type();

    /** One line of at most about 200 characters, ending in an ellipsis where it was cut. */
    String text();

    /** The whole text, however long, for copying. */
    default String fullText() { return text(); }

    /** An expression of the language that makes the value anew; names stand for what no expression makes. */
    default String source(SourceNames names) { return names.unknown(text()); }

    /** Number of children: list elements, tuple components, fields, map entries, captures; 0 for a leaf. */
    int childCount();

    /** Children from (inclusive) to (exclusive), clamped to what there is. */
    List<Child> children(int from, int to);

    /** @param label field name, index or key text */
    record Child(String label, ValueView value) {}
}
