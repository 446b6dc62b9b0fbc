package dev.ithaca.vm.types;

import java.util.List;

/**
 * A constructor of a variant, or the one of a record.
 *
 * @param index position in the declaration, which is also its order
 * @param fields payload; field names are null for a positional payload
 */
public record ConstructorSymbol(TypeSymbol owner, String name, int index, List<Field> fields) {
    /** @param type mentions the owner'"'"'s {@link Type.Param}s */
    public record Field(String name, Type type, boolean isPrivate) {}

    public ConstructorSymbol { fields = List.copyOf(fields); }

    public int arity() { return fields.size(); }

    public boolean hasNamedFields() { return !fields.isEmpty() && fields.getFirst().name() != null; }

    /** Position of a named field, or -1. */
    public int fieldIndex(String field) {
        for (int i = 0; i < fields.size(); i++) if (field.equals(fields.get(i).name())) return i;
        return -1;
    }

    @Override public boolean equals(Object other) {
        return other instanceof ConstructorSymbol c && c.owner == owner && c.index == index;
    }

    @Override public int hashCode() { return System.identityHashCode(owner) * 31 + index; }

    @Override public String toString() { return name; }
}
