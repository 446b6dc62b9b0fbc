package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Kind;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;

/** Writes the bytecode of one method: short forms for what compiled code does all the time. */
final class Assembler {
    final CodeBuilder code;
    private final int processSlot;

    Assembler(CodeBuilder code, int processSlot) {
        this.code = code;
        this.processSlot = processSlot;
    }

    void process() { code.aload(processSlot); }

    void invokeStatic(Class<?> owner, String name, Class<?> result, Class<?>... params) {
        code.invokestatic(Descs.of(owner), name, type(result, params));
    }

    void invokeVirtual(Class<?> owner, String name, Class<?> result, Class<?>... params) {
        code.invokevirtual(Descs.of(owner), name, type(result, params));
    }

    /** Calls a constructor; the new object and the arguments are on the stack. */
    void construct(Class<?> owner, Class<?>... params) {
        code.invokespecial(Descs.of(owner), ConstantDescs.INIT_NAME, type(void.class, params));
    }

    /** Calls a method of the process, which is on the stack with the arguments. */
    void invokeOnProcess(String name, Class<?> result, Class<?>... params) {
        code.invokevirtual(Descs.PROCESS, name, type(result, params));
    }

    void cast(Class<?> type) {
        if (type != Object.class) code.checkcast(Descs.of(type));
    }

    void branchIfUnwinding(Label target) {
        process();
        code.getfield(Descs.PROCESS, "unwinding", ConstantDescs.CD_boolean);
        code.branch(Opcode.IFNE, target);
    }

    /** {@code --process.budget}, left on the stack. */
    void countReduction() {
        process();
        code.dup();
        code.getfield(Descs.PROCESS, "budget", Descs.INT);
        code.iconst_1();
        code.isub();
        code.dup_x1();
        code.putfield(Descs.PROCESS, "budget", Descs.INT);
    }

    /** An object of the linker's constant table. */
    void linkerConstant(int id, ClassDesc type) { code.ldc(linkerConstantOf(id, type)); }

    static ConstantDesc linkerConstantOf(int id, ClassDesc type) {
        return DynamicConstantDesc.ofNamed(Bootstraps.CONSTANT, "constant", type, id);
    }

    /** A number that big functions have thousands of: computed where the JVM would need a constant of the class for it. */
    void index(int value) {
        if (value <= Short.MAX_VALUE) {
            code.loadConstant(value);
        } else {
            code.loadConstant(value >>> 15).bipush(15).ishl();
            code.loadConstant(value & Short.MAX_VALUE).ior();
        }
    }

    void zero(Kind kind) {
        switch (kind) {
            case LONG -> code.lconst_0();
            case DOUBLE -> code.dconst_0();
            case INT -> code.iconst_0();
            case REF -> code.aconst_null();
        }
    }

    void pop(Kind kind) {
        if (Descs.slots(kind) == 2) code.pop2();
        else code.pop();
    }

    /** Turns a jump condition into 0 or 1 on the stack. */
    void materialize(Opcode jumpIfTrue) {
        Label yes = code.newLabel();
        Label done = code.newLabel();
        code.branch(jumpIfTrue, yes);
        code.iconst_0();
        code.goto_(done);
        code.labelBinding(yes);
        code.iconst_1();
        code.labelBinding(done);
    }

    static MethodTypeDesc type(Class<?> result, Class<?>... params) {
        return MethodTypeDesc.of(Descs.of(result), Arrays.stream(params).map(Descs::of).toList());
    }

    static MethodTypeDesc constructor(List<ClassDesc> params) { return MethodTypeDesc.of(Descs.VOID, params); }
}
