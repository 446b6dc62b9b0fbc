package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;

/** Told what inference of a function finds out, place by place. Code that is inferred several times is reported several times. */
interface InferenceObserver {
    InferenceObserver NONE = new InferenceObserver() {
        @Override public void inferred(Span span, LocalScope scope, Type type) { }

        @Override public void declared(Span name, Variable variable) { }

        @Override public void fieldMatched(Span name, Type owner, ConstructorSymbol constructor) { }
    };

    /** @param type may become more definite later */
    void inferred(Span span, LocalScope scope, Type type);

    void declared(Span name, Variable variable);

    /**
     * A pattern looks at a field by its name.
     *
     * @param owner type of what is matched
     * @param constructor null where the pattern names none
     */
    void fieldMatched(Span name, Type owner, ConstructorSymbol constructor);
}
