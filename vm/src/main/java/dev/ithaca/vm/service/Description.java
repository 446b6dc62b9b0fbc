package dev.ithaca.vm.service;

/**
 * What a name means.
 *
 * @param signature one per line for overloads
 * @param doc or null
 * @param local whether it is a variable of a function, which has a value while the program runs
 * @param start offset of the name in its text
 */
public record Description(String name, String signature, String doc, boolean local, int start, int end) {}
