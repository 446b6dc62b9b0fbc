package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Documentation;

/**
 * What a name means.
 *
 * @param signature one per line for overloads
 * @param doc or null
 * @param local whether it is a variable of a function, which has a value while the program runs
 * @param start offset of the name in its text
 */
public record Description(String name, String signature, Documentation doc, boolean local, int start, int end) {}
