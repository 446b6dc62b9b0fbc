package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.CompiledCode;
import dev.ithaca.vm.runtime.Frame;
import dev.ithaca.vm.runtime.Process;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * The methods of a function that is too big for one: an entry, the chunks, and a loop that goes from chunk to chunk.
 * Registers live in two arrays, which also become the frame when the function is suspended.
 */
final class ChunkedCode {
    private static final int STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
    private static final ClassDesc BITS = Descs.LONG.arrayType();
    private static final ClassDesc REFS = Descs.OBJECT.arrayType();
    private static final String RUN = "run";
    private static final MethodTypeDesc RUN_TYPE = MethodTypeDesc.of(Descs.VOID, Descs.PROCESS, BITS, REFS, Descs.INT);
    private static final MethodTypeDesc PART_TYPE = RUN_TYPE.changeReturnType(Descs.INT);
    private static final String SAVE = "saveArrays";

    private final Plan plan;
    private final Linker linker;
    private final CompiledFunction function;
    private final ChunkPlan chunks;
    private final SaveHelpers helpers;
    private final ArrayPieces pieces;

    ChunkedCode(Plan plan, Linker linker, CompiledFunction function, ChunkPlan chunks, SaveHelpers helpers) {
        this.plan = plan;
        this.linker = linker;
        this.function = function;
        this.chunks = chunks;
        this.helpers = helpers;
        pieces = new ArrayPieces(function.classDesc(), (a, bits, refs, temp) ->
                new ArrayRegisters(a, plan, linker, chunks, pieces(), bits, refs, temp));
    }

    ArrayPieces pieces() { return pieces; }

    void emit(ClassBuilder c) {
        c.withMethodBody(MainVariant.NAME, plan.type(), STATIC, b -> entry(new Assembler(b, 0)));
        c.withMethodBody(RUN, RUN_TYPE, STATIC, b -> run(new Assembler(b, 0)));
        for (int i = 0; i < chunks.count(); i++) {
            int chunk = i;
            c.withMethodBody("part" + i, PART_TYPE, STATIC,
                    b -> new ChunkVariant(plan, linker, new Assembler(b, 0), chunks, chunk, helpers, this).emit());
        }
        c.withMethodBody(SAVE, RUN_TYPE, STATIC, b -> saveMethod(new Assembler(b, 0)));
        pieces.emit(c);
    }

    private void entry(Assembler a) {
        MainVariant variant = MainVariant.emitEntry(plan, linker, a, helpers);
        int free = 1;
        for (Register r : plan.code.params()) free += Descs.slots(r.kind());
        a.code.loadConstant(chunks.bits());
        a.code.newarray(TypeKind.LONG).astore(free);
        a.code.loadConstant(chunks.refs());
        a.code.anewarray(Descs.OBJECT).astore(free + 1);
        RegisterFile arrays = new ArrayRegisters(a, plan, linker, chunks, pieces, free, free + 1, free + 2);
        for (Register r : plan.code.params()) {
            variant.registers.load(r);
            arrays.store(r);
        }
        a.process();
        a.code.aload(free).aload(free + 1).loadConstant(chunks.state(0, 0));
        a.code.invokestatic(function.classDesc(), RUN, RUN_TYPE);
        Label unwound = a.code.newLabel();
        a.branchIfUnwinding(unwound);
        Results.take(a, plan.code.result());
        variant.returnResult();
        a.code.labelBinding(unwound);
        variant.returnUnwound();
    }

    private void run(Assembler a) {
        Label again = a.code.newBoundLabel();
        Label done = a.code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = 0; i < chunks.count(); i++) cases.add(SwitchCase.of(i, a.code.newLabel()));
        a.code.iload(3).loadConstant(Integer.numberOfTrailingZeros(ChunkPlan.STATES)).ishr();
        a.code.tableswitch(0, chunks.count() - 1, done, cases);
        for (int i = 0; i < chunks.count(); i++) {
            a.code.labelBinding(cases.get(i).target());
            a.process();
            a.code.aload(1).aload(2).iload(3);
            a.code.invokestatic(function.classDesc(), "part" + i, PART_TYPE);
            a.code.istore(3).goto_(again);
        }
        a.code.labelBinding(done).return_();
    }

    /** Emits the call that makes the arrays a frame. */
    void save(Assembler a, Site site) {
        a.process();
        a.code.aload(ChunkVariant.BITS_SLOT).aload(ChunkVariant.REFS_SLOT);
        a.index(site.number());
        a.code.invokestatic(function.classDesc(), SAVE, RUN_TYPE);
    }

    private void saveMethod(Assembler a) {
        a.process();
        a.code.new_(Descs.of(ArrayFrame.class)).dup();
        a.linkerConstant(function.constant(), Descs.CODE);
        a.code.iload(3).aload(1).aload(2);
        a.construct(ArrayFrame.class, CompiledCode.class, int.class, long[].class, Object[].class);
        a.invokeOnProcess("save", void.class, Frame.class);
        a.code.return_();
    }

    /** The class that goes on with frames of the function, wherever they stand. */
    static byte[] resumer(String className, CompiledFunction function) {
        int states = function.linker().constant(function.chunks().siteStates());
        return Classes.build(ClassDesc.of(className), c -> {
            Classes.resumer(c);
            c.withMethodBody("resume", Assembler.type(void.class, Process.class, Frame.class), ClassFile.ACC_PUBLIC, b -> {
                Assembler a = new Assembler(b, 1);
                ClassDesc frame = Descs.of(ArrayFrame.class);
                b.aload(2).checkcast(frame).astore(3);
                a.process();
                b.aload(3).getfield(frame, "bits", BITS);
                b.aload(3).getfield(frame, "refs", REFS);
                a.linkerConstant(states, Descs.INT.arrayType());
                b.aload(3).getfield(Descs.FRAME, "site", Descs.INT).iaload();
                b.invokestatic(function.classDesc(), RUN, RUN_TYPE).return_();
            });
        });
    }
}
