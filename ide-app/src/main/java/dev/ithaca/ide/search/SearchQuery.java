package dev.ithaca.ide.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is looked for. Regular expressions are RE2's, which take time linear in the text: no expression can make the
 * window wait for ever.
 *
 * @param wholeWord only where no letter, digit or underscore stands beside the match
 */
public record SearchQuery(String text, boolean matchCase, boolean wholeWord, boolean regex) {
    public static final SearchQuery NOTHING = new SearchQuery("", false, false, false);

    /** A stretch of a text. */
    public record Match(int start, int end) {}

    /** What is wrong with the regular expression, in words for the user. */
    public Optional<String> problem() {
        if (!regex || text.isEmpty()) return Optional.empty();
        try {
            pattern();
            return Optional.empty();
        } catch (PatternSyntaxException wrong) {
            return Optional.of(wrong.getDescription());
        }
    }

    private Pattern pattern() { return Pattern.compile(text, Pattern.MULTILINE | (matchCase ? 0 : Pattern.CASE_INSENSITIVE)); }

    /** The first matches that do not overlap, in order; none for an empty query or one with a problem. */
    public List<Match> find(String where, int max) {
        if (text.isEmpty() || problem().isPresent()) return List.of();
        return regex ? findPattern(where, max) : findText(where, max);
    }

    private List<Match> findPattern(String where, int max) {
        List<Match> found = new ArrayList<>();
        Matcher matcher = pattern().matcher(where);
        while (found.size() < max && matcher.find()) {
            if (matcher.start() < matcher.end() && fits(where, matcher.start(), matcher.end())) found.add(new Match(matcher.start(), matcher.end()));
        }
        return found;
    }

    private List<Match> findText(String where, int max) {
        List<Match> found = new ArrayList<>();
        // lower-casing with ROOT keeps offsets for all but a few characters that change length; those are compared as they are
        String hay = matchCase ? where : foldCase(where);
        String needle = matchCase ? text : foldCase(text);
        for (int at = hay.indexOf(needle); at >= 0 && found.size() < max; ) {
            boolean fits = fits(where, at, at + needle.length());
            if (fits) found.add(new Match(at, at + needle.length()));
            at = hay.indexOf(needle, fits ? at + needle.length() : at + 1);
        }
        return found;
    }

    private static String foldCase(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return folded.length() == text.length() ? folded : text;
    }

    private boolean fits(String where, int start, int end) {
        return !wholeWord || !(start > 0 && isWord(where.charAt(start - 1))) && !(end < where.length() && isWord(where.charAt(end)));
    }

    private static boolean isWord(char c) { return Character.isLetterOrDigit(c) || c == '_'; }

    /** What a match is replaced with; {@code $1} stands for a group of a regular expression. */
    public String replacement(String matched, String with) {
        if (!regex) return with;
        try {
            return pattern().matcher(matched).replaceFirst(with);
        } catch (RuntimeException noSuchGroup) { // RE2 throws IndexOutOfBounds or IllegalArgument for $ followed by anything else
            return with;
        }
    }
}
