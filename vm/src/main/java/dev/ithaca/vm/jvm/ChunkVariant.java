package dev.ithaca.vm.jvm;

import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One chunk of a big function: {@code static int part(Process, long[], Object[], int state)}; the result is the state to
 * go on with, or -1 if the function has returned (its result is in the process) or is unwinding.
 */
final class ChunkVariant extends Variant {
    static final int BITS_SLOT = 1;
    static final int REFS_SLOT = 2;
    private static final int STATE_SLOT = 3;
    private static final int TEMP_SLOT = 4;

    private final ChunkPlan chunks;
    private final int chunk;
    private final SaveHelpers helpers;
    private final ChunkedCode owner;
    /** Jumps that leave the chunk, by state. */
    private final Map<Integer, Label> exits = new LinkedHashMap<>();

    ChunkVariant(Plan plan, Linker linker, Assembler a, ChunkPlan chunks, int chunk, SaveHelpers helpers, ChunkedCode owner) {
        super(plan, linker, a, new ArrayRegisters(a, plan, linker, chunks, owner.pieces(), BITS_SLOT, REFS_SLOT, TEMP_SLOT));
        this.chunks = chunks;
        this.chunk = chunk;
        this.helpers = helpers;
        this.owner = owner;
    }

    void emit() {
        List<SwitchCase> cases = new ArrayList<>();
        int state = chunk * ChunkPlan.STATES;
        for (Segment s : chunks.segments(chunk)) cases.add(SwitchCase.of(state++, target(s.block(), s.from())));
        Map<Site, Label> landings = new LinkedHashMap<>();
        BodyEmitter body = new BodyEmitter(plan, this);
        for (Site site : chunks.sites(chunk)) {
            Label landing = a.code.newLabel();
            landings.put(site, landing);
            cases.add(SwitchCase.of(state++, landing));
            body.continuation(site);
        }
        a.code.iload(STATE_SLOT);
        a.code.tableswitch(chunk * ChunkPlan.STATES, state - 1, cases.getFirst().target(), cases);
        landings.forEach((site, landing) -> {
            a.code.labelBinding(landing);
            body.land(site);
        });
        body.emit(chunks.segments(chunk));
    }

    @Override Label target(int block, int index) {
        int state = chunks.state(block, index);
        if (state / ChunkPlan.STATES == chunk) return super.target(block, index);
        return exits.computeIfAbsent(state, _ -> a.code.newLabel());
    }

    @Override void finish() {
        exits.forEach((state, label) -> {
            a.code.labelBinding(label);
            a.index(state);
            a.code.ireturn();
        });
    }

    @Override void save(Site site) {
        // A frame at the entry is the same as in small functions.
        if (site.isEntry()) helpers.save(a, registers, site);
        else owner.save(a, site);
    }

    @Override void returnUnwound() { a.code.iconst_m1().ireturn(); }

    @Override void returnResult() {
        Results.give(a, plan.code);
        returnUnwound();
    }

    @Override void returnTailCall() { returnTailCallThroughProcess(); }
}
