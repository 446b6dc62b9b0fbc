package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers expressions that compute a value without control flow of their own. */
final class Values {
    /** Entries of a map or set literal, and parts of a string, that one instruction takes. */
    private static final int PIECE = 200;

    private final FunctionLowering f;
    private final CodeBuilder code;

    Values(FunctionLowering f) {
        this.f = f;
        code = f.code;
    }

    /** Computes the value; dst is of the kind of the expression's type, and what is returned is dst or another such register. */
    Register value(Core e, Register dst) {
        switch (e) {
            case Core.Const c -> constant(c, dst);
            case Core.Arithmetic a -> {
                return arithmetic(a, dst);
            }
            case Core.Negate n -> {
                return negate(n, dst);
            }
            case Core.Compare c -> {
                return compare(c, dst);
            }
            case Core.Concat c -> concat(c.parts(), dst, c.span());
            case Core.FunctionValue v -> code.emit(new Instruction.FunctionRef(dst, v.function()));
            case Core.Construct c -> {
                List<Type> places = c.constructor().fields().stream().map(ConstructorSymbol.Field::type).toList();
                code.emit(new Instruction.NewStruct(c.constructor(), dst, f.operands(c.args(), places)), c.span());
            }
            case Core.FieldGet g -> {
                return fieldGet(g, dst);
            }
            case Core.FieldSet s -> {
                Type field = s.constructor().fields().get(s.index()).type();
                List<Register> operands = f.operands(List.of(s.target(), s.value()), List.of(BuiltinTypes.DYNAMIC, field));
                code.emit(new Instruction.SetField(s.constructor(), s.index(), operands.get(0), operands.get(1)), s.span());
                return f.conversions.unit();
            }
            case Core.MakeTuple t -> code.emit(new Instruction.MakeTuple(dst, f.boxedOperands(t.elements())), t.span());
            case Core.TupleGet g -> {
                Register tuple = f.valueAs(g.value(), BuiltinTypes.DYNAMIC);
                Register element = code.register(Kind.REF);
                code.emit(new Instruction.TupleGet(element, tuple, g.index()), g.span());
                return f.conversions.convert(element, BuiltinTypes.DYNAMIC, g.type(), g.span());
            }
            case Core.MakeList l -> list(l, dst);
            case Core.MakeMap m -> map(m, dst);
            case Core.MakeSet s -> set(s, dst);
            case Core.Spawn s -> {
                Register thunk = f.valueAs(s.thunk(), BuiltinTypes.DYNAMIC);
                code.emit(new Instruction.Spawn(s.kind(), dst, thunk), s.span());
            }
            case Core.Send s -> {
                List<Register> operands = f.boxedOperands(List.of(s.target(), s.message()));
                code.emit(new Instruction.Send(operands.get(0), operands.get(1)), s.span());
                return f.conversions.unit();
            }
            case Core.MvarGet g -> {
                Register boxed = code.register(Kind.REF);
                code.emit(new Instruction.MvarGet(g.mvar(), boxed), g.span());
                return f.conversions.convert(boxed, BuiltinTypes.DYNAMIC, g.type(), g.span());
            }
            case Core.MvarSet s -> {
                Register typed = f.valueAs(s.value(), s.mvar().type());
                Register boxed = f.conversions.convert(typed, s.mvar().type(), BuiltinTypes.DYNAMIC, s.span());
                code.emit(new Instruction.MvarSet(s.mvar(), boxed), s.span());
                return f.conversions.unit();
            }
            default -> throw new IllegalArgumentException("not a plain value: " + e.getClass().getSimpleName());
        }
        return dst;
    }

    private void constant(Core.Const c, Register dst) {
        Optional<BoxType> box = BoxType.of(c.type());
        Optional<BoxType> natural = Representation.natural(c.value());
        if (box.isPresent() || natural.isEmpty()) {
            code.emit(new Instruction.Const(dst, c.value()));
            return;
        }
        Register primitive = code.register(natural.get().kind());
        code.emit(new Instruction.Const(primitive, c.value()));
        code.emit(new Instruction.Box(natural.get(), dst, primitive));
    }

    private Register arithmetic(Core.Arithmetic a, Register dst) {
        Type type = a.operandType();
        List<Register> operands = f.operands(List.of(a.left(), a.right()), List.of(type, type));
        Register result = Representation.same(type, a.type()) ? dst : code.register(Kind.of(type));
        Instruction instruction = BoxType.of(type).<Instruction>map(
                        box -> new Instruction.Arithmetic(a.op(), box, result, operands.get(0), operands.get(1)))
                .orElseGet(() -> new Instruction.ArithmeticRef(a.op(), result, operands.get(0), operands.get(1)));
        code.emit(instruction, a.span());
        return f.conversions.convert(result, type, a.type(), a.span());
    }

    private Register negate(Core.Negate n, Register dst) {
        Type type = n.operandType();
        Register operand = f.valueAs(n.value(), type);
        Register result = Representation.same(type, n.type()) ? dst : code.register(Kind.of(type));
        Instruction instruction = BoxType.of(type).<Instruction>map(box -> new Instruction.Negate(box, result, operand))
                .orElseGet(() -> new Instruction.NegateRef(result, operand));
        code.emit(instruction, n.span());
        return f.conversions.convert(result, type, n.type(), n.span());
    }

    private Register compare(Core.Compare c, Register dst) {
        Type type = c.operandType();
        List<Register> operands = f.operands(List.of(c.left(), c.right()), List.of(type, type));
        Register result = Kind.of(c.type()) == Kind.INT ? dst : code.register(Kind.INT);
        Instruction instruction = BoxType.of(type).<Instruction>map(
                        box -> new Instruction.Compare(c.op(), box, result, operands.get(0), operands.get(1)))
                .orElseGet(() -> new Instruction.CompareRef(c.op(), result, operands.get(0), operands.get(1)));
        code.emit(instruction, c.span());
        return f.conversions.convert(result, BuiltinTypes.BOOL, c.type(), c.span());
    }

    private Register fieldGet(Core.FieldGet g, Register dst) {
        Type field = g.constructor().fields().get(g.index()).type();
        Register struct = f.valueAs(g.value(), BuiltinTypes.DYNAMIC);
        Register result = Representation.same(field, g.type()) ? dst : code.register(Kind.of(field));
        code.emit(new Instruction.GetField(g.constructor(), g.index(), result, struct), g.span());
        return f.conversions.convert(result, field, g.type(), g.span());
    }

    private void list(Core.MakeList l, Register dst) {
        List<Core> all = new ArrayList<>(l.elements());
        if (l.tail() != null) all.add(l.tail());
        // Integers are put in front of a list, or into one of nothing else, without a box.
        boolean integers = l.tail() != null || l.elements().stream().allMatch(Values::isInteger);
        List<Register> operands = f.operands(all, all.stream()
                .map(e -> integers && isInteger(e) ? BuiltinTypes.INT : BuiltinTypes.DYNAMIC).toList());
        Register tail = l.tail() == null ? null : operands.getLast();
        code.emit(new Instruction.MakeList(dst, operands.subList(0, l.elements().size()), tail), l.span());
    }

    private static boolean isInteger(Core e) { return e.type().equals(BuiltinTypes.INT); }

    /** Long literals are made piece by piece, so that few values are alive at a time. */
    private void map(Core.MakeMap m, Register dst) {
        int size = m.keys().size();
        Register made = null;
        for (int from = 0; from < size || from == 0; from += PIECE) {
            int to = Math.min(from + PIECE, size);
            List<Core> pairs = new ArrayList<>();
            for (int i = from; i < to; i++) {
                pairs.add(m.keys().get(i));
                pairs.add(m.values().get(i));
            }
            List<Register> operands = f.boxedOperands(pairs);
            List<Register> keys = new ArrayList<>();
            List<Register> values = new ArrayList<>();
            for (int i = 0; i < operands.size(); i += 2) {
                keys.add(operands.get(i));
                values.add(operands.get(i + 1));
            }
            Register piece = to == size ? dst : code.register(Kind.REF);
            code.emit(new Instruction.MakeMap(piece, made, keys, values), m.span());
            made = piece;
        }
    }

    /** Many parts are joined in as many pieces as one instruction takes, so that no character is copied often. */
    private void concat(List<Core> parts, Register dst, Span span) {
        if (parts.size() <= PIECE) {
            code.emit(new Instruction.Concat(dst, f.operands(parts, parts.stream().map(_ -> BuiltinTypes.STRING).toList())), span);
            return;
        }
        int share = Math.ceilDiv(parts.size(), PIECE);
        List<Register> pieces = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += share) {
            Register piece = code.register(Kind.REF);
            concat(parts.subList(from, Math.min(from + share, parts.size())), piece, span);
            pieces.add(piece);
        }
        code.emit(new Instruction.Concat(dst, pieces), span);
    }

    private void set(Core.MakeSet s, Register dst) {
        int size = s.elements().size();
        Register made = null;
        for (int from = 0; from < size || from == 0; from += PIECE) {
            int to = Math.min(from + PIECE, size);
            Register piece = to == size ? dst : code.register(Kind.REF);
            code.emit(new Instruction.MakeSet(piece, made, f.boxedOperands(s.elements().subList(from, to))), s.span());
            made = piece;
        }
    }
}
