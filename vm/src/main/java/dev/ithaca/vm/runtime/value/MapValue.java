package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import java.util.Map;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * An immutable map in insertion order: a replaced value keeps its key's place, a removed and re-inserted key goes to the
 * end. Keys are compared by Nostos equality; those that cannot be hashed are refused with a {@code TypeError}. All
 * single-key operations take logarithmic time (base 32). The library's map was chosen by {@code bench/jmh} (MapBenchmark):
 * a trie of our own is built faster, but looks keys up and goes through the entries more slowly.
 */
public final class MapValue {
    public static final MapValue EMPTY = new MapValue(ExtensionsKt.persistentMapOf());

    private final PersistentMap<Object, Object> entries;
    /**
     * Null until a program with an equality of its own for the keys asks for it. The race is benign: all threads would
     * write equal indexes, published through final fields.
     */
    private KeyIndex index;

    private MapValue(PersistentMap<Object, Object> entries) { this(entries, null); }

    private MapValue(PersistentMap<Object, Object> entries, KeyIndex index) {
        this.entries = entries;
        this.index = index;
    }

    /** The value of a key, or null if it is absent. A key that could never be in a map is absent. */
    public Object getOrNull(Object key) { return Keys.isHashable(key) ? entries.get(key) : null; }

    public boolean containsKey(Object key) { return getOrNull(key) != null; }

    public MapValue put(Object key, Object value) {
        Keys.check(key);
        return new MapValue(entries.put(key, value));
    }

    /** The map without the key; itself if the key is absent. */
    public MapValue remove(Object key) {
        return containsKey(key) ? new MapValue(entries.remove(key)) : this;
    }

    /** Whether {@link #keysWithHash}, {@link #putIndexed} and {@link #removeIndexed} may be called. */
    public boolean isIndexed() { return index != null || entries.isEmpty(); }

    /** @param hashes of the keys, in order */
    public void index(ListValue hashes) { index = KeyIndex.of(keys(), hashes); }

    private KeyIndex index() { return index != null ? index : KeyIndex.EMPTY; }

    /** The keys whose hash, as the program computes it, is this. */
    public ListValue keysWithHash(long hash) { return index().keys(hash); }

    /** Like {@link #put}, for a key that is new or one of {@link #keysWithHash}. */
    public MapValue putIndexed(long hash, Object key, Object value) {
        Keys.check(key);
        KeyIndex indexed = entries.containsKey(key) ? index() : index().with(hash, key);
        return new MapValue(entries.put(key, value), indexed);
    }

    /** Like {@link #remove}, for a key that is absent or one of {@link #keysWithHash}. */
    public MapValue removeIndexed(long hash, Object key) {
        return containsKey(key) ? new MapValue(entries.remove(key), index().without(hash, key)) : this;
    }

    public int size() { return entries.size(); }

    public boolean isEmpty() { return entries.isEmpty(); }

    /** Entries in order; unmodifiable. */
    public Iterable<Map.Entry<Object, Object>> entries() { return entries.entrySet(); }

    public Iterable<Object> keys() { return entries.keySet(); }

    public Iterator<Map.Entry<Object, Object>> entryIterator() { return entries.entrySet().iterator(); }

    /** A builder that starts with the entries of this map. */
    public Builder builder() { return new Builder(entries.builder()); }

    @Override public boolean equals(Object other) { return other instanceof MapValue && Values.equal(this, other); }

    @Override public int hashCode() { return KeyHash.of(this); }

    @Override public String toString() { return Display.show(this); }

    /** Adds many entries without intermediate maps. Used by one thread. */
    public static final class Builder {
        private final PersistentMap.Builder<Object, Object> entries;

        private Builder(PersistentMap.Builder<Object, Object> entries) { this.entries = entries; }

        public Builder put(Object key, Object value) {
            Keys.check(key);
            entries.put(key, value);
            return this;
        }

        public Builder remove(Object key) {
            if (Keys.isHashable(key)) entries.remove(key);
            return this;
        }

        public boolean containsKey(Object key) { return Keys.isHashable(key) && entries.containsKey(key); }

        public MapValue build() {
            PersistentMap<Object, Object> built = entries.build();
            return built.isEmpty() ? EMPTY : new MapValue(built);
        }
    }
}
