package dev.ithaca.vm.jvm;

import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Emits how {@link QuietLoops} count reductions. An outer loop hands the inner one as many turns as the budget has left; the
 * inner one counts them down in a local variable and tests it where its turns end, which is the form of loop that HotSpot
 * unrolls and keeps in registers. The budget is written back on the way out and between the slices.
 */
final class LoopBudget {
    private record Exit(int header, int target) {}

    private final Plan plan;
    private final Variant variant;
    private final Assembler a;
    private final List<Runnable> deferred;
    /** Where the turns of a loop begin, by header. */
    private final Map<Integer, Label> turns = new HashMap<>();
    /** Where the turns of a loop end, by header. */
    private final Map<Integer, Label> latches = new HashMap<>();
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

    /**
     * The safepoint of a loop's header: whoever comes from outside gets turns, the present one included.
     *
     * @param checkUnwinding emits the suspension, if it comes to that
     */
    void count(int header, Runnable checkUnwinding) {
        Label over = a.code.newLabel();
        load();
        a.code.iload(variant.budgetSlot()).ifle(over);
        a.code.labelBinding(turns.computeIfAbsent(header, _ -> a.code.newLabel()));
        deferred.add(() -> {
            a.code.labelBinding(over);
            storeAfterTurn();
            a.process();
            a.invokeOnProcess("safepoint", void.class);
            checkUnwinding.run();
            giveBackTurn();
            a.code.goto_(variant.target(header));
        });
    }

    /** On resuming at the safepoint: the turn that begins is paid. */
    void resume() {
        giveBackTurn();
        load();
    }

    private void load() {
        a.process();
        a.code.getfield(Descs.PROCESS, "budget", Descs.INT).istore(variant.budgetSlot());
    }

    private void giveBackTurn() {
        a.process();
        a.code.dup().getfield(Descs.PROCESS, "budget", Descs.INT).iconst_1().iadd().putfield(Descs.PROCESS, "budget", Descs.INT);
    }

    private void storeAfterTurn() {
        a.process();
        a.code.iload(variant.budgetSlot()).iconst_1().isub().putfield(Descs.PROCESS, "budget", Descs.INT);
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
        return to == loop ? latches.computeIfAbsent(loop, this::latch) : exits.computeIfAbsent(new Exit(loop, to), this::exit);
    }

    private Label latch(int header) {
        Label latch = a.code.newLabel();
        deferred.add(() -> {
            a.code.labelBinding(latch);
            a.code.iinc(variant.budgetSlot(), -1).iload(variant.budgetSlot());
            a.code.ifgt(turns.computeIfAbsent(header, _ -> a.code.newLabel()));
            a.process();
            a.code.iconst_0().putfield(Descs.PROCESS, "budget", Descs.INT);
            a.code.goto_(variant.target(header));
        });
        return latch;
    }

    private Label exit(Exit exit) {
        Label label = a.code.newLabel();
        deferred.add(() -> {
            a.code.labelBinding(label);
            storeAfterTurn();
            a.code.goto_(variant.target(exit.target));
        });
        return label;
    }
}
