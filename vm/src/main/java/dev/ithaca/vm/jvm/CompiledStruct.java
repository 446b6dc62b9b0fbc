package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.Struct;

/** What generated record and constructor classes share. Public for generated classes only. */
public abstract class CompiledStruct extends Struct {
    @Override public void set(int i, Object value) { throw immutable(i); }

    /** The error of an assignment to a field that cannot be assigned. */
    public static NostosException immutable(int field) {
        return new NostosException("Panic", "Field at index " + field + " is not mutable");
    }
}
