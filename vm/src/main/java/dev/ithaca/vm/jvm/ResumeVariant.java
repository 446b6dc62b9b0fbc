package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.Frame;
import dev.ithaca.vm.runtime.Process;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The method that goes on with frames at given sites: {@code void resume(Process, Frame)}. */
final class ResumeVariant extends Variant {
    private static final int PROCESS_SLOT = 1;
    private static final int FRAME_SLOT = 2;
    private static final int TYPED_FRAME_SLOT = 3;
    private static final int FIRST_REGISTER_SLOT = 4;

    private final CompiledFunction function;
    private final SaveHelpers helpers;
    private final LocalRegisters locals;
    private int budgetSlot = -1;
    private Label restart;

    private ResumeVariant(CompiledFunction function, Plan plan, Assembler a, SaveHelpers helpers) {
        this(function, plan, a, helpers, new LocalRegisters(a, function.linker(), plan.constants, FIRST_REGISTER_SLOT));
    }

    private ResumeVariant(CompiledFunction function, Plan plan, Assembler a, SaveHelpers helpers, LocalRegisters locals) {
        super(plan, function.linker(), a, locals);
        this.locals = locals;
        this.function = function;
        this.helpers = helpers;
    }

    static byte[] classOf(String className, CompiledFunction function, Plan plan, CodeGraph graph, List<Site> sites) {
        ClassDesc self = ClassDesc.of(className);
        return Classes.build(self, c -> {
            Classes.resumer(c);
            SaveHelpers helpers = new SaveHelpers(self, function.constant());
            c.withMethodBody("resume", Assembler.type(void.class, Process.class, Frame.class), ClassFile.ACC_PUBLIC, b ->
                    new ResumeVariant(function, plan, new Assembler(b, PROCESS_SLOT), helpers).emit(graph, sites));
            helpers.emit(c);
        });
    }

    private void emit(CodeGraph graph, List<Site> sites) {
        initialize();
        BodyEmitter body = new BodyEmitter(plan, this);
        BitSet blocks = new BitSet();
        List<SwitchCase> cases = new ArrayList<>();
        for (Site site : sites) {
            cases.add(SwitchCase.of(site.number(), a.code.newLabel()));
            if (site.isEntry()) continue;
            blocks.or(graph.reachableFrom(site.block()));
            body.continuation(site);
        }
        if (sites.size() > 1) {
            a.code.aload(FRAME_SLOT);
            a.code.getfield(Descs.FRAME, "site", Descs.INT);
            a.code.lookupswitch(cases.getLast().target(), cases);
        }
        for (int i = 0; i < sites.size(); i++) {
            a.code.labelBinding(cases.get(i).target());
            land(body, sites.get(i));
        }
        body.emit(blocks);
    }

    private void initialize() {
        BitSet needed = plan.toInitialize();
        for (Register r : plan.code.params()) needed.set(r.index());
        needed.stream().filter(i -> !plan.constants.contains(i)).mapToObj(plan.sites::register).forEach(r -> {
            a.zero(r.kind());
            registers.store(r);
        });
    }

    private void land(BodyEmitter body, Site site) {
        restore(site);
        if (site.isEntry()) {
            // The reduction was paid before the suspension.
            a.process();
            a.code.dup().getfield(Descs.PROCESS, "budget", Descs.INT).iconst_1().iadd().putfield(Descs.PROCESS, "budget", Descs.INT);
            restart();
            return;
        }
        body.land(site);
    }

    private void restore(Site site) {
        boolean typed = FrameClasses.fits(site);
        ClassDesc frame = typed ? FrameClasses.name(site) : Descs.FRAME;
        if (typed) a.code.aload(FRAME_SLOT).checkcast(frame).astore(TYPED_FRAME_SLOT);
        for (int i = 0; i < site.primitives().size(); i++) {
            Register r = site.primitives().get(i);
            if (typed) a.code.aload(TYPED_FRAME_SLOT).getfield(frame, "p" + i, Descs.LONG);
            else fromArray(i, "bits", long.class);
            SaveHelpers.fromBits(a, r.kind());
            registers.store(r);
        }
        for (int i = 0; i < site.references().size(); i++) {
            if (typed) a.code.aload(TYPED_FRAME_SLOT).getfield(frame, "r" + i, Descs.OBJECT);
            else fromArray(i, "ref", Object.class);
            registers.store(site.references().get(i));
        }
    }

    private void fromArray(int i, String method, Class<?> type) {
        a.code.aload(FRAME_SLOT).loadConstant(i);
        a.invokeVirtual(Frame.class, method, type, int.class);
    }

    /** Begins the function anew in its main variant, with the parameters that are in the registers now. */
    private void restart() {
        a.process();
        for (Register r : plan.code.params()) registers.load(r);
        a.code.invokestatic(function.classDesc(), MainVariant.NAME,
                Descs.function(Descs.kindsOf(plan.code.params()), plan.code.result()));
        returnTailCall();
    }

    @Override Label target(int block, int index) {
        if (block != plan.entryLoop || index > 0) return super.target(block, index);
        if (restart == null) restart = a.code.newLabel();
        return restart;
    }

    @Override int budgetSlot() {
        if (budgetSlot < 0) budgetSlot = locals.intSlot();
        return budgetSlot;
    }

    @Override void finish() {
        if (restart == null) return;
        a.code.labelBinding(restart);
        restart();
    }

    @Override void save(Site site) { helpers.save(a, registers, site); }

    @Override void returnUnwound() { a.code.return_(); }

    @Override void returnResult() {
        Results.give(a, plan.code);
        a.code.return_();
    }

    @Override void returnTailCall() { returnTailCallThroughProcess(); }
}
