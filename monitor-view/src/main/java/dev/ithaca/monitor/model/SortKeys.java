package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Place;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Turns texts and places into numbers of the same order, so that only the few different ones are ever compared. */
final class SortKeys {
    private SortKeys() {}

    /** Null comes last. */
    static void byText(ProcessSample sample, int[] rows, long[] keys, IntFunction<String> text) {
        Map<String, Integer> different = new HashMap<>();
        int[] number = new int[rows.length];
        String last = null;
        int lastNumber = -1;
        for (int i = 0; i < rows.length; i++) {
            String value = text.apply(rows[i]);
            if (value == null) {
                number[i] = -1;
                continue;
            }
            if (value != last) {
                Integer known = different.putIfAbsent(value, different.size());
                lastNumber = known == null ? different.size() - 1 : known;
                last = value;
            }
            number[i] = lastNumber;
        }
        String[] texts = new String[different.size()];
        different.forEach((value, at) -> texts[at] = value);
        int[] rank = ranks(texts, String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < rows.length; i++) keys[i] = number[i] < 0 ? texts.length : rank[number[i]];
    }

    static void byPlace(ProcessSample sample, int[] rows, long[] keys, IntUnaryOperator placeOfRow, Comparator<Place> order) {
        List<Place> places = sample.places();
        int[] rank = ranks(places.toArray(Place[]::new), order);
        for (int i = 0; i < rows.length; i++) keys[i] = rank[placeOfRow.applyAsInt(rows[i])];
    }

    /** Equal ones get the same rank. */
    private static <T> int[] ranks(T[] values, Comparator<T> order) {
        Integer[] sorted = new Integer[values.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> order.compare(values[a], values[b]));
        int[] rank = new int[values.length];
        for (int i = 1; i < sorted.length; i++) {
            boolean same = order.compare(values[sorted[i - 1]], values[sorted[i]]) == 0;
            rank[sorted[i]] = rank[sorted[i - 1]] + (same ? 0 : 1);
        }
        return rank;
    }
}
