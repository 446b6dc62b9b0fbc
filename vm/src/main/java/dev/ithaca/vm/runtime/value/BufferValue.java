package dev.ithaca.vm.runtime.value;

/** A mutable string builder, shared by reference within a process. */
public final class BufferValue {
    private final StringBuilder text;

    public BufferValue() { this(""); }

    public BufferValue(String initial) { text = new StringBuilder(initial); }

    public void append(String more) { text.append(more); }

    /** The contents so far. */
    @Override public String toString() { return text.toString(); }
}
