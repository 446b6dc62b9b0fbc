package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.DebugInfo;
import dev.ithaca.vm.code.FunctionCode;
import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Liveness;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** All places where a function can be suspended, and what is saved there: what is needed later, and what users want to see. */
final class Sites {
    private final FunctionCode code;
    private final Liveness liveness;
    private final ConstantRegisters constants;
    private final List<Site> all = new ArrayList<>();
    private final Site[][] byPosition;
    private final Register[] byIndex;

    /** @param entryLoop block whose first instruction, a safepoint, stands for the entry; or -1 */
    Sites(FunctionCode code, Liveness liveness, ConstantRegisters constants, int entryLoop) {
        this.code = code;
        this.liveness = liveness;
        this.constants = constants;
        byPosition = new Site[code.blocks().size()][];
        int registers = 0;
        for (Register r : code.registers()) registers = Math.max(registers, r.index() + 1);
        byIndex = new Register[registers];
        for (Register r : code.registers()) byIndex[r.index()] = r;
        add(0, -1);
        for (Block block : code.blocks()) {
            byPosition[block.number()] = new Site[block.body().size()];
            for (int i = 0; i < block.body().size(); i++) {
                if (block.number() == entryLoop && i == 0) byPosition[entryLoop][0] = all.getFirst();
                else if (suspends(block.body().get(i))) byPosition[block.number()][i] = add(block.number(), i);
            }
        }
    }

    List<Site> all() { return all; }

    Site get(int number) { return all.get(number); }

    /** The site of an instruction, or null. */
    Site at(int block, int index) { return byPosition[block][index]; }

    Register register(int index) { return byIndex[index]; }

    private static boolean suspends(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Call c -> !c.tail();
            case Instruction.CallClosure c -> !c.tail();
            case Instruction.CallBuiltin c -> c.builtin().suspends();
            case Instruction.Safepoint _, Instruction.MailboxWait _, Instruction.MvarSet _, Instruction.MvarLock _ -> true;
            default -> false;
        };
    }

    private Site add(int block, int index) {
        Instruction instruction = index < 0 ? null : code.blocks().get(block).body().get(index);
        Span span = instruction == null ? null : code.debug().spans().get(instruction);
        LineTable.Place place = span == null ? new LineTable.Place(code.debug().span(), null)
                : new LineTable.Place(span, code.debug().origins().get(instruction));
        Site site = new Site(this, all.size(), block, index, place);
        all.add(site);
        return site;
    }

    Site.Layout layout(Site site) {
        BitSet saved = new BitSet();
        if (site.isEntry()) {
            for (Register r : code.params()) saved.set(r.index());
        } else {
            // Liveness fills its tables on demand.
            synchronized (liveness) {
                saved.or(liveness.liveAfter(site.block(), site.index()));
            }
            for (DebugInfo.Variable v : variables(site)) saved.set(v.register().index());
        }
        List<Register> primitives = new ArrayList<>();
        List<Register> references = new ArrayList<>();
        for (int i = saved.nextSetBit(0); i >= 0; i = saved.nextSetBit(i + 1)) {
            Register r = byIndex[i];
            if (!constants.contains(r)) (r.kind() == Kind.REF ? references : primitives).add(r);
        }
        return new Site.Layout(List.copyOf(primitives), List.copyOf(references));
    }

    List<DebugInfo.Variable> variables(Site site) {
        int index = Math.max(site.index(), 0);
        return code.debug().variables().stream().filter(v -> v.ranges().stream()
                .anyMatch(r -> r.block() == site.block() && r.from() <= index && index < r.to())).toList();
    }
}
