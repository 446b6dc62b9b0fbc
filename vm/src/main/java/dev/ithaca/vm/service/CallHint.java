package dev.ithaca.vm.service;

import java.util.List;

/**
 * The functions that the call around the caret may mean.
 *
 * @param start offset of the call's opening parenthesis
 * @param signatures at least one, overloads beside each other
 * @param argument 0-based, the one at the caret
 */
public record CallHint(int start, List<Signature> signatures, int argument) {
    public CallHint { signatures = List.copyOf(signatures); }

    /**
     * @param text as it is shown, {@code area(shape: Shape) -> Float}
     * @param parameters the ranges of its parameters in the text
     * @param active index of the parameter that the caret's argument fills, or -1 if there is none
     * @param doc first paragraph of its documentation, or null
     */
    public record Signature(String text, List<Range> parameters, int active, String doc) {
        public Signature { parameters = List.copyOf(parameters); }
    }

    public record Range(int start, int end) {}
}
