package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.DebugInfo;
import dev.ithaca.vm.code.FunctionCode;
import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Liveness;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.code.Terminator;
import dev.ithaca.vm.runtime.NostosException;
import java.lang.constant.MethodTypeDesc;
import java.util.BitSet;
import java.util.List;

/** What all variants of a function's compiled code share: the register code and what was found out about it. */
final class Plan {
    final FunctionCode code;
    final Liveness liveness;
    final ConstantRegisters constants;
    final Sites sites;
    final LineTable lines;
    final QuietLoops quietLoops;
    /** The block to which the function's tail calls of itself jump, if the entry leads straight to it; or -1. */
    final int entryLoop;
    private final BitSet named = new BitSet();

    /** Slots of the 255 a method has for its arguments; the rest is for the process and what is restored on resuming. */
    private static final int MOST_SLOTS = 250;

    Plan(FunctionCode code) {
        this.code = code;
        int slots = code.params().stream().mapToInt(r -> Descs.of(r.kind()).equals(Descs.OBJECT) ? 1 : 2).sum();
        if (slots > MOST_SLOTS) {
            throw NostosException.panic("Function '" + code.name() + "' takes too many parameters and captured variables ("
                    + code.params().size() + "). Consider passing a list or a record.");
        }
        for (DebugInfo.Variable v : code.debug().variables()) named.set(v.register().index());
        liveness = Liveness.of(code);
        constants = new ConstantRegisters(code);
        lines = new LineTable(code);
        entryLoop = entryLoop();
        sites = new Sites(code, liveness, constants, entryLoop);
        quietLoops = new QuietLoops(this);
    }

    Block block(int number) { return code.blocks().get(number); }

    List<Block> blocks() { return code.blocks(); }

    /** Descriptor of the main variant. */
    MethodTypeDesc type() { return Descs.function(Descs.kindsOf(code.params()), code.result()); }

    /** Whether users see the register as a variable. */
    boolean isNamed(Register r) { return named.get(r.index()); }

    /** The entry may be re-entered with new parameters if nothing else is alive there. */
    private int entryLoop() {
        int number = 0;
        for (int hops = 0; hops < blocks().size() && block(number).body().isEmpty()
                && block(number).end() instanceof Terminator.Jump(int target); hops++) number = target;
        Block header = block(number);
        if (header.handler() >= 0 || header.body().isEmpty() || !(header.body().getFirst() instanceof Instruction.Safepoint)) return -1;
        BitSet needed = (BitSet) liveness.liveIn(number).clone();
        for (Register r : code.params()) needed.clear(r.index());
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            if (!constants.contains(i)) return -1;
        }
        return number;
    }

    /**
     * Registers the JVM's verifier may find unassigned where they are read, although the program never gets there: those
     * of named variables, which every site in their scope saves, and what is live at the entry.
     */
    BitSet toInitialize() {
        BitSet all = (BitSet) liveness.liveIn(0).clone();
        all.or(named);
        return all;
    }
}
