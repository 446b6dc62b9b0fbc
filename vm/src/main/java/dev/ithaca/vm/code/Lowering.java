package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;

/** Lowers the typed tree of function instances to register code. Stateless; may be used from any thread. */
public final class Lowering {
    /** Elaborates the instance's body if that has not been done, and lowers it with all lambdas inside. */
    public FunctionCode lower(FunctionInstance instance) {
        Core.Function function = instance.body();
        FunctionLowering lowering = new FunctionLowering(new Captures(function.body()), function.file(),
                instance.module(), instance.resultType());
        return BaseCaseInlining.apply(lowering.function(function), instance);
    }
}
