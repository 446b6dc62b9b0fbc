package dev.ithaca.vm.runtime.value;

/** A boxed Char: one Unicode scalar value. */
public record CharValue(int codePoint) {
    @Override public String toString() { return Character.toString(codePoint); }
}
