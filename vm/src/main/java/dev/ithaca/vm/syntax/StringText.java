package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The content of a string literal after its escapes, with the places of its interpolations (chapter 1, section 1.7).
 * Whether the text of an interpolation parses is the parser's business; text that does not stays literal.
 */
public final class StringText {
    private final String value;
    private final OffsetMap offsets;
    private final List<Interpolation> interpolations;

    StringText(String value, OffsetMap offsets, List<Interpolation> interpolations) {
        this.value = value;
        this.offsets = offsets;
        this.interpolations = List.copyOf(interpolations);
    }

    /** Makes the text and finds its interpolations. */
    static StringText of(String value, OffsetMap offsets) {
        List<Interpolation> found = new ArrayList<>();
        InterpolationScanner scanner = null;
        for (int at = value.indexOf("${"); at >= 0; ) {
            if (scanner == null) scanner = new InterpolationScanner(value);
            int end = scanner.splitRegion(at + 2);
            if (end < 0) break;
            found.add(new Interpolation(at, end + 1, value.substring(at + 2, end), offsets.from(at + 2),
                    new Span(offsets.at(at), offsets.at(end + 1))));
            at = value.indexOf("${", end + 1);
        }
        return new StringText(value, offsets, found);
    }

    /** The characters of the string, interpolations as they are written. */
    public String value() { return value; }

    public List<Interpolation> interpolations() { return interpolations; }

    /** The range in the file of a range of {@link #value}. */
    Span span(int from, int to) { return new Span(offsets.at(from), offsets.at(to)); }

    /** One {@code ${...}}; tokenize its code with {@link Lexer#tokenize(SourceFile, Interpolation)}. */
    public static final class Interpolation {
        private final int from;
        private final int to;
        private final String code;
        private final OffsetMap offsets;
        private final Span span;

        private Interpolation(int from, int to, String code, OffsetMap offsets, Span span) {
            this.from = from;
            this.to = to;
            this.code = code;
            this.offsets = offsets;
            this.span = span;
        }

        /** The range in the file from {@code $} to the closing brace inclusive. */
        public Span span() { return span; }

        /** The text between the braces, after escapes. */
        public String code() { return code; }

        OffsetMap offsets() { return offsets; }

        /** Index of the dollar sign in the value of the string. */
        int from() { return from; }

        /** Index after the closing brace in the value of the string. */
        int to() { return to; }
    }
}
