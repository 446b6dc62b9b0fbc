package dev.ithaca.vm.runtime.value;

/** An immutable tuple of two or more boxed elements. The array is not copied and must not be changed. */
public final class Tuple {
    private final Object[] elements;

    public Tuple(Object... elements) { this.elements = elements; }

    public int arity() { return elements.length; }

    public Object get(int i) { return elements[i]; }

    @Override public boolean equals(Object other) { return other instanceof Tuple && Values.equal(this, other); }

    @Override public int hashCode() { return KeyHash.of(this); }

    @Override public String toString() { return Display.show(this); }
}
