package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.TypeNames;
import dev.ithaca.vm.runtime.value.Unit;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Functions on strings (chapter 3, section 3). Positions and lengths count code points; a negative position or count means
 * "very large".
 */
public final class StringLibrary {
    private StringLibrary() {}

    @NostosFunction(name = "String.length", type = "String -> Int", complexity = "O(n)", doc = "The number of code points.",
            example = {"\"héllo\".length() => 5", "\"\".length() => 0"})
    public static long length(String s) { return Strings.length(s); }

    @NostosFunction(name = "String.chars", type = "String -> List[Char]", complexity = "O(n)", doc = "The characters of a string.",
            example = "\"ab\".chars() => ['a', 'b']")
    public static ListValue chars(String s) { return Strings.characters(s); }

    @NostosFunction(name = "String.from_chars", type = "List[Char] -> String", complexity = "O(n)", doc = "The string of some characters.",
            example = "String.from_chars(['a', 'b']) => \"ab\"")
    public static String fromChars(ListValue chars) {
        var text = new StringBuilder(chars.size());
        for (Object c : chars) {
            if (!(c instanceof CharValue ch)) throw NostosException.typeError("Char", TypeNames.of(c));
            text.appendCodePoint(ch.codePoint());
        }
        return text.toString();
    }

    @NostosFunction(name = "String.isEmpty", type = "String -> Bool", doc = "Whether a string has no characters.",
            example = "\"\".isEmpty() => true")
    public static boolean isEmpty(String s) { return s.isEmpty(); }

    @NostosFunction(name = "String.toUpper", type = "String -> String", complexity = "O(n)",
            doc = "The string in upper case by the rules of Unicode; its length may change.",
            example = "\"Straße\".toUpper() => \"STRASSE\"")
    public static String toUpper(String s) { return s.toUpperCase(Locale.ROOT); }

    @NostosFunction(name = "String.toLower", type = "String -> String", complexity = "O(n)",
            doc = "The string in lower case by the rules of Unicode.", example = "\"ÀB\".toLower() => \"àb\"")
    public static String toLower(String s) { return s.toLowerCase(Locale.ROOT); }

    @NostosFunction(name = "String.trim", type = "String -> String", complexity = "O(n)",
            doc = "The string without white space at both ends.", example = "\" a b\\n\".trim() => \"a b\"")
    public static String trim(String s) { return Strings.trim(s, true, true); }

    @NostosFunction(name = "String.trimStart", type = "String -> String", complexity = "O(n)",
            doc = "The string without white space at its start.", example = "\" a \".trimStart() => \"a \"")
    public static String trimStart(String s) { return Strings.trim(s, true, false); }

    @NostosFunction(name = "String.trimEnd", type = "String -> String", complexity = "O(n)",
            doc = "The string without white space at its end.", example = "\" a \".trimEnd() => \" a\"")
    public static String trimEnd(String s) { return Strings.trim(s, false, true); }

    @NostosFunction(name = "String.contains", type = "String, String -> Bool", complexity = "O(n)",
            doc = "Whether a string contains another; every string contains the empty one.",
            example = {"\"hello\".contains(\"ell\") => true", "\"a\".contains(\"\") => true"})
    public static boolean contains(String s, String part) { return s.contains(part); }

    @NostosFunction(name = "String.startsWith", type = "String, String -> Bool", complexity = "O(length of the prefix)",
            doc = "Whether a string starts with another.", example = "\"hello\".startsWith(\"he\") => true")
    public static boolean startsWith(String s, String prefix) { return s.startsWith(prefix); }

    @NostosFunction(name = "String.endsWith", type = "String, String -> Bool", complexity = "O(length of the suffix)",
            doc = "Whether a string ends with another.", example = "\"hello\".endsWith(\"lo\") => true")
    public static boolean endsWith(String s, String suffix) { return s.endsWith(suffix); }

    @NostosFunction(name = "String.indexOf", type = "String, String -> Int", complexity = "O(n)",
            doc = "Position of the first occurrence of a string in another, -1 if there is none.",
            example = {"\"hello\".indexOf(\"l\") => 2", "\"日本語\".indexOf(\"語\") => 2", "\"a\".indexOf(\"x\") => -1"})
    public static long indexOf(String s, String part) { return position(s, s.indexOf(part)); }

    @NostosFunction(name = "String.lastIndexOf", type = "String, String -> Int", complexity = "O(n)",
            doc = "Position of the last occurrence of a string in another, -1 if there is none.",
            example = {"\"hello\".lastIndexOf(\"l\") => 3", "\"abc\".lastIndexOf(\"\") => 3"})
    public static long lastIndexOf(String s, String part) { return position(s, s.lastIndexOf(part)); }

    private static long position(String s, int offset) { return offset < 0 ? -1 : s.codePointCount(0, offset); }

    @NostosFunction(name = "String.substring", type = "String, Int, Int -> String", complexity = "O(n)",
            doc = "The characters from a start position up to, but not including, an end position.",
            example = {"\"hello\".substring(1, 3) => \"el\"", "\"hello\".substring(1, -1) => \"ello\"", "\"abc\".substring(2, 1) => \"\""})
    public static String substring(String s, long start, long end) {
        int from = Strings.offset(s, start);
        int to = Strings.offset(s, end);
        return from >= to ? "" : s.substring(from, to);
    }

    @NostosFunction(name = "String.take", type = "String, Int -> String", complexity = "O(n)", doc = "The first n characters.",
            example = {"\"hello\".take(2) => \"he\"", "\"hi\".take(9) => \"hi\"", "\"hi\".take(-1) => \"hi\""})
    public static String take(String s, long n) { return s.substring(0, Strings.offset(s, n)); }

    @NostosFunction(name = "String.drop", type = "String, Int -> String", complexity = "O(n)", doc = "All but the first n characters.",
            example = {"\"hello\".drop(2) => \"llo\"", "\"hi\".drop(-1) => \"\""})
    public static String drop(String s, long n) { return s.substring(Strings.offset(s, n)); }

    @NostosFunction(name = "String.replace", type = "String, String, String -> String", complexity = "O(n)",
            doc = "The string with the first occurrence of a text replaced.",
            example = {"\"aXbX\".replace(\"X\", \"-\") => \"a-bX\"", "\"abc\".replace(\"\", \"-\") => \"-abc\""})
    public static String replace(String s, String from, String to) {
        int at = s.indexOf(from);
        return at < 0 ? s : s.substring(0, at) + to + s.substring(at + from.length());
    }

    @NostosFunction(name = "String.replaceAll", type = "String, String, String -> String", complexity = "O(n)",
            doc = "The string with every occurrence of a text replaced, from left to right.",
            example = {"\"aXbX\".replaceAll(\"X\", \"-\") => \"a-b-\"", "\"abc\".replaceAll(\"\", \"-\") => \"-a-b-c-\""})
    public static String replaceAll(String s, String from, String to) {
        if (!from.isEmpty()) return s.replace(from, to);
        var text = new StringBuilder(to);
        s.codePoints().forEach(c -> text.appendCodePoint(c).append(to));
        return text.toString();
    }

    @NostosFunction(name = "String.repeat", type = "String, Int -> String", complexity = "O(n * times)",
            doc = "The string several times in a row; a negative count is a panic.", example = "\"ab\".repeat(3) => \"ababab\"")
    public static String repeat(String s, long times) {
        if (times < 0) throw NostosException.panic("String.repeat: negative count " + times);
        if (s.length() * (double) times > Integer.MAX_VALUE - 8) throw NostosException.panic("String.repeat: result too long");
        return s.repeat((int) times);
    }

    @NostosFunction(name = "String.padStart", type = "String, Int, String -> String", complexity = "O(n)",
            doc = "The string filled up at its start to a width with the first character of a text (a space if it is empty).",
            example = {"\"7\".padStart(3, \"0\") => \"007\"", "\"long\".padStart(2, \" \") => \"long\""})
    public static String padStart(String s, long width, String pad) { return padding(s, width, pad) + s; }

    @NostosFunction(name = "String.padEnd", type = "String, Int, String -> String", complexity = "O(n)",
            doc = "The string filled up at its end to a width with the first character of a text (a space if it is empty).",
            example = "\"7\".padEnd(3, \".\") => \"7..\"")
    public static String padEnd(String s, long width, String pad) { return s + padding(s, width, pad); }

    private static String padding(String s, long width, String pad) {
        if (width < 0) throw NostosException.panic("String padding: negative width " + width);
        String unit = pad.isEmpty() ? " " : pad.substring(0, Strings.offset(pad, 1));
        return repeat(unit, Math.max(0, width - Strings.length(s)));
    }

    @NostosFunction(name = "String.reverse", type = "String -> String", complexity = "O(n)",
            doc = "The characters in reverse order.", example = "\"abc\".reverse() => \"cba\"")
    public static String reverse(String s) { return new StringBuilder(s).reverse().toString(); }

    @NostosFunction(name = "String.lines", type = "String -> List[String]", complexity = "O(n)",
            doc = "The lines of a text without their line ends; a final newline adds no empty line.",
            example = {"\"a\\r\\nb\\n\".lines() => [\"a\", \"b\"]", "\"\".lines() => []"})
    public static ListValue lines(String s) {
        var lines = new ListValue.Builder();
        int start = 0;
        while (start < s.length()) {
            int end = s.indexOf('\n', start);
            int next = end < 0 ? s.length() : end + 1;
            int stop = end < 0 ? s.length() : end > start && s.charAt(end - 1) == '\r' ? end - 1 : end;
            lines.add(s.substring(start, stop));
            start = next;
        }
        return lines.build();
    }

    @NostosFunction(name = "String.words", type = "String -> List[String]", complexity = "O(n)",
            doc = "The pieces between runs of white space.", example = "\" a  b \".words() => [\"a\", \"b\"]")
    public static ListValue words(String s) {
        var words = new ListValue.Builder();
        int start = -1;
        for (int i = 0; i <= s.length(); i++) {
            boolean white = i == s.length() || Strings.isWhiteSpace(s.charAt(i));
            if (white && start >= 0) {
                words.add(s.substring(start, i));
                start = -1;
            } else if (!white && start < 0) {
                start = i;
            }
        }
        return words.build();
    }

    @NostosFunction(name = {"String.split", "split"}, type = "String, String -> List[String]", complexity = "O(n)",
            doc = "The pieces between occurrences of a delimiter, empty ones included; an empty delimiter gives the characters.",
            example = {"\"a,b,,c\".split(\",\") => [\"a\", \"b\", \"\", \"c\"]", "\"\".split(\",\") => [\"\"]", "\"ab\".split(\"\") => [\"a\", \"b\"]"})
    public static ListValue split(String s, String delimiter) {
        var pieces = new ListValue.Builder();
        if (delimiter.isEmpty()) {
            s.codePoints().forEach(c -> pieces.add(Character.toString(c)));
            return pieces.build();
        }
        int start = 0;
        for (int at = s.indexOf(delimiter); at >= 0; at = s.indexOf(delimiter, start)) {
            pieces.add(s.substring(start, at));
            start = at + delimiter.length();
        }
        return pieces.add(s.substring(start)).build();
    }

    @NostosFunction(name = {"String.join", "join"}, type = "List[a], String -> String", complexity = "O(length of the result)",
            doc = "Strings or characters joined with a separator.",
            example = {"[\"a\", \"b\"].join(\", \") => \"a, b\"", "['x', 'y'].join(\"\") => \"xy\""})
    public static String join(ListValue parts, String separator) {
        var text = new StringBuilder();
        boolean first = true;
        for (Object part : parts) {
            if (!first) text.append(separator);
            first = false;
            switch (part) {
                case String s -> text.append(s);
                case CharValue c -> text.appendCodePoint(c.codePoint());
                default -> throw NostosException.typeError("List", "other");
            }
        }
        return text.toString();
    }

    @NostosFunction(name = "String._parseInt", type = "String -> List[Int]", complexity = "O(n)", doc = "The integer a text denotes, if it does.")
    public static ListValue parseInt(String s) {
        String digits = Strings.trim(s, true, true);
        if (!isInteger(digits)) return ListValue.EMPTY;
        try {
            return ListValue.of(Long.parseLong(digits));
        } catch (NumberFormatException outOfRange) {
            return ListValue.EMPTY;
        }
    }

    @NostosFunction(name = "String._parseBigInt", type = "String -> List[BigInt]", complexity = "O(n)", doc = "The integer a text denotes, if it does.")
    public static ListValue parseBigInt(String s) {
        String digits = Strings.trim(s, true, true);
        return isInteger(digits) ? ListValue.of(new BigInteger(digits)) : ListValue.EMPTY;
    }

    private static boolean isInteger(String s) {
        int start = s.startsWith("-") || s.startsWith("+") ? 1 : 0;
        if (start == s.length()) return false;
        for (int i = start; i < s.length(); i++) if (s.charAt(i) < '0' || s.charAt(i) > '9') return false;
        return true;
    }

    @NostosFunction(name = "String._parseFloat", type = "String -> List[Float]", complexity = "O(n)", doc = "The number a text denotes, if it does.")
    public static ListValue parseFloat(String s) {
        String text = Strings.trim(s, true, true).toLowerCase(Locale.ROOT);
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        double magnitude;
        switch (unsigned) {
            case "inf", "infinity" -> magnitude = Double.POSITIVE_INFINITY;
            case "nan" -> magnitude = Double.NaN;
            default -> {
                if (!unsigned.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?")) return ListValue.EMPTY;
                magnitude = Double.parseDouble(unsigned);
            }
        }
        return ListValue.of(text.startsWith("-") ? -magnitude : magnitude);
    }

    @NostosFunction(name = "String.to_int", type = "String -> Int", complexity = "O(n)",
            doc = "The integer a text denotes, unit if it does not; use toInt.", example = "String.to_int(\"12\") => 12")
    public static Object toIntOrUnit(String s) {
        ListValue parsed = s.equals(Strings.trim(s, true, true)) ? parseInt(s) : ListValue.EMPTY;
        return parsed.isEmpty() ? Unit.UNIT : parsed.head();
    }
}
