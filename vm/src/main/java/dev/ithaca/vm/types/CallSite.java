package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A call whose function was chosen.
 *
 * @param paramOf for each operand as written, the parameter it fills
 */
record CallSite(Callable callee, Scheme.Use use, int[] paramOf) {

    /** Operands are evaluated as written, default values after them. */
    Core emit(Emitter out, List<Operand> operands, Span span) {
        List<Type> params = out.concreteAll(use.params());
        Type result = out.concrete(use.result());
        Core[] args = new Core[callee.arity()];
        List<Core> before = new ArrayList<>();
        boolean ordered = isOrdered();
        for (int i = 0; i < operands.size(); i++) {
            Core arg = operands.get(i).typed().emit().emit(out);
            args[paramOf[i]] = ordered ? arg : out.spill(arg, before);
        }
        Core call = callee.call(out, params, result, Arrays.asList(args), span);
        if (before.isEmpty()) return call;
        before.add(call);
        return new Core.Block(before, call.type(), span);
    }

    private boolean isOrdered() {
        for (int i = 1; i < paramOf.length; i++) if (paramOf[i] < paramOf[i - 1]) return false;
        return true;
    }
}
