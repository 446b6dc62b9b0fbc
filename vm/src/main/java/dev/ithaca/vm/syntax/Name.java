package dev.ithaca.vm.syntax;

/** An identifier where it stands in the text. */
public record Name(String text, Span span) {
    @Override public String toString() { return text; }
}
