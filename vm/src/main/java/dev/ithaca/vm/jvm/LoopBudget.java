package dev.ithaca.vm.jvm;

import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Emits how {@link QuietLoops} count reductions: the budget is loaded into a local variable on the way into the loop,
 * counted down there, and written back on the way out and at safepoints.
 */
final class LoopBudget {
    private record Exit(int header, int target) {}

    private final Plan plan;
    private final Variant variant;
    private final Assembler a;
    private final List<Runnable> deferred;
    /** Where the turns of a loop begin, by header. */
    private final Map<Integer, Label> turns = new HashMap<>();
    private final Map<Exit, Label> exits = new HashMap<>();

    /** @param deferred takes code to be emitted outside of the hot path */
    LoopBudget(Plan plan, Variant variant, List<Runnable> deferred) {
        this.plan = plan;
        this.variant = variant;
        this.a = variant.a;
        this.deferred = deferred;
    }

    private int header(int block) { return variant.budgetSlot() < 0 ? -1 : plan.quietLoops.header(block); }

    boolean contains(int block) { return header(block) >= 0; }

    /** At the start of a block: whoever comes from outside loads the budget. */
    void begin(int block) {
        if (header(block) != block) return;
        load();
        a.code.labelBinding(turn(block));
    }

    private Label turn(int header) { return turns.computeIfAbsent(header, _ -> a.code.newLabel()); }

    void load() {
        a.process();
        a.code.getfield(Descs.PROCESS, "budget", Descs.INT).istore(variant.budgetSlot());
    }

    private void store() {
        a.process();
        a.code.iload(variant.budgetSlot()).putfield(Descs.PROCESS, "budget", Descs.INT);
    }

    /** The safepoint of a loop's header. @param checkUnwinding emits the suspension, if it comes to that */
    void count(int header, Runnable checkUnwinding) {
        Label over = a.code.newLabel();
        a.code.iinc(variant.budgetSlot(), -1).iload(variant.budgetSlot()).iflt(over);
        deferred.add(() -> {
            a.code.labelBinding(over);
            store();
            a.process();
            a.invokeOnProcess("safepoint", void.class);
            checkUnwinding.run();
            // Enters the loop anew, for the optimiser's sake: then the turns of one slice are a loop of their own.
            a.process();
            a.code.dup().getfield(Descs.PROCESS, "budget", Descs.INT).iconst_1().iadd().putfield(Descs.PROCESS, "budget", Descs.INT);
            a.code.goto_(variant.target(header));
        });
    }

    /** Whether a jump does nothing but jump, so that it may be left out where the target follows. */
    boolean staysPlain(int from, int to) {
        int loop = header(from);
        return loop < 0 || loop == header(to) && to != loop;
    }

    /** Where a jump from one block to another goes. */
    Label target(int from, int to) {
        int loop = header(from);
        if (staysPlain(from, to)) return variant.target(to);
        if (to == loop) return turn(loop);
        return exits.computeIfAbsent(new Exit(loop, to), _ -> {
            Label exit = a.code.newLabel();
            deferred.add(() -> {
                a.code.labelBinding(exit);
                store();
                a.code.goto_(variant.target(to));
            });
            return exit;
        });
    }
}
