package dev.ithaca.vm.code;

import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import dev.ithaca.vm.types.Type;
import java.util.List;

/**
 * A function while it is being lowered: the one whose code this is, or one that became part of it because the two call each
 * other in tail position. A tail call of any of them is a jump to its start.
 */
final class Activation {
    /** As callers name it; both null for a lambda without a name. */
    private final FunctionInstance function;
    private final Local local;
    private final List<Register> params;
    private final List<Type> types;
    private final Label start;
    /** The one whose tail call led here, or null. */
    private final Activation outer;
    private boolean loops;

    Activation(FunctionInstance function, Local local, List<Register> params, List<Type> types, Label start, Activation outer) {
        this.function = function;
        this.local = local;
        this.params = List.copyOf(params);
        this.types = types;
        this.start = start;
        this.outer = outer;
    }

    FunctionInstance function() { return function; }

    List<Register> params() { return params; }

    List<Type> types() { return types; }

    Label start() { return start; }

    /** This one or the nearest outer one of a function; null if there is none. */
    Activation of(FunctionInstance called) { return function == called ? this : outer == null ? null : outer.of(called); }

    boolean isOf(Local called, int arguments) { return local != null && local == called && params.size() == arguments; }

    /** Something jumps back to the start. */
    void loop() { loops = true; }

    boolean loops() { return loops; }
}
