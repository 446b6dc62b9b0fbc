package dev.ithaca.vm.code;

import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Type;
import dev.ithaca.vm.types.TypeSymbol;
import java.util.Optional;

/** Questions about how values of a type are held in registers. */
final class Representation {
    private Representation() {}

    static boolean isUnit(Type type) { return isCon(type, BuiltinTypes.UNIT_SYMBOL); }

    static boolean isNever(Type type) { return isCon(type, BuiltinTypes.NEVER_SYMBOL); }

    /** Whether a value of one type can stand where the other is expected without any code. */
    static boolean same(Type from, Type to) {
        return BoxType.of(from).equals(BoxType.of(to)) && !becomesUnit(from, to);
    }

    /** Whether a value is dropped for unit: the place is of type unit, the value of another known type. */
    static boolean becomesUnit(Type from, Type to) {
        return isUnit(to) && !isUnit(from) && !isNever(from)
                && (from instanceof Type.Con || from instanceof Type.Function || from instanceof Type.Tuple);
    }

    /** Whether getting from one type over another to a third takes at most boxing or unboxing in one box type. */
    static boolean onlyBoxes(Type from, Type over, Type to) {
        if (becomesUnit(from, over) || becomesUnit(over, to)) return false;
        Optional<BoxType> box = BoxType.of(from).or(() -> BoxType.of(over)).or(() -> BoxType.of(to));
        return box.isEmpty() || agrees(from, box.get()) && agrees(over, box.get()) && agrees(to, box.get());
    }

    /** The box type that holds what a constant's Java value is, where the constant's type does not say. */
    static Optional<BoxType> natural(Object value) {
        return switch (value) {
            case Long _ -> Optional.of(BoxType.INT);
            case Double _ -> Optional.of(BoxType.FLOAT);
            case Boolean _ -> Optional.of(BoxType.BOOL);
            case Integer _ -> Optional.of(BoxType.CHAR);
            case null, default -> Optional.empty();
        };
    }

    private static boolean agrees(Type type, BoxType box) { return BoxType.of(type).map(box::equals).orElse(true); }

    private static boolean isCon(Type type, TypeSymbol symbol) { return type instanceof Type.Con(var s, var _) && s == symbol; }
}
