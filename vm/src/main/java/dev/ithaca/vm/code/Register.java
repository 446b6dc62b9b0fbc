package dev.ithaca.vm.code;

/** A typed virtual register of one function. */
public record Register(int index, Kind kind) {
    @Override public String toString() { return "" + Character.toLowerCase(kind.name().charAt(0)) + index; }
}
