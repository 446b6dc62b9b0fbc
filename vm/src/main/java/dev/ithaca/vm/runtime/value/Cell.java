package dev.ithaca.vm.runtime.value;

/** A captured variable that is assigned; shared by the closures and frames of one process. */
public final class Cell {
    public Object value;

    public Cell(Object value) { this.value = value; }
}
