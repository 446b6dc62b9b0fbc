package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Code that gets a value from one representation into another: boxes, unboxes, widens, or drops it for unit. */
final class Conversions {
    private final CodeBuilder code;
    /** Primitive registers that were unboxed from a reference, which serves again when a box is wanted. */
    private final Map<Register, Register> boxes = new HashMap<>();

    Conversions(CodeBuilder code) { this.code = code; }

    /** A register with the value as the second type is represented; the same one where nothing has to be done. */
    Register convert(Register r, Type from, Type to, Span span) {
        Optional<BoxType> source = BoxType.of(from);
        Optional<BoxType> goal = BoxType.of(to);
        if (Representation.becomesUnit(from, to)) return unit();
        if (source.equals(goal)) return r;
        if (goal.isEmpty() && boxes.containsKey(r)) return boxes.get(r);
        Register result = code.register(Kind.of(to));
        into(result, r, from, to, span);
        if (source.isEmpty() && !code.isMutable(r)) boxes.put(result, r);
        return result;
    }

    /** The same into a given register. */
    void into(Register into, Register r, Type from, Type to, Span span) {
        Optional<BoxType> source = BoxType.of(from);
        Optional<BoxType> goal = BoxType.of(to);
        if (Representation.becomesUnit(from, to)) {
            code.emit(new Instruction.Const(into, null));
        } else if (source.equals(goal)) {
            if (!into.equals(r)) code.emit(new Instruction.Move(into, r));
        } else if (source.isEmpty()) {
            code.emit(new Instruction.Unbox(goal.orElseThrow(), into, r), span);
        } else if (goal.isEmpty()) {
            Register boxed = boxes.get(r);
            code.emit(boxed != null ? new Instruction.Move(into, boxed) : new Instruction.Box(source.orElseThrow(), into, r));
        } else if (source.get() == BoxType.INT && goal.get() == BoxType.FLOAT) {
            code.emit(new Instruction.IntToFloat(into, r));
        } else {
            // Reached only by code the checker could not make sense of: ends in a TypeError.
            Register boxed = code.register(Kind.REF);
            code.emit(new Instruction.Box(source.get(), boxed, r));
            code.emit(new Instruction.Unbox(goal.get(), into, boxed), span);
        }
    }

    /** A fresh register with the same value. */
    Register copy(Register r) {
        Register copy = code.register(r.kind());
        code.emit(new Instruction.Move(copy, r));
        return copy;
    }

    /** A fresh register with unit. */
    Register unit() {
        Register r = code.register(Kind.REF);
        code.emit(new Instruction.Const(r, null));
        return r;
    }
}
