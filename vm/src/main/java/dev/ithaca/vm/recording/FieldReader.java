package dev.ithaca.vm.recording;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link FieldWriter} wrote; whatever the bytes are, it allocates no more than they can justify. */
final class FieldReader {
    private final byte[] bytes;
    private int at;

    FieldReader(byte[] bytes) { this.bytes = bytes; }

    boolean flag() throws DamagedException { return count() != 0; }

    long number() throws DamagedException {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    int count() throws DamagedException {
        long value = unsigned();
        if (value < 0 || value > Integer.MAX_VALUE) throw new DamagedException("a count of " + value);
        return (int) value;
    }

    /** A number of things of which each takes a byte at least. */
    int things() throws DamagedException {
        int count = count();
        if (count > bytes.length - at) throw new DamagedException(count + " things in " + (bytes.length - at) + " bytes");
        return count;
    }

    private long unsigned() throws DamagedException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at == bytes.length) throw new DamagedException("it ends too soon");
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) return value;
        }
        throw new DamagedException("a number without end");
    }

    String text() throws DamagedException {
        int length = count() - 1;
        if (length < 0) return null;
        if (length > bytes.length - at) throw new DamagedException("a text of " + length + " bytes in " + (bytes.length - at));
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** A text that is always there. */
    String word() throws DamagedException {
        String text = text();
        if (text == null) throw new DamagedException("a text is missing");
        return text;
    }

    List<Long> numbers() throws DamagedException {
        int count = things();
        List<Long> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) values.add(number());
        return values;
    }

    <E> E choice(E[] values) throws DamagedException {
        int index = count();
        if (index >= values.length) throw new DamagedException("no choice " + index + " of " + values.length);
        return values[index];
    }

    void column(long[] values, int length) throws DamagedException {
        for (int filled = 0; filled < length; ) {
            int zeros = count();
            int others = count();
            if (zeros > length - filled || others > length - filled - zeros || zeros + others == 0) throw new DamagedException("a column that is too long");
            for (int i = 0; i < zeros; i++) values[filled++] = 0;
            for (int i = 0; i < others; i++) values[filled++] = number();
        }
    }
}
