package dev.ithaca.monitor.model;

import java.util.Arrays;
import java.util.Map;

/** The closed branches of a listing and what each of them adds up to. Immutable. */
final class Branches {
    static final Branches NONE = new Branches(new int[0], new int[0], new int[0], Map.of());

    /** Ascending; what follows has the same order. */
    private final int[] positions;
    private final int[] living;
    private final int[] dead;
    private final Map<Column, long[]> figures;

    Branches(int[] positions, int[] living, int[] dead, Map<Column, long[]> figures) {
        this.positions = positions;
        this.living = living;
        this.dead = dead;
        this.figures = figures;
    }

    /** @return null if there is no closed branch at a position */
    Branch at(int position) {
        int index = Arrays.binarySearch(positions, position);
        return index < 0 ? null : new Branch(living[index], dead[index], column -> figures.get(column)[index]);
    }
}
