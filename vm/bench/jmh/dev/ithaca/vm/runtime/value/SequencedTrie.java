package dev.ithaca.vm.runtime.value;

import java.util.Arrays;

/**
 * A candidate for maps: a hash array mapped trie (Bagwell, "Ideal Hash Trees", 2001) whose entries carry the number of their
 * insertion, so that the order is not kept up at every change but restored by sorting when somebody asks for it.
 */
final class SequencedTrie {
    record Entry(Object key, int hash, Object value, long number) {}

    /** Slots for the set bits, in order: entries, or nodes one level down. */
    private record Node(int bitmap, Object[] slots) {
        private int index(int bit) { return Integer.bitCount(bitmap & (bit - 1)); }
    }

    /** Entries whose hashes are the same. */
    private record Collision(Entry[] entries) {}

    private static final int BITS = 5;
    private static final int MASK = 31;
    static final SequencedTrie EMPTY = new SequencedTrie(new Node(0, new Object[0]), 0, 0);

    private final Node root;
    private final int size;
    private final long next;

    private SequencedTrie(Node root, int size, long next) {
        this.root = root;
        this.size = size;
        this.next = next;
    }

    int size() { return size; }

    private static int spread(Object key) {
        int h = key.hashCode();
        return h ^ h >>> 16;
    }

    Object get(Object key) {
        Entry e = find(key, spread(key));
        return e == null ? null : e.value;
    }

    private Entry find(Object key, int hash) {
        Object at = root;
        for (int rest = hash; ; rest >>>= BITS) {
            if (at instanceof Node node) {
                int bit = 1 << (rest & MASK);
                if ((node.bitmap & bit) == 0) return null;
                at = node.slots[node.index(bit)];
            } else if (at instanceof Entry e) {
                return e.hash == hash && e.key.equals(key) ? e : null;
            } else {
                for (Entry e : ((Collision) at).entries) if (e.key.equals(key)) return e;
                return null;
            }
        }
    }

    SequencedTrie put(Object key, Object value) {
        int hash = spread(key);
        Entry old = find(key, hash);
        var entry = new Entry(key, hash, value, old == null ? next : old.number);
        return new SequencedTrie(put(root, entry, hash, 0), old == null ? size + 1 : size, next + 1);
    }

    private static Node put(Node node, Entry entry, int rest, int shift) {
        int bit = 1 << (rest & MASK);
        int index = node.index(bit);
        Object[] slots = node.slots;
        if ((node.bitmap & bit) == 0) {
            var grown = new Object[slots.length + 1];
            System.arraycopy(slots, 0, grown, 0, index);
            grown[index] = entry;
            System.arraycopy(slots, index, grown, index + 1, slots.length - index);
            return new Node(node.bitmap | bit, grown);
        }
        Object[] copy = slots.clone();
        copy[index] = switch (slots[index]) {
            case Node below -> put(below, entry, rest >>> BITS, shift + BITS);
            case Entry other when other.key.equals(entry.key) -> entry;
            case Entry other -> both(other, entry, shift + BITS);
            case Object collision -> with((Collision) collision, entry);
        };
        return new Node(node.bitmap, copy);
    }

    private static Object both(Entry a, Entry b, int shift) {
        if (a.hash == b.hash) return new Collision(new Entry[] {a, b});
        int first = a.hash >>> shift & MASK;
        int second = b.hash >>> shift & MASK;
        if (first == second) return new Node(1 << first, new Object[] {both(a, b, shift + BITS)});
        return new Node(1 << first | 1 << second, first < second ? new Object[] {a, b} : new Object[] {b, a});
    }

    private static Collision with(Collision collision, Entry entry) {
        Entry[] entries = collision.entries;
        for (int i = 0; i < entries.length; i++) {
            if (!entries[i].key.equals(entry.key)) continue;
            Entry[] copy = entries.clone();
            copy[i] = entry;
            return new Collision(copy);
        }
        Entry[] grown = Arrays.copyOf(entries, entries.length + 1);
        grown[entries.length] = entry;
        return new Collision(grown);
    }

    /** In the order of insertion. */
    Entry[] entries() {
        var all = new Entry[size];
        collect(root, all, 0);
        Arrays.sort(all, (a, b) -> Long.compare(a.number, b.number));
        return all;
    }

    private static int collect(Object at, Entry[] all, int from) {
        int n = from;
        switch (at) {
            case Entry e -> all[n++] = e;
            case Node node -> {
                for (Object slot : node.slots) n = collect(slot, all, n);
            }
            default -> {
                for (Entry e : ((Collision) at).entries) all[n++] = e;
            }
        }
        return n;
    }
}
