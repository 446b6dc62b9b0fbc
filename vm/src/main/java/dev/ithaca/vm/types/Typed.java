package dev.ithaca.vm.types;

/**
 * An expression whose type was inferred.
 *
 * @param known whether the type stands in the text rather than coming out of a call; only then arithmetic mixes Int with
 *        Float or BigInt (chapter 2, section 5.2)
 * @param emit builds the code once every type and choice is final
 */
record Typed(Type type, boolean known, Emit emit) {
    interface Emit {
        Core emit(Emitter out);
    }

    Typed(Type type, Emit emit) { this(type, false, emit); }
}
