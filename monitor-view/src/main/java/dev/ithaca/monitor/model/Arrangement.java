package dev.ithaca.monitor.model;

/** How the processes are laid out. */
public enum Arrangement {
    LIST("List"), TREE("Tree"),
    /** One row for all processes started at the same place. */
    BY_ORIGIN("Grouped by start"),
    /** One row for all processes that stand at the same place. */
    BY_FUNCTION("Grouped by function");

    private final String title;

    Arrangement(String title) { this.title = title; }

    public String title() { return title; }

    public boolean grouped() { return this == BY_ORIGIN || this == BY_FUNCTION; }

    /** What is open before the user opens or closes anything: a tree is unfolded, groups are not. */
    public Expansion initialExpansion() { return Expansion.of(!grouped()); }
}
