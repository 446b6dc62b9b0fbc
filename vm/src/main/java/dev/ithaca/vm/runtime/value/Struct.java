package dev.ithaca.vm.runtime.value;

/** A record or constructor value. Compiled code generates one final subclass per constructor, with typed fields. */
public abstract class Struct {
    public abstract StructShape shape();

    /** The i-th field, boxed. */
    public abstract Object get(int i);

    /** A copy with the same fields; shallow. */
    public abstract Struct copy();

    /** A value of the same constructor with other fields, boxed. */
    public abstract Struct with(Object[] fields);

    /** Assigns a field of a mutable type; the value is boxed. Raises Nostos's error for an immutable one. */
    public abstract void set(int i, Object value);

    @Override public final boolean equals(Object other) { return other instanceof Struct && Values.equal(this, other); }

    @Override public final int hashCode() { return KeyHash.of(this); }

    @Override public final String toString() { return Display.show(this); }
}
