package dev.ithaca.vm.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** The content of a part, in memory. Numbers take as many bytes as they need, seven bits in each (LEB128, zigzag if signed). */
final class FieldWriter {
    private byte[] bytes = new byte[1 << 12];
    private int size;

    byte[] array() { return bytes; }

    int size() { return size; }

    void clear() { size = 0; }

    private void ensure(int more) {
        if (bytes.length - size < more) bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }

    void flag(boolean value) { count(value ? 1 : 0); }

    /** Of any sign. */
    void number(long value) { unsigned(value << 1 ^ value >> 63); }

    /** Not negative. */
    void count(int value) { unsigned(value); }

    private void unsigned(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** @param text may be null */
    void text(String text) {
        if (text == null) {
            count(0);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        count(encoded.length + 1);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    void numbers(Collection<Long> values) {
        count(values.size());
        for (long value : values) number(value);
    }

    /** A column in which most numbers are 0: how many of them, how many others and those, and so on. */
    void column(long[] values, int length) {
        for (int at = 0; at < length; ) {
            int zeros = at;
            while (zeros < length && values[zeros] == 0) zeros++;
            int others = zeros;
            while (others < length && values[others] != 0) others++;
            count(zeros - at);
            count(others - zeros);
            for (int i = zeros; i < others; i++) number(values[i]);
            at = others;
        }
    }
}
