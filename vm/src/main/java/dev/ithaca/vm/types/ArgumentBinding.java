package dev.ithaca.vm.types;

import java.util.Arrays;
import java.util.List;

/** Which parameter each argument fills: labelled ones theirs, the others the remaining ones from left to right. */
final class ArgumentBinding {
    private ArgumentBinding() {}

    /** Index of the parameter of this name, or -1. */
    static int indexOf(Callable callable, String name) {
        for (int i = 0; i < callable.arity(); i++) if (name.equals(callable.parameterName(i))) return i;
        return -1;
    }

    /** Null if the arguments do not fit; nothing is reported. */
    static int[] quietly(Callable callable, List<Operand> operands) {
        int[] paramOf = new int[operands.size()];
        boolean[] filled = new boolean[callable.arity()];
        Arrays.fill(paramOf, -1);
        for (int i = 0; i < paramOf.length; i++) {
            Operand operand = operands.get(i);
            if (operand.label() == null || callable instanceof BuiltinFunction) continue;
            int index = indexOf(callable, operand.label().text());
            if (index < 0 || filled[index]) return null;
            filled[index] = true;
            paramOf[i] = index;
        }
        int next = 0;
        for (int i = 0; i < paramOf.length; i++) {
            if (paramOf[i] >= 0) continue;
            while (next < filled.length && filled[next]) next++;
            if (next == filled.length) return null;
            filled[next] = true;
            paramOf[i] = next;
        }
        for (int i = 0; i < filled.length; i++) if (!filled[i] && !callable.hasDefault(i)) return null;
        return paramOf;
    }

    /** Like {@link #quietly}, with the error reported. */
    static int[] bind(Session session, Callable callable, List<Operand> operands, Place place) {
        int[] paramOf = quietly(callable, operands);
        if (paramOf != null) return paramOf;
        boolean[] filled = new boolean[callable.arity()];
        for (Operand operand : operands) {
            if (operand.label() == null) continue;
            Place at = new Place(place.file(), operand.label().span());
            String name = operand.label().text();
            int index = indexOf(callable, name);
            if (index < 0) {
                List<String> valid = callable instanceof FunctionSymbol f ? f.parameterNames() : List.of();
                session.names().unknownArgument(at, name, valid);
                return null;
            }
            if (filled[index]) {
                session.names().duplicateArgument(at, name);
                return null;
            }
            filled[index] = true;
        }
        session.report().argumentCount(place, callable.arity(), operands.size());
        return null;
    }
}
