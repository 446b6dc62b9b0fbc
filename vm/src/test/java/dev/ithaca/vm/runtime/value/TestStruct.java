package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.util.Arrays;
import java.util.List;

/** A record or constructor value without generated code. */
final class TestStruct extends Struct {
    private final StructShape shape;
    private final Object[] fields;

    TestStruct(StructShape shape, Object... fields) {
        this.shape = shape;
        this.fields = fields;
    }

    static StructShape record(String type, String... fields) {
        return new StructShape(type, "m." + type, type, 0, true, false, false, fields.length, List.of(fields));
    }

    static StructShape mutableRecord(String type, String... fields) {
        return new StructShape(type, "m." + type, type, 0, true, true, false, fields.length, List.of(fields));
    }

    static StructShape variant(String type, String constructor, int index, int arity) {
        return new StructShape(type, "m." + type, constructor, index, false, false, false, arity, null);
    }

    @Override public StructShape shape() { return shape; }

    @Override public Object get(int i) { return fields[i]; }

    @Override public Struct copy() { return new TestStruct(shape, fields.clone()); }

    @Override public Struct with(Object[] values) { return new TestStruct(shape, Arrays.copyOf(values, values.length)); }

    @Override public void set(int i, Object value) {
        if (!shape.mutable()) throw NostosException.panic("Field at index " + i + " is not mutable");
        fields[i] = value;
    }
}
