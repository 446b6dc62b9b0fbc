package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.BoxType;
import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.runtime.value.Numbers;
import dev.ithaca.vm.runtime.value.Values;
import dev.ithaca.vm.syntax.Expr.BinaryOp;
import java.lang.classfile.Opcode;

/** Emits arithmetic and comparison. Operands are on the stack unless said otherwise. */
final class ArithmeticEmitter {
    private final Assembler a;
    private final RegisterFile registers;

    ArithmeticEmitter(Assembler a, RegisterFile registers) {
        this.a = a;
        this.registers = registers;
    }

    void emit(Instruction.Arithmetic i) {
        registers.load(i.left());
        registers.load(i.right());
        if (i.type().kind() == Kind.DOUBLE) floating(i.op());
        else integer(i.op(), i.type());
        wrap(i.type());
    }

    private void floating(BinaryOp op) {
        switch (op) {
            case ADD -> a.code.dadd();
            case SUB -> a.code.dsub();
            case MUL -> a.code.dmul();
            case DIV -> a.code.ddiv();
            case REM -> a.code.drem();
            case POW -> a.invokeStatic(Numbers.class, "pow", double.class, double.class, double.class);
            default -> throw new IllegalArgumentException(op.name());
        }
    }

    private void integer(BinaryOp op, BoxType type) {
        boolean unsigned = type == BoxType.UINT64;
        switch (op) {
            case ADD -> a.code.ladd();
            case SUB -> a.code.lsub();
            case MUL -> a.code.lmul();
            case DIV -> onLongs(unsigned ? "divUnsigned" : "div");
            case REM -> onLongs(unsigned ? "remUnsigned" : "rem");
            case POW -> power(type);
            default -> throw new IllegalArgumentException(op.name());
        }
    }

    private void power(BoxType type) {
        switch (type) {
            case INT -> onLongs("pow");
            case UINT64 -> onLongs("powUnsigned");
            default -> {
                String name = type.name();
                a.code.loadConstant(name.startsWith("U") ? "UInt" + name.substring(4) : "Int" + name.substring(3));
                a.invokeStatic(Numbers.class, "pow", long.class, long.class, long.class, String.class);
            }
        }
    }

    private void onLongs(String method) { a.invokeStatic(Numbers.class, method, long.class, long.class, long.class); }

    void emit(Instruction.Negate i) {
        registers.load(i.src());
        if (i.type().kind() == Kind.DOUBLE) a.code.dneg();
        else a.code.lneg();
        wrap(i.type());
    }

    /** Brings a result back into the range of its type. */
    private void wrap(BoxType type) {
        switch (type) {
            case INT8 -> a.code.l2i().i2b().i2l();
            case INT16 -> a.code.l2i().i2s().i2l();
            case INT32 -> a.code.l2i().i2l();
            case UINT8 -> a.code.loadConstant(0xffL).land();
            case UINT16 -> a.code.loadConstant(0xffffL).land();
            case UINT32 -> a.code.loadConstant(0xffff_ffffL).land();
            case FLOAT32 -> a.code.d2f().f2d();
            case INT, UINT64, FLOAT, BOOL, CHAR -> {}
        }
    }

    void emit(Instruction.ArithmeticRef i) {
        registers.load(i.left());
        registers.load(i.right());
        a.invokeStatic(Numbers.class, switch (i.op()) {
            case ADD -> "add";
            case SUB -> "sub";
            case MUL -> "mul";
            case DIV -> "div";
            case REM -> "rem";
            case POW -> "pow";
            default -> throw new IllegalArgumentException(i.op().name());
        }, Object.class, Object.class, Object.class);
    }

    void emit(Instruction.NegateRef i) {
        registers.load(i.src());
        a.invokeStatic(Numbers.class, "negate", Object.class, Object.class);
    }

    /** Pushes what the returned jump opcode then decides on. */
    Opcode condition(Instruction.Compare i) {
        registers.load(i.left());
        registers.load(i.right());
        switch (i.type().kind()) {
            case LONG -> {
                if (i.type() == BoxType.UINT64) a.invokeStatic(Long.class, "compareUnsigned", int.class, long.class, long.class);
                else a.code.lcmp();
            }
            case DOUBLE -> {
                // Whatever is compared with NaN is false, except !=.
                if (i.op() == BinaryOp.LT || i.op() == BinaryOp.LE) a.code.dcmpg();
                else a.code.dcmpl();
            }
            case INT, REF -> {
                return switch (i.op()) {
                    case EQ -> Opcode.IF_ICMPEQ;
                    case NE -> Opcode.IF_ICMPNE;
                    case LT -> Opcode.IF_ICMPLT;
                    case LE -> Opcode.IF_ICMPLE;
                    case GT -> Opcode.IF_ICMPGT;
                    case GE -> Opcode.IF_ICMPGE;
                    default -> throw new IllegalArgumentException(i.op().name());
                };
            }
        }
        return switch (i.op()) {
            case EQ -> Opcode.IFEQ;
            case NE -> Opcode.IFNE;
            case LT -> Opcode.IFLT;
            case LE -> Opcode.IFLE;
            case GT -> Opcode.IFGT;
            case GE -> Opcode.IFGE;
            default -> throw new IllegalArgumentException(i.op().name());
        };
    }

    /** Pushes what the returned jump opcode then decides on. */
    Opcode condition(Instruction.CompareRef i) {
        registers.load(i.left());
        registers.load(i.right());
        a.invokeStatic(Values.class, switch (i.op()) {
            case EQ, NE -> "equal";
            case LT -> "less";
            case LE -> "lessEqual";
            case GT -> "greater";
            case GE -> "greaterEqual";
            default -> throw new IllegalArgumentException(i.op().name());
        }, boolean.class, Object.class, Object.class);
        return i.op() == BinaryOp.NE ? Opcode.IFEQ : Opcode.IFNE;
    }
}
