package dev.ithaca.vm.library;

/**
 * The classes {@code \d}, {@code \w} and {@code \s} of regular expressions mean digits, letters and white space of all
 * scripts (chapter 3, section 10), for the engine of RE2 only those of ASCII: they are written out.
 */
final class RegexClasses {
    private static final String DIGIT = "\\p{Nd}";
    private static final String WORD = "\\p{L}\\p{M}\\p{Nd}\\p{Pc}";
    private static final String SPACE = "\\s\\x0B\\x{85}\\p{Z}";

    private RegexClasses() {}

    static String unicode(String pattern) {
        if (pattern.indexOf('\\') < 0) return pattern;
        var out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && pattern.startsWith("\\Q", i)) {
                int end = pattern.indexOf("\\E", i);
                out.append(pattern, i, end < 0 ? pattern.length() : end);
                i = (end < 0 ? pattern.length() : end) - 1;
            } else if (c == '\\' && i + 1 < pattern.length()) {
                out.append(escape(pattern.charAt(++i), inClass));
            } else {
                if (c == '[' && !inClass) {
                    inClass = true;
                    i = classStart(pattern, i, out);
                    continue;
                }
                if (c == ']') inClass = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Copies the opening bracket and what cannot close it; the index of the last character copied. */
    private static int classStart(String pattern, int start, StringBuilder out) {
        int end = start + 1;
        if (end < pattern.length() && pattern.charAt(end) == '^') end++;
        if (end < pattern.length() && pattern.charAt(end) == ']') end++;
        out.append(pattern, start, end);
        return end - 1;
    }

    private static String escape(char c, boolean inClass) {
        String members = switch (Character.toLowerCase(c)) {
            case 'd' -> DIGIT;
            case 'w' -> WORD;
            case 's' -> SPACE;
            default -> null;
        };
        boolean negated = Character.isUpperCase(c);
        if (members == null || negated && inClass) return "\\" + c;
        return inClass ? members : (negated ? "[^" : "[") + members + "]";
    }
}
