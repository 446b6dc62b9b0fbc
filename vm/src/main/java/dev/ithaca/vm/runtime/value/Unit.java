package dev.ithaca.vm.runtime.value;

/** The one value {@code ()}. */
public final class Unit {
    public static final Unit UNIT = new Unit();

    private Unit() {}

    @Override public String toString() { return "()"; }
}
