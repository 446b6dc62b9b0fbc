package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.CompiledCode;
import dev.ithaca.vm.runtime.Frame;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Type;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Descriptors of the Java types that generated classes mention. */
final class Descs {
    static final ClassDesc PROCESS = of(Process.class);
    static final ClassDesc FRAME = of(Frame.class);
    static final ClassDesc CODE = of(CompiledCode.class);
    static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    static final ClassDesc LONG = ConstantDescs.CD_long;
    static final ClassDesc INT = ConstantDescs.CD_int;
    static final ClassDesc VOID = ConstantDescs.CD_void;

    private Descs() {}

    static ClassDesc of(Class<?> type) { return type.describeConstable().orElseThrow(); }

    static ClassDesc of(Kind kind) {
        return switch (kind) {
            case LONG -> LONG;
            case DOUBLE -> ConstantDescs.CD_double;
            case INT -> INT;
            case REF -> OBJECT;
        };
    }

    static TypeKind typeKind(Kind kind) {
        return switch (kind) {
            case LONG -> TypeKind.LONG;
            case DOUBLE -> TypeKind.DOUBLE;
            case INT -> TypeKind.INT;
            case REF -> TypeKind.REFERENCE;
        };
    }

    /** How many JVM local or parameter slots a value takes. */
    static int slots(Kind kind) { return kind == Kind.LONG || kind == Kind.DOUBLE ? 2 : 1; }

    /** Descriptor of the main variant: the process, then the parameters. */
    static MethodTypeDesc function(List<Kind> params, Kind result) {
        ClassDesc[] all = new ClassDesc[params.size() + 1];
        all[0] = PROCESS;
        for (int i = 0; i < params.size(); i++) all[i + 1] = of(params.get(i));
        return MethodTypeDesc.of(of(result), all);
    }

    static MethodTypeDesc function(FunctionInstance function) {
        return function(kinds(function.paramTypes()), Kind.of(function.resultType()));
    }

    static List<Kind> kinds(List<Type> types) { return types.stream().map(Kind::of).toList(); }

    static List<Kind> kindsOf(List<Register> registers) { return registers.stream().map(Register::kind).toList(); }
}
