package dev.ithaca.vm.runtime.value;

/** The identity of a process within its machine. */
public record Pid(long id) {
    @Override public String toString() { return "<pid " + id + ">"; }
}
