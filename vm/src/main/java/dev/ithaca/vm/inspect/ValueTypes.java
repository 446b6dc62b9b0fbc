package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.LargeValue;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.TypeNames;
import dev.ithaca.vm.runtime.value.Unit;
import java.util.Map;

/** Types guessed from values, as a user would write them; a collection goes by its first element. */
final class ValueTypes {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_TUPLE = 8;

    private ValueTypes() {}

    static String of(Object value) { return of(value, 0); }

    private static String of(Object value, int depth) {
        if (depth > MAX_DEPTH) return "…";
        return switch (value) {
            case null -> "?";
            case Unit _ -> "()";
            case Cell cell -> of(cell.value, depth);
            case CharValue _ -> "Char";
            case LargeValue large -> large.type();
            case ListValue list -> list.isEmpty() ? "List" : "List[" + of(list.head(), depth + 1) + "]";
            case SetValue set -> set.isEmpty() ? "Set" : "Set[" + of(set.iterator().next(), depth + 1) + "]";
            case MapValue map -> {
                if (map.isEmpty()) yield "Map";
                Map.Entry<Object, Object> first = map.entryIterator().next();
                yield "Map[" + of(first.getKey(), depth + 1) + ", " + of(first.getValue(), depth + 1) + "]";
            }
            case Tuple tuple -> {
                StringBuilder text = new StringBuilder("(");
                for (int i = 0; i < Math.min(MAX_TUPLE, tuple.arity()); i++) {
                    if (i > 0) text.append(", ");
                    text.append(of(tuple.get(i), depth + 1));
                }
                yield text.append(tuple.arity() > MAX_TUPLE ? ", …)" : ")").toString();
            }
            case Struct struct -> struct.shape().typeName();
            case Closure _ -> "Function";
            default -> TypeNames.of(value);
        };
    }
}
