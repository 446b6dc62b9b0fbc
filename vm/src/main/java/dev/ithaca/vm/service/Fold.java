package dev.ithaca.vm.service;

/**
 * Lines that can be hidden behind the first of them.
 *
 * @param firstLine 1-based; stays visible
 * @param lastLine inclusive
 */
public record Fold(Kind kind, int firstLine, int lastLine) {
    public enum Kind { COMMENT, IMPORTS, DEFINITION, BLOCK }
}
