package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.Boxes;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.ListValue;

/** Strings as sequences of code points. */
final class Strings {
    private Strings() {}

    /** UTF-16 offset of a code point; a negative or too large index gives the end. */
    static int offset(String s, long codePoints) {
        int length = s.length();
        if (codePoints < 0 || codePoints >= length) return length;
        // Constant time for strings of Latin-1 characters, which Java stores as bytes.
        if (s.codePointCount(0, length) == length) return (int) codePoints;
        int at = 0;
        for (long left = codePoints; left > 0 && at < length; left--) at += Character.charCount(s.codePointAt(at));
        return at;
    }

    static int length(String s) { return s.codePointCount(0, s.length()); }

    static ListValue characters(String s) {
        var builder = new ListValue.Builder(s.length());
        s.codePoints().forEach(c -> builder.add(Boxes.character(c)));
        return builder.build();
    }

    /** The White_Space property of Unicode. */
    static boolean isWhiteSpace(int c) {
        return c >= 9 && c <= 13 || c == ' ' || c == 0x85 || c == 0xa0 || c == 0x1680 || c >= 0x2000 && c <= 0x200a
                || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
    }

    /** White-space characters are all in the basic plane, so that counting chars is enough. */
    static String trim(String s, boolean start, boolean end) {
        int from = 0;
        int to = s.length();
        while (start && from < to && isWhiteSpace(s.charAt(from))) from++;
        while (end && from < to && isWhiteSpace(s.charAt(to - 1))) to--;
        return s.substring(from, to);
    }

    static String single(CharValue c) { return Character.toString(c.codePoint()); }
}
