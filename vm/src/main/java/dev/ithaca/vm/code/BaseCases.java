package dev.ithaca.vm.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a function begins: tests on its parameters that lead, without a call or anything else that can be noticed, either to a
 * result or to the rest of the function.
 */
sealed interface BaseCases {
    /** @param before what the condition is computed with */
    record Test(List<Instruction> before, Register condition, BaseCases ifTrue, BaseCases ifFalse) implements BaseCases {}

    record Result(List<Instruction> before, Register value) implements BaseCases {}

    /** Whatever takes more than that. */
    record Rest() implements BaseCases {}

    Rest REST = new Rest();

    /** Longest beginning that is looked at, in instructions. */
    int MAX_SIZE = 12;

    /** The base cases of a function; {@link Rest} if it has none or they are too large to be repeated elsewhere. */
    static BaseCases of(FunctionCode code) {
        int entry = 0;
        for (int hops = 0; hops < code.blocks().size() && code.blocks().get(entry).body().isEmpty()
                && code.blocks().get(entry).end() instanceof Terminator.Jump(int target); hops++) entry = target;
        return new Search(code).from(entry);
    }

    /**
     * What is left to be tested where the function calls itself and hands over some of its parameters as they are: tests of
     * those alone have been made already, and did not lead to a result.
     *
     * @param unchanged indices of their registers
     */
    default BaseCases withUnchanged(BitSet unchanged) {
        if (!(this instanceof Test test)) return this;
        BitSet known = (BitSet) unchanged.clone();
        for (Instruction i : test.before) {
            if (Operands.uses(i).stream().allMatch(r -> known.get(r.index()))) known.set(Operands.result(i).index());
        }
        if (known.get(test.condition.index())) return REST;
        BaseCases ifTrue = test.ifTrue.withUnchanged(known);
        BaseCases ifFalse = test.ifFalse.withUnchanged(known);
        return ifTrue == REST && ifFalse == REST ? REST : new Test(test.before, test.condition, ifTrue, ifFalse);
    }

    /** Walks through the blocks from the entry. */
    final class Search {
        private final FunctionCode code;
        private final BitSet params = new BitSet();
        private int size;

        private Search(FunctionCode code) {
            this.code = code;
            for (Register r : code.params()) params.set(r.index());
        }

        private BaseCases from(int number) {
            List<Instruction> before = new ArrayList<>();
            while (++size <= MAX_SIZE) {
                Block block = code.blocks().get(number);
                if (block.handler() >= 0) return REST;
                for (Instruction i : block.body()) {
                    if (i instanceof Instruction.Safepoint) continue;
                    if (!isRepeatable(i) || ++size > MAX_SIZE) return REST;
                    before.add(i);
                }
                switch (block.end()) {
                    case Terminator.Jump(int target) -> number = target;
                    case Terminator.Return(Register value) -> {
                        return new Result(before, value);
                    }
                    case Terminator.Branch(Register condition, int yes, int no) -> {
                        BaseCases ifTrue = from(yes);
                        BaseCases ifFalse = from(no);
                        return ifTrue == REST && ifFalse == REST ? REST : new Test(before, condition, ifTrue, ifFalse);
                    }
                    default -> {
                        return REST;
                    }
                }
            }
            return REST;
        }

        /** Whether the instruction only computes, quickly, and cannot raise. */
        private boolean isRepeatable(Instruction instruction) {
            Register result = Operands.result(instruction);
            return result != null && !params.get(result.index()) && switch (instruction) {
                case Instruction.Const _, Instruction.Move _, Instruction.Negate _, Instruction.Compare _, Instruction.Not _,
                     Instruction.IntToFloat _, Instruction.IsStruct _, Instruction.GetField _, Instruction.ListIsEmpty _ -> true;
                case Instruction.Arithmetic i -> switch (i.op()) {
                    case ADD, SUB, MUL -> true;
                    default -> false;
                };
                default -> false;
            };
        }
    }

    /** An instruction of a beginning with other registers. */
    static Instruction renamed(Instruction instruction, UnaryOperator<Register> names) {
        return switch (instruction) {
            case Instruction.Const i -> new Instruction.Const(names.apply(i.dst()), i.value());
            case Instruction.Move i -> new Instruction.Move(names.apply(i.dst()), names.apply(i.src()));
            case Instruction.Negate i -> new Instruction.Negate(i.type(), names.apply(i.dst()), names.apply(i.src()));
            case Instruction.Compare i ->
                new Instruction.Compare(i.op(), i.type(), names.apply(i.dst()), names.apply(i.left()), names.apply(i.right()));
            case Instruction.Arithmetic i ->
                new Instruction.Arithmetic(i.op(), i.type(), names.apply(i.dst()), names.apply(i.left()), names.apply(i.right()));
            case Instruction.Not i -> new Instruction.Not(names.apply(i.dst()), names.apply(i.src()));
            case Instruction.IntToFloat i -> new Instruction.IntToFloat(names.apply(i.dst()), names.apply(i.src()));
            case Instruction.IsStruct i -> new Instruction.IsStruct(i.constructor(), names.apply(i.dst()), names.apply(i.src()));
            case Instruction.GetField i ->
                new Instruction.GetField(i.constructor(), i.field(), names.apply(i.dst()), names.apply(i.struct()));
            case Instruction.ListIsEmpty i -> new Instruction.ListIsEmpty(names.apply(i.dst()), names.apply(i.list()));
            default -> throw new IllegalArgumentException(instruction.toString());
        };
    }
}
