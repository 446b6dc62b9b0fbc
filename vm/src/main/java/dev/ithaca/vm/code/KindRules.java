package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Builtin;
import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which kinds of registers each instruction takes. */
final class KindRules {
    private KindRules() {}

    /** What is wrong with an instruction's registers, if anything. */
    static Optional<String> problem(Instruction instruction) {
        List<Register> used = Operands.uses(instruction);
        Register dst = Operands.result(instruction);
        return switch (instruction) {
            case Instruction.Const i -> expect(dst, constant(i.value()));
            case Instruction.Move i -> expect(dst, i.src().kind());
            case Instruction.Arithmetic i -> all(used, i.type().kind()).or(() -> expect(dst, i.type().kind()));
            case Instruction.Negate i -> all(used, i.type().kind()).or(() -> expect(dst, i.type().kind()));
            case Instruction.Compare i -> all(used, i.type().kind()).or(() -> expect(dst, Kind.INT));
            case Instruction.Not _ -> all(used, Kind.INT).or(() -> expect(dst, Kind.INT));
            case Instruction.IntToFloat _ -> all(used, Kind.LONG).or(() -> expect(dst, Kind.DOUBLE));
            case Instruction.Box i -> all(used, i.type().kind()).or(() -> expect(dst, Kind.REF));
            case Instruction.Unbox i -> all(used, Kind.REF).or(() -> expect(dst, i.type().kind()));
            case Instruction.Call i -> each(used, kinds(i.function().paramTypes()))
                    .or(() -> expect(dst, Kind.of(i.function().resultType())));
            case Instruction.CallClosure i -> expect(i.closure(), Kind.REF).or(() -> each(i.args(), i.shape().params()))
                    .or(() -> expect(dst, i.shape().result()));
            case Instruction.CallBuiltin i -> builtin(i.builtin(), used, dst);
            case Instruction.MakeClosure _ -> expect(dst, Kind.REF);
            case Instruction.PatchCapture i -> expect(i.closure(), Kind.REF)
                    .or(() -> expect(i.value(), i.code().params().get(i.capture()).kind()));
            case Instruction.NewStruct i -> each(used, fields(i.constructor())).or(() -> expect(dst, Kind.REF));
            case Instruction.GetField i -> all(used, Kind.REF).or(() -> expect(dst, fields(i.constructor()).get(i.field())));
            case Instruction.SetField i -> expect(i.struct(), Kind.REF)
                    .or(() -> expect(i.value(), fields(i.constructor()).get(i.field())));
            case Instruction.CompareRef _, Instruction.IsBox _, Instruction.IsStruct _, Instruction.IsTuple _,
                 Instruction.IsList _, Instruction.ListIsEmpty _, Instruction.IsMap _, Instruction.SetContains _,
                 Instruction.IsSet _, Instruction.IsString _, Instruction.IsNull _ ->
                    all(used, Kind.REF).or(() -> expect(dst, Kind.INT));
            case Instruction.MakeList i -> i.elements().stream().filter(r -> r.kind() != Kind.LONG).findFirst()
                    .flatMap(r -> expect(r, Kind.REF)).or(() -> expect(i.tail(), Kind.REF)).or(() -> expect(dst, Kind.REF));
            case Instruction.ListHead _ -> all(used, Kind.REF).or(() -> expect(dst, dst.kind() == Kind.LONG ? Kind.LONG : Kind.REF));
            case Instruction.MailboxWait i -> expect(i.cursor(), Kind.REF).or(() -> expect(i.deadline(), Kind.LONG))
                    .or(() -> expect(dst, Kind.INT));
            case Instruction.Deadline _ -> all(used, Kind.LONG).or(() -> expect(dst, Kind.LONG));
            case Instruction.ArithmeticRef _, Instruction.NegateRef _, Instruction.FunctionRef _,
                 Instruction.NewCell _, Instruction.GetCell _, Instruction.SetCell _, Instruction.MakeTuple _,
                 Instruction.TupleGet _, Instruction.ListTail _,
                 Instruction.MakeMap _, Instruction.MakeSet _, Instruction.MapLookup _, Instruction.StringRest _,
                 Instruction.Concat _, Instruction.Safepoint _, Instruction.MailboxStart _, Instruction.MailboxNext _,
                 Instruction.MailboxTake _, Instruction.Send _, Instruction.Spawn _, Instruction.MvarGet _,
                 Instruction.MvarSet _, Instruction.MvarLock _, Instruction.MvarUnlock _, Instruction.ExceptionValue _,
                 Instruction.EnterTry _, Instruction.LeaveTry _ ->
                    all(used, Kind.REF).or(() -> expect(dst, Kind.REF));
        };
    }

    /** Whether the instruction calls, suspends, or raises in the normal course of a program. */
    static boolean needsSpan(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Arithmetic _, Instruction.ArithmeticRef _, Instruction.NegateRef _, Instruction.CompareRef _,
                 Instruction.Unbox _, Instruction.Call _, Instruction.CallClosure _, Instruction.CallBuiltin _,
                 Instruction.SetField _, Instruction.ListHead _, Instruction.MapLookup _, Instruction.SetContains _, Instruction.Safepoint _,
                 Instruction.MailboxStart _, Instruction.MailboxNext _, Instruction.MailboxTake _, Instruction.MailboxWait _,
                 Instruction.Deadline _, Instruction.Send _, Instruction.Spawn _, Instruction.MvarGet _,
                 Instruction.MvarSet _, Instruction.MvarLock _, Instruction.MvarUnlock _,
                 Instruction.EnterTry _, Instruction.LeaveTry _ -> true;
            default -> false;
        };
    }

    private static Optional<String> builtin(Builtin builtin, List<Register> used, Register dst) {
        Class<?>[] declared = builtin.target().getParameterTypes();
        int leading = declared.length - used.size();
        if (leading < 0 || leading > 1) return Optional.of("wrong number of arguments for " + builtin.name());
        List<Kind> kinds = new ArrayList<>();
        for (int i = leading; i < declared.length; i++) kinds.add(kind(declared[i]));
        Class<?> result = builtin.target().getReturnType();
        if (result == void.class && dst != null) return Optional.of("result of a void method");
        return each(used, kinds).or(() -> expect(dst, kind(result)));
    }

    private static Kind kind(Class<?> java) {
        if (java == long.class) return Kind.LONG;
        if (java == double.class) return Kind.DOUBLE;
        return java == boolean.class || java == int.class ? Kind.INT : Kind.REF;
    }

    private static Kind constant(Object value) {
        return switch (value) {
            case Long _ -> Kind.LONG;
            case Double _ -> Kind.DOUBLE;
            case Boolean _, Integer _ -> Kind.INT;
            case String _, BigInteger _, BigDecimal _ -> Kind.REF;
            case null -> Kind.REF;
            default -> throw new IllegalArgumentException("constant of " + value.getClass());
        };
    }

    private static List<Kind> kinds(List<Type> types) { return types.stream().map(Kind::of).toList(); }

    private static List<Kind> fields(ConstructorSymbol constructor) {
        return constructor.fields().stream().map(field -> Kind.of(field.type())).toList();
    }

    private static Optional<String> all(List<Register> registers, Kind kind) {
        return registers.stream().filter(r -> r.kind() != kind).findFirst().map(r -> r + " should be " + kind);
    }

    private static Optional<String> each(List<Register> registers, List<Kind> kinds) {
        if (registers.size() != kinds.size()) return Optional.of(registers.size() + " operands for " + kinds.size());
        for (int i = 0; i < kinds.size(); i++) {
            Optional<String> problem = expect(registers.get(i), kinds.get(i));
            if (problem.isPresent()) return problem;
        }
        return Optional.empty();
    }

    private static Optional<String> expect(Register register, Kind kind) {
        return register == null || register.kind() == kind ? Optional.empty() : Optional.of(register + " should be " + kind);
    }
}
