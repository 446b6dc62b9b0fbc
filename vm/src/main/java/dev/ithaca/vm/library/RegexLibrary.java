package dev.ithaca.vm.library;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.ListValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Regular expressions matched in linear time (chapter 3, section 10). The text comes first, the pattern second. */
public final class RegexLibrary {
    private RegexLibrary() {}

    /** Compiled patterns of a machine. */
    private static final class Patterns {
        private static final int MAX = 500;
        private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

        Pattern get(String pattern) {
            Pattern known = compiled.get(pattern);
            if (known != null) return known;
            try {
                Pattern fresh = Pattern.compile(RegexClasses.unicode(pattern));
                if (compiled.size() >= MAX) compiled.clear();
                compiled.put(pattern, fresh);
                return fresh;
            } catch (PatternSyntaxException e) {
                throw NostosException.panic("Invalid regex: " + e.getDescription() + "\n    " + e.getPattern());
            }
        }
    }

    private static Matcher matcher(Process p, String text, String pattern) {
        return p.machine().service(Patterns.class, Patterns::new).get(pattern).matcher(text);
    }

    @NostosFunction(name = "Regex.matches", type = "String, String -> Bool", complexity = "O(n)", doc = "Whether a pattern is found anywhere in a text.",
            example = {"Regex.matches(\"abc1\", \"[0-9]\") => true", "Regex.matches(\"abc1\", \"^[0-9]+$\") => false"})
    public static boolean matches(Process p, String text, String pattern) { return matcher(p, text, pattern).find(); }

    @NostosFunction(name = "Regex._find", type = "String, String -> List[String]", complexity = "O(n)", doc = "The first match, if there is one.")
    public static ListValue find(Process p, String text, String pattern) {
        Matcher m = matcher(p, text, pattern);
        return m.find() ? ListValue.of(m.group()) : ListValue.EMPTY;
    }

    @NostosFunction(name = "Regex.findAll", type = "String, String -> List[String]", complexity = "O(n)", doc = "All matches that do not overlap.",
            example = "Regex.findAll(\"a1b22\", \"[0-9]+\") => [\"1\", \"22\"]")
    public static ListValue findAll(Process p, String text, String pattern) {
        var found = new ListValue.Builder();
        Matcher m = matcher(p, text, pattern);
        while (m.find()) found.add(m.group());
        return found.build();
    }

    @NostosFunction(name = "Regex.replace", type = "String, String, String -> String", complexity = "O(n)",
            doc = "The text with the first match replaced; $1 and $name insert groups, $$ is a dollar.",
            example = "Regex.replace(\"a1b2\", \"[0-9]\", \"#\") => \"a#b2\"")
    public static String replace(Process p, String text, String pattern, String replacement) {
        return replace(matcher(p, text, pattern), text, replacement, 1);
    }

    @NostosFunction(name = "Regex.replaceAll", type = "String, String, String -> String", complexity = "O(n)",
            doc = "The text with every match replaced; $1 and $name insert groups, $$ is a dollar.",
            example = "Regex.replaceAll(\"a1b2\", \"([a-z])([0-9])\", \"$2$1\") => \"1a2b\"")
    public static String replaceAll(Process p, String text, String pattern, String replacement) {
        return replace(matcher(p, text, pattern), text, replacement, Integer.MAX_VALUE);
    }

    private static String replace(Matcher m, String text, String replacement, int times) {
        var result = new StringBuilder();
        int end = 0;
        for (int i = 0; i < times && m.find(); i++) {
            result.append(text, end, m.start());
            expand(result, m, replacement);
            end = m.end();
        }
        return result.append(text, end, text.length()).toString();
    }

    /** Appends a replacement with its group references filled in; unknown groups are empty. */
    private static void expand(StringBuilder out, Matcher m, String replacement) {
        int i = 0;
        while (i < replacement.length()) {
            char c = replacement.charAt(i++);
            if (c != '$' || i == replacement.length()) {
                out.append(c);
            } else if (replacement.charAt(i) == '$') {
                out.append('$');
                i++;
            } else {
                boolean braces = replacement.charAt(i) == '{';
                int start = braces ? i + 1 : i;
                int end = start;
                while (end < replacement.length() && isNamePart(replacement.charAt(end))) end++;
                boolean closed = !braces || end < replacement.length() && replacement.charAt(end) == '}';
                if (end == start || !closed) {
                    out.append('$');
                } else {
                    out.append(group(m, replacement.substring(start, end)));
                    i = braces ? end + 1 : end;
                }
            }
        }
    }

    private static boolean isNamePart(char c) { return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'; }

    private static String group(Matcher m, String reference) {
        String found = null;
        if (reference.chars().allMatch(Character::isDigit)) {
            int number = reference.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(reference);
            if (number <= m.groupCount()) found = m.group(number);
        } else if (m.pattern().namedGroups().containsKey(reference)) {
            found = m.group(reference);
        }
        return found == null ? "" : found;
    }

    @NostosFunction(name = "Regex.split", type = "String, String -> List[String]", complexity = "O(n)", doc = "The pieces between matches.",
            example = {"Regex.split(\"a1b22c\", \"[0-9]+\") => [\"a\", \"b\", \"c\"]", "Regex.split(\"\", \",\") => [\"\"]"})
    public static ListValue split(Process p, String text, String pattern) {
        var pieces = new ListValue.Builder();
        Matcher m = matcher(p, text, pattern);
        int end = 0;
        while (m.find()) {
            pieces.add(text.substring(end, m.start()));
            end = m.end();
        }
        return pieces.add(text.substring(end)).build();
    }

    @NostosFunction(name = "Regex._captures", type = "String, String -> List[String]", complexity = "O(n)",
            doc = "The whole first match and its groups, if there is a match; groups that took no part are empty texts.")
    public static ListValue captures(Process p, String text, String pattern) {
        Matcher m = matcher(p, text, pattern);
        if (!m.find()) return ListValue.EMPTY;
        var groups = new ListValue.Builder(m.groupCount() + 1);
        for (int i = 0; i <= m.groupCount(); i++) groups.add(m.group(i) == null ? "" : m.group(i));
        return groups.build();
    }
}
