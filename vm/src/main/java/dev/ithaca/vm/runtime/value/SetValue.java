package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentSet;

/** An immutable set in insertion order; elements obey the rules of {@link MapValue} keys. */
public final class SetValue implements Iterable<Object> {
    public static final SetValue EMPTY = new SetValue(ExtensionsKt.persistentSetOf());

    private final PersistentSet<Object> elements;

    private SetValue(PersistentSet<Object> elements) { this.elements = elements; }

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
