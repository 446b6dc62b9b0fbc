package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.Register;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.util.BitSet;

/** The method that runs a function from its entry: {@code static R f(Process, args...)}, all loops reducible. */
final class MainVariant extends Variant {
    static final String NAME = "f";
    private static final int PROCESS_SLOT = 0;

    private final SaveHelpers helpers;
    private final LocalRegisters locals;
    private final EntryCounts entry;
    private int budgetSlot = -1;

    MainVariant(Plan plan, Linker linker, Assembler a, SaveHelpers helpers) {
        this(plan, linker, a, helpers, new LocalRegisters(a, linker, plan.constants, PROCESS_SLOT + 1));
    }

    private MainVariant(Plan plan, Linker linker, Assembler a, SaveHelpers helpers, LocalRegisters locals) {
        super(plan, linker, a, locals);
        this.helpers = helpers;
        this.locals = locals;
        this.entry = new EntryCounts(plan);
        for (Register r : plan.code.params()) locals.slot(r);
    }

    static void emit(Plan plan, Linker linker, Assembler a, SaveHelpers helpers) {
        MainVariant variant = new MainVariant(plan, linker, a, helpers);
        variant.initialize();
        a.code.lineNumber(LineTable.ENTRY);
        if (variant.entry.atOnce()) variant.entrySafepoint();
        new BodyEmitter(plan, variant).emit(new CodeGraph(plan, -1).closure(0));
    }

    /** Emits the start of a function whose other code is elsewhere; its parameters can be loaded from the result. */
    static MainVariant emitEntry(Plan plan, Linker linker, Assembler a, SaveHelpers helpers) {
        MainVariant variant = new MainVariant(plan, linker, a, helpers);
        a.code.lineNumber(LineTable.ENTRY);
        if (plan.entryLoop < 0) variant.entrySafepoint();
        return variant;
    }

    @Override void before(Block block, int index) {
        if (entry.at(block, index)) entrySafepoint();
    }

    @Override boolean replaces(Site safepoint) { return safepoint.isEntry() && !entry.inLoopHeader(); }

    @Override int budgetSlot() {
        if (budgetSlot < 0) budgetSlot = locals.intSlot();
        return budgetSlot;
    }

    private void entrySafepoint() {
        Label goOn = a.code.newLabel();
        a.countReduction();
        a.code.branch(Opcode.IFGE, goOn);
        a.process();
        a.invokeOnProcess("safepoint", void.class);
        a.process();
        a.code.getfield(Descs.PROCESS, "unwinding", ConstantDescs.CD_boolean);
        a.code.branch(Opcode.IFEQ, goOn);
        save(plan.sites.get(Site.ENTRY));
        returnUnwound();
        a.code.labelBinding(goOn);
    }

    private void initialize() {
        BitSet needed = plan.toInitialize();
        for (Register r : plan.code.params()) needed.clear(r.index());
        needed.stream().filter(i -> !plan.constants.contains(i)).mapToObj(plan.sites::register).forEach(r -> {
            a.zero(r.kind());
            locals.store(r);
        });
    }

    @Override void save(Site site) { helpers.save(a, registers, site); }

    @Override void returnUnwound() {
        a.zero(plan.code.result());
        returnResult();
    }

    @Override void returnResult() { a.code.return_(Descs.typeKind(plan.code.result())); }

    @Override void returnTailCall() { returnResult(); }
}
