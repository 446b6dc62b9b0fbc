package dev.ithaca.vm.types;

/**
 * The place of a function in the order of its program. In two versions whose headers agree, the same place is the same
 * function.
 *
 * @param unit index of its file, or {@link #IMPLEMENTATIONS}
 */
record Slot(int unit, int index) {
    /** Methods of trait implementations are numbered across files: they are visible everywhere. */
    static final int IMPLEMENTATIONS = -1;
}
