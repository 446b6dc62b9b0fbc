package dev.ithaca.vm.types;

import java.util.List;

/** The limit to the size of types. Aliases of pairs of aliases, and functions that double a type, make types of any size. */
final class TypeSize {
    /** Parts of a type; well above what a program means, well below what takes time. */
    static final int LARGEST = 20_000;

    private int left = LARGEST;

    private TypeSize() {}

    static boolean isTooLarge(Type type) { return !new TypeSize().fits(type); }

    private boolean fits(Type type) {
        if (--left < 0) return false;
        return switch (Unifier.prune(type)) {
            case Type.Con con -> fits(con.args());
            case Type.Tuple tuple -> fits(tuple.elements());
            case Type.Function f -> fits(f.params()) && fits(f.result());
            default -> true;
        };
    }

    private boolean fits(List<Type> parts) {
        for (Type part : parts) if (!fits(part)) return false;
        return true;
    }
}
