package dev.ithaca.vm.types;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names a user may have meant: Levenshtein distance at most 2, or 1 for very short names (chapter 2, section 14). */
final class Suggestions {
    private static final int AT_MOST = 3;

    private Suggestions() {}

    /** At most three, the closest first. */
    static List<String> similar(String name, Collection<String> candidates) {
        int limit = name.length() <= 2 ? 1 : 2;
        record Near(String name, int distance) {}
        return candidates.stream().distinct().filter(c -> !c.equals(name) && Math.abs(c.length() - name.length()) <= limit)
                .map(c -> new Near(c, distance(name, c))).filter(n -> n.distance() <= limit)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(AT_MOST).map(Near::name).toList();
    }

    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
