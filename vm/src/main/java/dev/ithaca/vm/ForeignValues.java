package dev.ithaca.vm;

import dev.ithaca.vm.runtime.TypeDirectory;
import dev.ithaca.vm.runtime.value.ArrayValue;
import dev.ithaca.vm.runtime.value.BufferValue;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Float32Array;
import dev.ithaca.vm.runtime.value.Float64Array;
import dev.ithaca.vm.runtime.value.Int64Array;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Ref;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.StructShape;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.Map;

/** Rebuilds values of one linked program from the types of another that was made of the same source. */
final class ForeignValues {
    /** Deeper values are no messages that somebody typed. */
    private static final int DEEPEST = 500;

    /** A value that cannot leave the program in which it was made. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) { super(message, null, false, false); }
    }

    private final TypeDirectory types;
    /** Null to keep pids and references as they are, and to copy what is mutable. */
    private final Map<Long, Long> pids;

    private ForeignValues(TypeDirectory types, Map<Long, Long> pids) {
        this.types = types;
        this.pids = pids;
    }

    /** @param pids processes of the other program, and those of this one that they stand for */
    static ForeignValues toSend(TypeDirectory types, Map<Long, Long> pids) { return new ForeignValues(types, pids); }

    /** For a program that only looks at the values: they keep what they mean in the one that they come from. */
    static ForeignValues toLookAt(TypeDirectory types) { return new ForeignValues(types, null); }

    Object rebuild(Object value) { return rebuild(value, 0); }

    private Object rebuild(Object value, int depth) {
        if (depth > DEEPEST) throw new Unfit("The value is nested too deeply");
        return switch (value) {
            case Pid pid when pids == null -> pid;
            case Ref ref when pids == null -> ref;
            case ArrayValue array when pids == null -> rebuild(array, depth);
            case Float64Array array when pids == null -> array.copy();
            case Float32Array array when pids == null -> array.copy();
            case Int64Array array when pids == null -> array.copy();
            case BufferValue buffer when pids == null -> new BufferValue(buffer.toString());
            case Pid(long id) -> {
                Long meant = pids.get(id);
                if (meant == null) throw new Unfit("A process started by the expression ends with it: write <7> for a process of the program");
                yield new Pid(meant);
            }
            case Closure _ -> throw new Unfit(pids == null ? "A function cannot be taken out of its process" : "A function cannot be sent from here");
            case Ref _ -> throw new Unfit("A reference cannot be sent from here: it would match nothing");
            case ArrayValue _, BufferValue _ -> throw new Unfit("Arrays and buffers cannot be sent from here");
            case ListValue list -> {
                var copy = new ListValue.Builder(list.size());
                for (Object element : list) copy.add(rebuild(element, depth + 1));
                yield copy.build();
            }
            case Tuple tuple -> {
                Object[] elements = new Object[tuple.arity()];
                for (int i = 0; i < elements.length; i++) elements[i] = rebuild(tuple.get(i), depth + 1);
                yield new Tuple(elements);
            }
            case MapValue map -> {
                var copy = MapValue.EMPTY.builder();
                for (var entry : map.entries()) copy.put(rebuild(entry.getKey(), depth + 1), rebuild(entry.getValue(), depth + 1));
                yield copy.build();
            }
            case SetValue set -> {
                var copy = SetValue.EMPTY.builder();
                for (Object element : set) copy.add(rebuild(element, depth + 1));
                yield copy.build();
            }
            case Struct struct -> rebuild(struct, depth);
            default -> value;
        };
    }

    private ArrayValue rebuild(ArrayValue array, int depth) {
        Object[] elements = new Object[array.size()];
        for (int i = 0; i < elements.length; i++) elements[i] = rebuild(array.get(i), depth + 1);
        return ArrayValue.of(elements);
    }

    private Struct rebuild(Struct struct, int depth) {
        StructShape shape = struct.shape();
        TypeDirectory.Constructor constructor = types.find(shape.qualifiedTypeName())
                .flatMap(type -> type.constructor(shape.constructor()))
                .orElseThrow(() -> new Unfit("The running program does not know the type " + shape.typeName()));
        Object[] fields = new Object[shape.arity()];
        for (int i = 0; i < fields.length; i++) fields[i] = rebuild(struct.get(i), depth + 1);
        return types.make(constructor, fields);
    }
}
