package dev.ithaca.vm.code;

import java.util.ArrayList;
import java.util.List;

/** Which registers instructions and terminators read and write. */
public final class Operands {
    private Operands() {}

    /** The register an instruction writes, or null. */
    public static Register result(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Const i -> i.dst();
            case Instruction.Move i -> i.dst();
            case Instruction.Arithmetic i -> i.dst();
            case Instruction.ArithmeticRef i -> i.dst();
            case Instruction.Negate i -> i.dst();
            case Instruction.NegateRef i -> i.dst();
            case Instruction.Compare i -> i.dst();
            case Instruction.CompareRef i -> i.dst();
            case Instruction.Not i -> i.dst();
            case Instruction.IntToFloat i -> i.dst();
            case Instruction.Box i -> i.dst();
            case Instruction.Unbox i -> i.dst();
            case Instruction.IsBox i -> i.dst();
            case Instruction.Call i -> i.dst();
            case Instruction.CallClosure i -> i.dst();
            case Instruction.CallBuiltin i -> i.dst();
            case Instruction.FunctionRef i -> i.dst();
            case Instruction.MakeClosure i -> i.dst();
            case Instruction.NewCell i -> i.dst();
            case Instruction.GetCell i -> i.dst();
            case Instruction.NewStruct i -> i.dst();
            case Instruction.GetField i -> i.dst();
            case Instruction.IsStruct i -> i.dst();
            case Instruction.MakeTuple i -> i.dst();
            case Instruction.TupleGet i -> i.dst();
            case Instruction.IsTuple i -> i.dst();
            case Instruction.MakeList i -> i.dst();
            case Instruction.IsList i -> i.dst();
            case Instruction.ListIsEmpty i -> i.dst();
            case Instruction.ListHead i -> i.dst();
            case Instruction.ListTail i -> i.dst();
            case Instruction.MakeMap i -> i.dst();
            case Instruction.MakeSet i -> i.dst();
            case Instruction.MapLookup i -> i.dst();
            case Instruction.IsMap i -> i.dst();
            case Instruction.SetContains i -> i.dst();
            case Instruction.IsSet i -> i.dst();
            case Instruction.IsString i -> i.dst();
            case Instruction.StringRest i -> i.dst();
            case Instruction.IsNull i -> i.dst();
            case Instruction.Concat i -> i.dst();
            case Instruction.MailboxStart i -> i.dst();
            case Instruction.MailboxNext i -> i.dst();
            case Instruction.MailboxWait i -> i.dst();
            case Instruction.Deadline i -> i.dst();
            case Instruction.Spawn i -> i.dst();
            case Instruction.MvarGet i -> i.dst();
            case Instruction.ExceptionValue i -> i.dst();
            case Instruction.PatchCapture _, Instruction.SetCell _, Instruction.SetField _, Instruction.Safepoint _,
                 Instruction.MailboxTake _, Instruction.Send _, Instruction.MvarSet _, Instruction.MvarLock _,
                 Instruction.MvarUnlock _, Instruction.EnterTry _, Instruction.LeaveTry _ -> null;
        };
    }

    /** The registers an instruction reads. */
    public static List<Register> uses(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Const _, Instruction.FunctionRef _, Instruction.Safepoint _, Instruction.MailboxStart _,
                 Instruction.MvarGet _, Instruction.MvarLock _, Instruction.MvarUnlock _, Instruction.EnterTry _,
                 Instruction.LeaveTry _ -> List.of();
            case Instruction.Move i -> List.of(i.src());
            case Instruction.Arithmetic i -> List.of(i.left(), i.right());
            case Instruction.ArithmeticRef i -> List.of(i.left(), i.right());
            case Instruction.Negate i -> List.of(i.src());
            case Instruction.NegateRef i -> List.of(i.src());
            case Instruction.Compare i -> List.of(i.left(), i.right());
            case Instruction.CompareRef i -> List.of(i.left(), i.right());
            case Instruction.Not i -> List.of(i.src());
            case Instruction.IntToFloat i -> List.of(i.src());
            case Instruction.Box i -> List.of(i.src());
            case Instruction.Unbox i -> List.of(i.src());
            case Instruction.IsBox i -> List.of(i.src());
            case Instruction.Call i -> i.args();
            case Instruction.CallClosure i -> joined(i.closure(), i.args());
            case Instruction.CallBuiltin i -> i.args();
            case Instruction.MakeClosure i -> i.captures();
            case Instruction.PatchCapture i -> List.of(i.closure(), i.value());
            case Instruction.NewCell i -> List.of(i.initial());
            case Instruction.GetCell i -> List.of(i.cell());
            case Instruction.SetCell i -> List.of(i.cell(), i.value());
            case Instruction.NewStruct i -> i.fields();
            case Instruction.GetField i -> List.of(i.struct());
            case Instruction.SetField i -> List.of(i.struct(), i.value());
            case Instruction.IsStruct i -> List.of(i.src());
            case Instruction.MakeTuple i -> i.elements();
            case Instruction.TupleGet i -> List.of(i.tuple());
            case Instruction.IsTuple i -> List.of(i.src());
            case Instruction.MakeList i -> i.tail() == null ? i.elements() : joined(i.tail(), i.elements());
            case Instruction.IsList i -> List.of(i.src());
            case Instruction.ListIsEmpty i -> List.of(i.list());
            case Instruction.ListHead i -> List.of(i.list());
            case Instruction.ListTail i -> List.of(i.list());
            case Instruction.MakeMap i -> {
                List<Register> all = new ArrayList<>(i.keys());
                all.addAll(i.values());
                yield i.onto() == null ? all : joined(i.onto(), all);
            }
            case Instruction.MakeSet i -> i.onto() == null ? i.elements() : joined(i.onto(), i.elements());
            case Instruction.MapLookup i -> List.of(i.map(), i.key());
            case Instruction.IsMap i -> List.of(i.src());
            case Instruction.SetContains i -> List.of(i.set(), i.element());
            case Instruction.IsSet i -> List.of(i.src());
            case Instruction.IsString i -> List.of(i.src());
            case Instruction.StringRest i -> List.of(i.string());
            case Instruction.IsNull i -> List.of(i.src());
            case Instruction.Concat i -> i.parts();
            case Instruction.MailboxNext i -> List.of(i.cursor());
            case Instruction.MailboxTake i -> List.of(i.cursor());
            case Instruction.MailboxWait i -> List.of(i.cursor(), i.deadline());
            case Instruction.Deadline i -> List.of(i.millis());
            case Instruction.Send i -> List.of(i.target(), i.message());
            case Instruction.Spawn i -> List.of(i.thunk());
            case Instruction.MvarSet i -> List.of(i.value());
            case Instruction.ExceptionValue i -> List.of(i.exception());
        };
    }

    /** The registers a terminator reads. */
    public static List<Register> uses(Terminator terminator) {
        return switch (terminator) {
            case Terminator.Jump _, Terminator.Raise _ -> List.of();
            case Terminator.Branch t -> List.of(t.condition());
            case Terminator.Return t -> List.of(t.value());
            case Terminator.Throw t -> List.of(t.value());
            case Terminator.Rethrow t -> List.of(t.exception());
        };
    }

    /** The blocks a terminator can go to; handlers not included. */
    public static List<Integer> successors(Terminator terminator) {
        return switch (terminator) {
            case Terminator.Jump t -> List.of(t.target());
            case Terminator.Branch t -> List.of(t.ifTrue(), t.ifFalse());
            case Terminator.Return _, Terminator.Throw _, Terminator.Rethrow _, Terminator.Raise _ -> List.of();
        };
    }

    private static List<Register> joined(Register first, List<Register> rest) {
        List<Register> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
