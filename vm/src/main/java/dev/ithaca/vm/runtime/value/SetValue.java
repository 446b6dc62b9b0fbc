package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentSet;

/** An immutable set in insertion order; elements obey the rules of {@link MapValue} keys. */
public final class SetValue implements Iterable<Object> {
    public static final SetValue EMPTY = new SetValue(ExtensionsKt.persistentSetOf());

    private final PersistentSet<Object> elements;
    /** See {@link MapValue}. */
    private KeyIndex index;

    private SetValue(PersistentSet<Object> elements) { this(elements, null); }

    private SetValue(PersistentSet<Object> elements, KeyIndex index) {
        this.elements = elements;
        this.index = index;
    }

    public boolean contains(Object element) { return Keys.isHashable(element) && elements.contains(element); }

    public SetValue add(Object element) {
        Keys.check(element);
        PersistentSet<Object> added = elements.add(element);
        return added == elements ? this : new SetValue(added);
    }

    /** The set without the element; itself if the element is absent. */
    public SetValue remove(Object element) {
        return contains(element) ? builder().remove(element).build() : this;
    }

    /** Whether {@link #elementsWithHash}, {@link #addIndexed} and {@link #removeIndexed} may be called. */
    public boolean isIndexed() { return index != null || elements.isEmpty(); }

    /** @param hashes of the elements, in order */
    public void index(ListValue hashes) { index = KeyIndex.of(this, hashes); }

    private KeyIndex index() { return index != null ? index : KeyIndex.EMPTY; }

    /** The elements whose hash, as the program computes it, is this. */
    public ListValue elementsWithHash(long hash) { return index().keys(hash); }

    /** Like {@link #add}, for an element that is new or one of {@link #elementsWithHash}. */
    public SetValue addIndexed(long hash, Object element) {
        Keys.check(element);
        PersistentSet<Object> added = elements.add(element);
        return added == elements ? this : new SetValue(added, index().with(hash, element));
    }

    /** Like {@link #remove}, for an element that is absent or one of {@link #elementsWithHash}. */
    public SetValue removeIndexed(long hash, Object element) {
        if (!contains(element)) return this;
        PersistentSet.Builder<Object> left = elements.builder();
        left.remove(element);
        return new SetValue(left.build(), index().without(hash, element));
    }

    public int size() { return elements.size(); }

    public boolean isEmpty() { return elements.isEmpty(); }

    @Override public Iterator<Object> iterator() { return elements.iterator(); }

    /** A builder that starts with the elements of this set. */
    public Builder builder() { return new Builder(elements.builder()); }

    @Override public boolean equals(Object other) { return other instanceof SetValue && Values.equal(this, other); }

    @Override public int hashCode() { return KeyHash.of(this); }

    @Override public String toString() { return Display.show(this); }

    /** Adds many elements without intermediate sets. Used by one thread. */
    public static final class Builder {
        private final PersistentSet.Builder<Object> elements;

        private Builder(PersistentSet.Builder<Object> elements) { this.elements = elements; }

        public Builder add(Object element) {
            Keys.check(element);
            elements.add(element);
            return this;
        }

        public Builder remove(Object element) {
            if (Keys.isHashable(element)) elements.remove(element);
            return this;
        }

        public SetValue build() {
            PersistentSet<Object> built = elements.build();
            return built.isEmpty() ? EMPTY : new SetValue(built);
        }
    }
}
