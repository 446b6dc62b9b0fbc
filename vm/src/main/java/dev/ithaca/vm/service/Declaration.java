package dev.ithaca.vm.service;

/**
 * Something that a text declares at its top level, or as a part of such a thing.
 *
 * @param container name of the type, trait or module it belongs to; empty at the top level
 * @param location of its name
 */
public record Declaration(Kind kind, String name, String container, Location location) {
    public enum Kind { FUNCTION, TYPE, CONSTRUCTOR, FIELD, TRAIT, METHOD, VALUE, MODULE, TEST }
}
