package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Span;

/** Why an expansion cannot go on; caught where the expansion was asked for. */
final class ExpansionException extends RuntimeException {
    private final TemplateError error;
    private Span splice;

    ExpansionException(TemplateError error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    /** A splice has no value; the reason becomes a note. */
    static ExpansionException unresolved(String reason) { return new ExpansionException(TemplateError.UNRESOLVED_SPLICE, reason); }

    TemplateError error() { return error; }

    /** The innermost splice, in the template's file; null if there is none. */
    Span splice() { return splice; }

    ExpansionException at(Span span) {
        if (splice == null) splice = span;
        return this;
    }
}
