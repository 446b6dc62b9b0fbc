package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.CatchFilter;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Unit;
import dev.ithaca.vm.types.Builtin;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Emits single instructions; results are left on the stack. Collections are the business of {@link CollectionEmitter}. */
final class InstructionEmitter {
    private final Linker linker;
    private final Assembler a;
    private final RegisterFile registers;
    private final ArithmeticEmitter arithmetic;
    private final CollectionEmitter collections;

    InstructionEmitter(Variant variant) {
        this.linker = variant.linker;
        this.a = variant.a;
        this.registers = variant.registers;
        arithmetic = new ArithmeticEmitter(a, registers);
        collections = new CollectionEmitter(variant);
    }

    /** Kind of what {@link #emit} leaves on the stack. */
    static Kind resultKind(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Const i -> i.dst().kind();
            case Instruction.Move i -> i.src().kind();
            case Instruction.Call i -> Kind.of(i.function().resultType());
            case Instruction.CallClosure i -> i.shape().result();
            case Instruction.CallBuiltin i -> kind(i.builtin().target().getReturnType());
            case Instruction.Arithmetic i -> i.type().kind();
            case Instruction.Negate i -> i.type().kind();
            case Instruction.Unbox i -> i.type().kind();
            case Instruction.IntToFloat _ -> Kind.DOUBLE;
            case Instruction.Deadline _ -> Kind.LONG;
            case Instruction.GetField i -> Kind.of(i.constructor().fields().get(i.field()).type());
            case Instruction.Compare _, Instruction.CompareRef _, Instruction.Not _, Instruction.IsBox _, Instruction.IsStruct _,
                 Instruction.IsTuple _, Instruction.IsList _, Instruction.ListIsEmpty _, Instruction.IsMap _,
                 Instruction.SetContains _, Instruction.IsSet _, Instruction.IsString _, Instruction.IsNull _,
                 Instruction.MailboxWait _ -> Kind.INT;
            default -> Kind.REF;
        };
    }

    private static Kind kind(Class<?> type) {
        if (type == long.class) return Kind.LONG;
        if (type == double.class) return Kind.DOUBLE;
        return type == int.class || type == boolean.class ? Kind.INT : Kind.REF;
    }

    static Opcode negate(Opcode jump) {
        return switch (jump) {
            case IFEQ -> Opcode.IFNE;
            case IFNE -> Opcode.IFEQ;
            case IFLT -> Opcode.IFGE;
            case IFLE -> Opcode.IFGT;
            case IFGT -> Opcode.IFLE;
            case IFGE -> Opcode.IFLT;
            case IF_ICMPEQ -> Opcode.IF_ICMPNE;
            case IF_ICMPNE -> Opcode.IF_ICMPEQ;
            case IF_ICMPLT -> Opcode.IF_ICMPGE;
            case IF_ICMPLE -> Opcode.IF_ICMPGT;
            case IF_ICMPGT -> Opcode.IF_ICMPLE;
            case IF_ICMPGE -> Opcode.IF_ICMPLT;
            default -> throw new IllegalArgumentException(jump.name());
        };
    }

    /** Emits an instruction whose INT result decides a branch. @return the jump that is taken if it is true */
    Opcode condition(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Compare i -> arithmetic.condition(i);
            case Instruction.CompareRef i -> arithmetic.condition(i);
            case Instruction.Not i -> {
                registers.load(i.src());
                yield Opcode.IFEQ;
            }
            default -> {
                emit(instruction);
                yield Opcode.IFNE;
            }
        };
    }

    /** @return whether there is a result on the stack */
    boolean emit(Instruction instruction) {
        switch (instruction) {
            case Instruction.Const i -> ConstantRegisters.load(a, linker, i.dst(), i.value());
            case Instruction.Move i -> registers.load(i.src());
            case Instruction.Arithmetic i -> arithmetic.emit(i);
            case Instruction.ArithmeticRef i -> arithmetic.emit(i);
            case Instruction.Negate i -> arithmetic.emit(i);
            case Instruction.NegateRef i -> arithmetic.emit(i);
            case Instruction.Compare i -> a.materialize(arithmetic.condition(i));
            case Instruction.CompareRef i -> {
                if (arithmetic.condition(i) == Opcode.IFEQ) invert();
            }
            case Instruction.Not i -> {
                registers.load(i.src());
                invert();
            }
            case Instruction.IntToFloat i -> {
                registers.load(i.src());
                a.code.l2d();
            }
            case Instruction.Box i -> {
                registers.load(i.src());
                Boxing.box(a, i.type());
            }
            case Instruction.Unbox i -> {
                registers.load(i.src());
                Boxing.unbox(a, i.type());
            }
            case Instruction.IsBox i -> {
                registers.load(i.src());
                Boxing.isBox(a, i.type());
            }
            case Instruction.Call i -> call(i);
            case Instruction.CallClosure i -> call(i);
            case Instruction.CallBuiltin i -> {
                return call(i);
            }
            case Instruction.FunctionRef i -> a.linkerConstant(linker.functionConstant(i.function()), Descs.of(Closure.class));
            case Instruction.MakeClosure i -> makeClosure(i);
            case Instruction.NewCell i -> {
                a.code.new_(Descs.of(Cell.class)).dup();
                registers.load(i.initial());
                a.construct(Cell.class, Object.class);
            }
            case Instruction.GetCell i -> {
                registers.load(i.cell());
                a.cast(Cell.class);
                a.code.getfield(Descs.of(Cell.class), "value", Descs.OBJECT);
            }
            case Instruction.NewStruct i -> newStruct(i);
            case Instruction.GetField i -> {
                ClassDesc type = linker.structs().name(i.constructor());
                registers.load(i.struct());
                a.code.checkcast(type);
                a.code.getfield(type, StructClasses.field(i.field()), StructClasses.fieldType(i.constructor(), i.field()));
            }
            case Instruction.IsStruct i -> {
                registers.load(i.src());
                a.code.instanceOf(linker.structs().name(i.constructor()));
            }
            case Instruction.ExceptionValue i -> {
                registers.load(i.exception());
                a.cast(NostosException.class);
                a.invokeVirtual(NostosException.class, "caughtValue", Object.class);
            }
            case Instruction.MailboxStart _ -> onProcess("mailboxStart", Object.class);
            case Instruction.MailboxNext i -> onProcess("mailboxNext", Object.class, i.cursor());
            case Instruction.MailboxWait i -> onProcess("mailboxWait", int.class, i.cursor(), i.deadline());
            case Instruction.Deadline i -> onProcess("deadline", long.class, i.millis());
            case Instruction.Spawn i -> onProcess(switch (i.kind()) {
                case SPAWN -> "spawn";
                case SPAWN_LINK -> "spawnLink";
                case SPAWN_MONITOR -> "spawnMonitor";
            }, Object.class, i.thunk());
            case Instruction.MvarGet i -> {
                a.process();
                a.code.loadConstant(linker.mvar(i.mvar()));
                a.invokeOnProcess("mvarGet", Object.class, int.class);
            }
            case Instruction.PatchCapture _, Instruction.SetCell _, Instruction.SetField _, Instruction.Safepoint _,
                 Instruction.MailboxTake _, Instruction.Send _, Instruction.MvarSet _, Instruction.MvarLock _,
                 Instruction.MvarUnlock _, Instruction.EnterTry _, Instruction.LeaveTry _ -> {
                effect(instruction);
                return false;
            }
            default -> collections.emit(instruction);
        }
        return true;
    }

    private void invert() { a.code.iconst_1().ixor(); }

    private void effect(Instruction instruction) {
        switch (instruction) {
            case Instruction.PatchCapture i -> {
                ClassDesc type = linker.lambda(i.code()).classDesc();
                registers.load(i.closure());
                a.code.checkcast(type);
                registers.load(i.value());
                a.code.putfield(type, ClosureClasses.field(i.capture()), Descs.of(i.code().params().get(i.capture()).kind()));
            }
            case Instruction.SetCell i -> {
                registers.load(i.cell());
                a.cast(Cell.class);
                registers.load(i.value());
                a.code.putfield(Descs.of(Cell.class), "value", Descs.OBJECT);
            }
            case Instruction.SetField i -> setField(i);
            case Instruction.MailboxTake i -> onProcess("mailboxTake", void.class, i.cursor());
            case Instruction.Send i -> onProcess("send", void.class, i.target(), i.message());
            case Instruction.MvarSet i -> {
                a.process();
                a.code.loadConstant(linker.mvar(i.mvar()));
                registers.load(i.value());
                a.invokeOnProcess("mvarSet", void.class, int.class, Object.class);
            }
            case Instruction.MvarLock i -> onMvar("mvarLock", linker.mvar(i.mvar()));
            case Instruction.MvarUnlock i -> onMvar("mvarUnlock", linker.mvar(i.mvar()));
            case Instruction.EnterTry i -> {
                a.process();
                a.linkerConstant(linker.constant(new CompiledCatch(i.arms())), Descs.of(CompiledCatch.class));
                a.invokeOnProcess("enterTry", void.class, CatchFilter.class);
            }
            case Instruction.LeaveTry _ -> onProcess("leaveTry", void.class);
            default -> throw new IllegalArgumentException(instruction.toString());
        }
    }

    private void onMvar(String method, int mvar) {
        a.process();
        a.code.loadConstant(mvar);
        a.invokeOnProcess(method, void.class, int.class);
    }

    private void onProcess(String method, Class<?> result, Register... args) {
        a.process();
        Class<?>[] types = new Class<?>[args.length];
        for (int i = 0; i < args.length; i++) {
            registers.load(args[i]);
            types[i] = switch (args[i].kind()) {
                case LONG -> long.class;
                case DOUBLE -> double.class;
                case INT -> int.class;
                case REF -> Object.class;
            };
        }
        a.invokeOnProcess(method, result, types);
    }

    private void setField(Instruction.SetField i) {
        ClassDesc type = linker.structs().name(i.constructor());
        registers.load(i.struct());
        a.code.checkcast(type);
        if (!StructClasses.isMutable(i.constructor())) {
            a.code.pop();
            a.code.loadConstant(i.field());
            a.invokeStatic(CompiledStruct.class, "immutable", NostosException.class, int.class);
            a.code.athrow();
            return;
        }
        registers.load(i.value());
        a.code.putfield(type, StructClasses.field(i.field()), StructClasses.fieldType(i.constructor(), i.field()));
    }

    private void newStruct(Instruction.NewStruct i) {
        ClassDesc type = linker.structs().name(i.constructor());
        if (StructClasses.hasOneInstance(i.constructor())) {
            a.code.getstatic(type, StructClasses.INSTANCE, type);
            return;
        }
        a.code.new_(type).dup();
        for (Register field : i.fields()) registers.load(field);
        a.code.invokespecial(type, ConstantDescs.INIT_NAME, StructClasses.constructor(i.constructor()));
    }

    private void makeClosure(Instruction.MakeClosure i) {
        ClassDesc type = linker.lambda(i.code()).classDesc();
        a.code.new_(type).dup();
        for (Register capture : i.captures()) registers.load(capture);
        a.code.invokespecial(type, ConstantDescs.INIT_NAME, ClosureClasses.constructor(i.code()));
    }

    private void call(Instruction.Call i) {
        a.process();
        for (Register arg : i.args()) registers.load(arg);
        a.code.invokedynamic(DynamicCallSiteDesc.of(Bootstraps.CALL, "call", Descs.function(i.function()),
                linker.functionConstant(i.function())));
    }

    private void call(Instruction.CallClosure i) {
        registers.load(i.closure());
        a.cast(Closure.class);
        a.process();
        if (ClosureEntry.takesArray(i.shape())) collections.array(i.args());
        else for (Register arg : i.args()) registers.load(arg);
        ClosureEntry.invoke(a, i.shape());
    }

    private boolean call(Instruction.CallBuiltin i) {
        Builtin builtin = i.builtin();
        Method target = builtin.target();
        Class<?>[] params = target.getParameterTypes();
        int first = params.length > i.args().size() ? 1 : 0;
        if (first == 1) a.process();
        for (int k = 0; k < i.args().size(); k++) {
            registers.load(i.args().get(k));
            Class<?> type = params[first + k];
            if (!type.isPrimitive()) a.cast(type);
        }
        a.code.invokestatic(Descs.of(target.getDeclaringClass()), target.getName(), Assembler.type(target.getReturnType(), params),
                target.getDeclaringClass().isInterface());
        if (target.getReturnType() != void.class) return true;
        if (i.dst() == null) return false;
        a.code.getstatic(Descs.of(Unit.class), "UNIT", Descs.of(Unit.class));
        return true;
    }
}
