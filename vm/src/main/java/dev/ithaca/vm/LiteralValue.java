package dev.ithaca.vm;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import java.util.Optional;

/** A function that gives a literal. It needs no code of its own, so that a thousand module variables need no thousand classes. */
final class LiteralValue extends Closure {
    private final FunctionInstance function;
    private final Object value;

    private LiteralValue(FunctionInstance function, Object value) {
        this.function = function;
        this.value = value;
    }

    /** Empty if the function does more than to give an Int, Float, Bool or String that stands there. */
    static Optional<Closure> of(FunctionInstance function) {
        if (!(function.body().body() instanceof Core.Const literal) || !literal.type().equals(function.resultType())) return Optional.empty();
        boolean boxedAlike = literal.type().equals(BuiltinTypes.INT) || literal.type().equals(BuiltinTypes.FLOAT)
                || literal.type().equals(BuiltinTypes.BOOL) || literal.type().equals(BuiltinTypes.STRING);
        return boxedAlike ? Optional.of(new LiteralValue(function, literal.value())) : Optional.empty();
    }

    @Override public int arity() { return 0; }

    @Override public String name() { return function.name(); }

    @Override public String signature() { return function.signature(); }

    @Override public Object call(Process p) { return value; }
}
