package dev.ithaca.vm.runtime.value;

/**
 * A boxed unsigned integer.
 *
 * @param bits 8, 16, 32 or 64
 * @param value zero-extended; for 64 bits the raw bits
 */
public record Unsigned(int bits, long value) {
    @Override public String toString() { return Long.toUnsignedString(value); }
}
