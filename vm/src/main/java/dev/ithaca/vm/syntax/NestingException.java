package dev.ithaca.vm.syntax;

/** Ends the parse of an item that nests deeper than any stack should be trusted with. */
final class NestingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int index;

    NestingException(int index) {
        super("nesting too deep", null, false, false);
        this.index = index;
    }

    /** The token at which the limit was reached. */
    int index() { return index; }
}
