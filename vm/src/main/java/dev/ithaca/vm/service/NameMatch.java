package dev.ithaca.vm.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How well names fit what is typed. */
final class NameMatch {
    private static final int NO = 3;

    private record Rated<T>(T thing, int rank) {}

    private NameMatch() {}

    /** What fits, the best first; of equals what came first. */
    static <T> List<T> best(List<T> all, Function<T, String> name, String typed) {
        List<Rated<T>> fitting = new ArrayList<>();
        for (T thing : all) {
            int rank = rank(name.apply(thing), typed);
            if (rank < NO) fitting.add(new Rated<>(thing, rank));
        }
        fitting.sort(Comparator.comparingInt(Rated::rank));
        return fitting.stream().map(Rated::thing).toList();
    }

    private static int rank(String name, String typed) {
        if (name.startsWith(typed)) return 0;
        if (name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT))) return 1;
        return typed.length() > 1 && humps(name, typed.toLowerCase(Locale.ROOT)) ? 2 : NO;
    }

    /** Whether the letters occur in order, the first one at the start: {@code tw} in {@code takeWhile}. */
    private static boolean humps(String name, String typed) {
        int at = 0;
        for (int i = 0; i < name.length() && at < typed.length(); i++) {
            boolean starts = i == 0 || Character.isUpperCase(name.charAt(i)) || name.charAt(i - 1) == '_';
            boolean follows = at > 0 && i > 0 && Character.toLowerCase(name.charAt(i - 1)) == typed.charAt(at - 1);
            if ((starts || follows) && Character.toLowerCase(name.charAt(i)) == typed.charAt(at)) at++;
        }
        return at == typed.length();
    }
}
