package dev.ithaca.monitor.model;

/** One level of the order of the process list. */
public record SortKey(Column column, boolean descending) {}
