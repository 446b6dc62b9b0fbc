package dev.ithaca.vm.runtime.value;

import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * The keys of a map or set by a hash that Nostos code computed. Where a program implements equality for the type of the
 * keys, compiled code finds the resident key that equals another among those of the same hash; the collection underneath
 * then only ever sees keys it has. Persistent: adding and removing take logarithmic time.
 */
final class KeyIndex {
    static final KeyIndex EMPTY = new KeyIndex(ExtensionsKt.persistentMapOf());

    private final PersistentMap<Long, ListValue> keys;

    private KeyIndex(PersistentMap<Long, ListValue> keys) { this.keys = keys; }

    /** @param hashes one for each key, in the same order */
    static KeyIndex of(Iterable<Object> keys, ListValue hashes) {
        KeyIndex index = EMPTY;
        var hash = hashes.iterator();
        for (Object key : keys) index = index.with((Long) hash.next(), key);
        return index;
    }

    ListValue keys(long hash) { return keys.getOrDefault(hash, ListValue.EMPTY); }

    /** @param key not in the index yet */
    KeyIndex with(long hash, Object key) { return new KeyIndex(keys.put(hash, keys(hash).prepend(key))); }

    /** @param key the very object that is in the index */
    KeyIndex without(long hash, Object key) {
        ListValue left = ListValue.EMPTY;
        for (Object other : keys(hash)) if (other != key) left = left.prepend(other);
        return new KeyIndex(left.isEmpty() ? keys.remove(hash) : keys.put(hash, left));
    }
}
