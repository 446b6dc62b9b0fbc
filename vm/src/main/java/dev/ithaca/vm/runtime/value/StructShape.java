package dev.ithaca.vm.runtime.value;

import java.util.List;

/**
 * What the runtime knows about a constructor. One object per constructor and program, so identity is equality.
 *
 * @param typeName without module prefix
 * @param qualifiedTypeName with module prefix
 * @param index position among the constructors of the type
 * @param isRecord shown as {@code Name{f: v}} rather than {@code Name(v)}
 * @param fieldNames null for a positional payload
 */
public record StructShape(String typeName, String qualifiedTypeName, String constructor, int index, boolean isRecord,
                          boolean mutable, boolean reactive, int arity, List<String> fieldNames) {
    @Override public boolean equals(Object other) { return this == other; }

    @Override public int hashCode() { return System.identityHashCode(this); }
}
