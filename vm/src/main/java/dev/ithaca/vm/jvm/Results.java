package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.FunctionCode;
import dev.ithaca.vm.code.Kind;

/** How results of calls travel through the process. */
final class Results {
    private Results() {}

    /** Gives the result on the stack to the process. */
    static void give(Assembler a, FunctionCode code) {
        Kind kind = code.result();
        if (kind == Kind.REF) {
            a.process();
            a.code.swap();
            a.invokeOnProcess("returnRef", void.class, Object.class);
            return;
        }
        a.process();
        if (Descs.slots(kind) == 2) a.code.dup_x2().pop();
        else a.code.swap();
        // The runtime numbers its result kinds like the box types.
        a.code.loadConstant(Boxing.boxType(code.resultType(), kind).ordinal());
        switch (kind) {
            case LONG -> a.invokeOnProcess("returnLong", void.class, long.class, int.class);
            case DOUBLE -> a.invokeOnProcess("returnDouble", void.class, double.class, int.class);
            case INT -> a.invokeOnProcess("returnInt", void.class, int.class, int.class);
            case REF -> throw new IllegalStateException();
        }
    }

    /** Fetches the result of the call that a resumed frame waited for. */
    static void take(Assembler a, Kind kind) {
        a.process();
        switch (kind) {
            case LONG -> a.invokeOnProcess("takeLong", long.class);
            case DOUBLE -> a.invokeOnProcess("takeDouble", double.class);
            case INT -> a.invokeOnProcess("takeInt", int.class);
            case REF -> a.invokeOnProcess("takeRef", Object.class);
        }
    }
}
