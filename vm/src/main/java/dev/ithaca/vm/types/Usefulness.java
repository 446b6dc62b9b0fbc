package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a value that no row of patterns matches, at any depth: the usefulness algorithm of Maranget, "Warnings for pattern
 * matching" (JFP 17, 2007). Patterns come simplified as {@link Shape}s.
 */
final class Usefulness {
    /** Gives up after so many matrices, and so many rows in them all; a missing warning does no harm. */
    private static final int MAX_STEPS = 20_000;
    private static final int MAX_ROWS = 1_000_000;
    private int steps;
    private int seenRows;

    /** A pattern as far as coverage goes. */
    sealed interface Shape {}

    record Any() implements Shape {}

    /** @param head constructor, tuple length, list cell, truth value or other constant */
    record Node(Head head, List<Shape> parts) implements Shape {}

    record Either(List<Shape> alternatives) implements Shape {}

    /** What distinguishes values of a type. */
    record Head(Object key, int arity) {}

    /** The ways to build a value of a type; empty if they cannot be listed. */
    interface Signature {
        Optional<List<Head>> heads(Type type);

        List<Type> parts(Type type, Head head);

        String show(Head head, List<String> parts);
    }

    private final Signature signature;

    Usefulness(Signature signature) { this.signature = signature; }

    /** A tuple of values, as text, that no row matches; empty if every value is matched. */
    Optional<List<String>> uncovered(List<List<Shape>> rows, List<Type> types) {
        if (types.isEmpty()) return rows.isEmpty() ? Optional.of(List.of()) : Optional.empty();
        seenRows += rows.size();
        if (++steps > MAX_STEPS || seenRows > MAX_ROWS) return Optional.empty();
        Type type = Unifier.prune(types.getFirst());
        Map<Head, Integer> used = new LinkedHashMap<>();
        rows.forEach(row -> collectHeads(row.getFirst(), used));
        Optional<List<Head>> all = signature.heads(type);
        boolean complete = all.isPresent() && used.keySet().containsAll(all.get());
        List<Head> missing = all.map(heads -> heads.stream().filter(h -> !used.containsKey(h)).toList()).orElse(List.of());
        if (!complete) {
            Optional<List<String>> rest = uncovered(defaultRows(rows), types.subList(1, types.size()));
            if (rest.isPresent()) {
                String first = missing.isEmpty() || used.isEmpty() ? "_" : show(missing.getFirst());
                return Optional.of(prepend(first, rest.get()));
            }
        }
        Map<Head, List<List<Shape>>> byHead = specialised(rows, used.keySet());
        for (Head head : all.filter(_ -> complete).orElse(List.copyOf(used.keySet()))) {
            List<Type> parts = signature.parts(type, head);
            List<Type> inner = Stream.concat(parts.stream(), types.stream().skip(1)).toList();
            Optional<List<String>> found = uncovered(byHead.get(head), inner);
            if (found.isEmpty()) continue;
            String first = signature.show(head, found.get().subList(0, head.arity()));
            return Optional.of(prepend(first, found.get().subList(head.arity(), found.get().size())));
        }
        return Optional.empty();
    }

    private String show(Head head) {
        return signature.show(head, Stream.generate(() -> "_").limit(head.arity()).toList());
    }

    private static List<String> prepend(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).collect(Collectors.toList());
    }

    private static void collectHeads(Shape shape, Map<Head, Integer> into) {
        switch (shape) {
            case Any _ -> { }
            case Node node -> into.putIfAbsent(node.head(), into.size());
            case Either either -> either.alternatives().forEach(a -> collectHeads(a, into));
        }
    }

    /** Rows that start with anything, without their first column. */
    private static List<List<Shape>> defaultRows(List<List<Shape>> rows) {
        List<List<Shape>> result = new ArrayList<>();
        for (List<Shape> row : rows) {
            if (acceptsAll(row.getFirst())) result.add(row.subList(1, row.size()));
        }
        return result;
    }

    private static boolean acceptsAll(Shape shape) {
        return shape instanceof Any || shape instanceof Either e && e.alternatives().stream().anyMatch(Usefulness::acceptsAll);
    }

    /** For each head the rows that fit it, with its parts in the place of the first column. */
    private static Map<Head, List<List<Shape>>> specialised(List<List<Shape>> rows, Set<Head> heads) {
        Map<Head, List<List<Shape>>> result = new HashMap<>();
        heads.forEach(head -> result.put(head, new ArrayList<>()));
        for (List<Shape> row : rows) specialise(row.getFirst(), row, result);
        return result;
    }

    private static void specialise(Shape first, List<Shape> row, Map<Head, List<List<Shape>>> into) {
        switch (first) {
            case Any any -> into.forEach((head, rows) -> rows.add(with(Stream.<Shape>generate(() -> any).limit(head.arity()).toList(), row)));
            case Node node -> into.get(node.head()).add(with(node.parts(), row));
            case Either either -> either.alternatives().forEach(a -> specialise(a, row, into));
        }
    }

    private static List<Shape> with(List<Shape> parts, List<Shape> row) {
        return Stream.concat(parts.stream(), row.stream().skip(1)).toList();
    }
}
