package dev.ithaca.vm.runtime.value;

/** A unique reference, as a monitor returns it. */
public record Ref(long id) {
    @Override public String toString() { return "<ref " + id + ">"; }
}
