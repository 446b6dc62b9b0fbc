package dev.ithaca.vm.syntax;

/** A half-open range of character offsets in one source file. */
public record Span(int start, int end) {
    public static final Span NONE = new Span(0, 0);

    /** The smallest span that covers both. */
    public Span to(Span other) { return new Span(Math.min(start, other.start), Math.max(end, other.end)); }

    public int length() { return end - start; }

    public boolean contains(int offset) { return start <= offset && offset < end; }
}
