package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.CallShape;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.runtime.value.Closure;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** The method of {@link Closure} for a shape of calls. */
final class ClosureEntry {
    private static final int MAX_DIRECT_ARGUMENTS = 4;

    private ClosureEntry() {}

    /** Whether the arguments go into an array. */
    static boolean takesArray(CallShape shape) { return shape.params().size() > MAX_DIRECT_ARGUMENTS; }

    static String name(CallShape shape) {
        return switch (shape.result()) {
            case REF -> "call";
            case LONG -> "callToInt";
            case DOUBLE -> "callToFloat";
            case INT -> "callToBool";
        };
    }

    static MethodTypeDesc type(CallShape shape) {
        List<ClassDesc> params = new ArrayList<>(List.of(Descs.PROCESS));
        if (takesArray(shape)) params.add(Descs.OBJECT.arrayType());
        else for (Kind kind : shape.params()) params.add(Descs.of(kind));
        return MethodTypeDesc.of(shape.result() == Kind.INT ? ConstantDescs.CD_boolean : Descs.of(shape.result()), params);
    }

    /** Calls the closure that is on the stack with the process and the arguments. */
    static void invoke(Assembler a, CallShape shape) { a.code.invokevirtual(Descs.of(Closure.class), name(shape), type(shape)); }
}
