package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;

/**
 * Something with a name, as an editor offers or explains it.
 *
 * @param signature {@code area(shape: Shape) -> Float}, {@code total: Int}, {@code type Shape}
 * @param doc what its author says of it, or null
 * @param file where it is declared; null for what the language itself brings
 * @param span of its name there, or null
 * @param fromLibrary whether it belongs to the standard library
 */
public record Symbol(Kind kind, String name, String signature, String doc, SourceFile file, Span span, boolean fromLibrary) {
    public enum Kind { LOCAL, FUNCTION, METHOD, FIELD, VALUE, CONSTRUCTOR, TYPE, TRAIT, MODULE }

}
