package dev.ithaca.monitor.model;

/** A map from long to int that is filled once and then only read; open addressing, no object per entry. */
final class LongIntMap {
    private final long[] keys;
    /** Value + 1, so that 0 marks a free slot. */
    private final int[] values;
    private final int mask;

    /** Maps each element of {@code keys} to its index; of equal keys the first wins. */
    static LongIntMap indexing(long[] keys) {
        var map = new LongIntMap(keys.length);
        for (int i = 0; i < keys.length; i++) map.put(keys[i], i);
        return map;
    }

    private LongIntMap(int size) {
        int capacity = Integer.highestOneBit(Math.max(4, size) * 2 - 1) << 1;
        keys = new long[capacity];
        values = new int[capacity];
        mask = capacity - 1;
    }

    private void put(long key, int value) {
        int slot = slot(key);
        if (values[slot] == 0) {
            keys[slot] = key;
            values[slot] = value + 1;
        }
    }

    /** @return the value, or -1 */
    int get(long key) {
        return values[slot(key)] - 1;
    }

    private int slot(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & mask;
        while (values[slot] != 0 && keys[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }
}
