package dev.ithaca.vm.types;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Names a user may have meant: Levenshtein distance at most 2, or 1 for very short names (chapter 2, section 14). */
final class Suggestions {
    private static final int AT_MOST = 3;

    /** Words of other languages' libraries, in groups of one meaning. */
    private static final List<Set<String>> SYNONYMS = List.of(
            Set.of("length", "size", "len"), Set.of("fold", "foldLeft", "foldl", "reduce", "inject"),
            Set.of("each", "forEach", "foreach", "iter"), Set.of("unwrapOr", "getOrElse", "orElse", "withDefault"),
            Set.of("unwrap", "getOrThrow", "expect"), Set.of("insert", "put", "set", "add"), Set.of("remove", "delete", "erase"),
            Set.of("lookup", "find", "getOption"), Set.of("contains", "has", "includes", "member", "elem", "containsKey", "exists"),
            Set.of("toUpper", "upper", "toUpperCase", "toUppercase", "upcase"),
            Set.of("toLower", "lower", "toLowerCase", "toLowercase", "downcase"), Set.of("trim", "strip"),
            Set.of("filter", "select", "where"), Set.of("map", "collect", "transform"), Set.of("flatMap", "bind", "andThen", "concatMap"),
            Set.of("take", "limit"), Set.of("drop", "skip"), Set.of("head", "first", "hd", "car"), Set.of("tail", "rest", "tl", "cdr"),
            Set.of("any", "some"), Set.of("all", "every"), Set.of("show", "toString", "str", "inspect"),
            Set.of("unique", "distinct", "uniq", "dedup"), Set.of("isEmpty", "empty", "null"), Set.of("join", "mkString"),
            Set.of("substring", "slice", "substr"), Set.of("union", "merge"), Set.of("intersection", "intersect"),
            Set.of("difference", "minus", "subtract"));

    private Suggestions() {}

    /** Names that mean the same in other languages, else names that are spelled alike; at most three. */
    static List<String> synonymousOrSimilar(String name, Collection<String> candidates) {
        List<String> same = SYNONYMS.stream().filter(group -> group.contains(name)).flatMap(Set::stream).filter(candidates::contains)
                .sorted().limit(AT_MOST).toList();
        return same.isEmpty() ? similar(name, candidates) : same;
    }

    /** At most three, the closest first. */
    static List<String> similar(String name, Collection<String> candidates) {
        int limit = name.length() <= 2 ? 1 : 2;
        record Near(String name, int distance) {}
        return candidates.stream().distinct().filter(c -> !c.equals(name) && Math.abs(c.length() - name.length()) <= limit)
                .map(c -> new Near(c, distance(name, c))).filter(n -> n.distance() <= limit)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(AT_MOST).map(Near::name).toList();
    }

    static String didYouMean(List<String> names) {
        return names.size() == 1 ? "did you mean `" + names.getFirst() + "`?" : "did you mean one of: " + String.join(", ", names) + "?";
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
