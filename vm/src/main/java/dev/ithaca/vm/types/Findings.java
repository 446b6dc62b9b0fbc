package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects diagnostics without repeating one, and puts them into reading order. */
final class Findings {
    private Set<Diagnostic> found = new LinkedHashSet<>();

    /** Starts a list of its own for what follows. @return to be handed to {@link #close} */
    Set<Diagnostic> open() {
        Set<Diagnostic> outer = found;
        found = new LinkedHashSet<>();
        return outer;
    }

    /** Ends the list begun last. */
    List<Diagnostic> close(Set<Diagnostic> outer) {
        List<Diagnostic> mine = List.copyOf(found);
        found = outer;
        return mine;
    }

    void add(Diagnostic diagnostic) { found.add(diagnostic); }

    boolean isEmpty() { return found.isEmpty(); }

    int size() { return found.size(); }

    /** Whether one of the findings after the first {@code size} is of this kind. */
    boolean hasSince(int size, String code) { return found.stream().skip(size).anyMatch(d -> d.code().equals(code)); }

    /** What was added after there were {@code size} findings. */
    List<Diagnostic> since(int size) { return found.stream().skip(size).toList(); }

    /** Forgets what was added after there were {@code size} findings. */
    void truncate(int size) {
        List<Diagnostic> kept = new ArrayList<>(found).subList(0, size);
        found.retainAll(new LinkedHashSet<>(kept));
    }

    /** By file in the given order, then by position; findings without a place last. */
    List<Diagnostic> sorted(List<SourceFile> files) {
        Map<SourceFile, Integer> order = new HashMap<>();
        for (SourceFile file : files) order.putIfAbsent(file, order.size());
        List<Diagnostic> all = new ArrayList<>(found);
        all.sort(Comparator.<Diagnostic>comparingInt(d -> d.file() == null ? Integer.MAX_VALUE
                        : order.getOrDefault(d.file(), Integer.MAX_VALUE - 1))
                .thenComparingInt(d -> d.span().start()));
        return all;
    }
}
