package dev.ithaca.vm.service;

/**
 * A place in a text of the program.
 *
 * @param file its source name
 * @param line 1-based
 * @param column 1-based
 */
public record Location(String file, int line, int column) {}
