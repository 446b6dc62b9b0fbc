package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.CompiledCode;
import dev.ithaca.vm.runtime.Frame;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Static methods of one generated class that make a frame and hand it to the process, one per shape. They keep the code
 * that saves small: HotSpot does not compile methods of more than 8,000 bytes.
 */
final class SaveHelpers {
    private static final String NAME = "save";

    private final ClassDesc owner;
    private final int codeConstant;
    private final Map<MethodTypeDesc, Site> needed = new LinkedHashMap<>();

    /** @param codeConstant the CompiledCode in the linker's constant table */
    SaveHelpers(ClassDesc owner, int codeConstant) {
        this.owner = owner;
        this.codeConstant = codeConstant;
    }

    /** Emits the call that saves the registers of a site. */
    void save(Assembler a, RegisterFile registers, Site site) {
        a.process();
        if (FrameClasses.fits(site)) {
            for (Register r : site.primitives()) registers.load(r);
            for (Register r : site.references()) registers.load(r);
            a.index(site.number());
            MethodTypeDesc type = type(site);
            needed.putIfAbsent(type, site);
            a.code.invokestatic(owner, NAME, type);
        } else {
            saveInArrays(a, registers, site);
        }
    }

    private void saveInArrays(Assembler a, RegisterFile registers, Site site) {
        a.code.new_(Descs.of(ArrayFrame.class)).dup();
        a.linkerConstant(codeConstant, Descs.CODE);
        a.index(site.number());
        a.code.loadConstant(site.primitives().size());
        a.code.newarray(TypeKind.LONG);
        for (int i = 0; i < site.primitives().size(); i++) {
            Register r = site.primitives().get(i);
            a.code.dup();
            a.index(i);
            registers.load(r);
            toBits(a, r.kind());
            a.code.lastore();
        }
        a.code.loadConstant(site.references().size());
        a.code.anewarray(Descs.OBJECT);
        for (int i = 0; i < site.references().size(); i++) {
            a.code.dup();
            a.index(i);
            registers.load(site.references().get(i));
            a.code.aastore();
        }
        a.construct(ArrayFrame.class, CompiledCode.class, int.class, long[].class, Object[].class);
        a.invokeOnProcess("save", void.class, Frame.class);
    }

    private static MethodTypeDesc type(Site site) {
        List<ClassDesc> params = new ArrayList<>(List.of(Descs.PROCESS));
        for (Register r : site.primitives()) params.add(Descs.of(r.kind()));
        for (Register r : site.references()) params.add(Descs.OBJECT);
        params.add(Descs.INT);
        return MethodTypeDesc.of(Descs.VOID, params);
    }

    /** Adds the methods that were called for; to be used when all other methods are done. */
    void emit(ClassBuilder c) {
        needed.forEach((type, site) -> c.withMethodBody(NAME, type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, b -> {
            Assembler a = new Assembler(b, 0);
            ClassDesc frame = FrameClasses.name(site);
            int siteSlot = type.parameterList().stream().limit(type.parameterCount() - 1L)
                    .mapToInt(t -> t.equals(Descs.LONG) || t.equals(ConstantDescs.CD_double) ? 2 : 1).sum();
            a.process();
            b.new_(frame).dup();
            a.linkerConstant(codeConstant, Descs.CODE);
            b.iload(siteSlot);
            int slot = 1;
            for (Register r : site.primitives()) {
                b.loadLocal(Descs.typeKind(r.kind()), slot);
                toBits(a, r.kind());
                slot += Descs.slots(r.kind());
            }
            for (int i = 0; i < site.references().size(); i++) b.aload(slot++);
            b.invokespecial(frame, ConstantDescs.INIT_NAME,
                    FrameClasses.constructor(site.primitives().size(), site.references().size()));
            a.invokeOnProcess("save", void.class, Frame.class);
            b.return_();
        }));
    }

    static void toBits(Assembler a, Kind kind) {
        if (kind == Kind.INT) a.code.i2l();
        else if (kind == Kind.DOUBLE) a.invokeStatic(Double.class, "doubleToRawLongBits", long.class, double.class);
    }

    static void fromBits(Assembler a, Kind kind) {
        if (kind == Kind.INT) a.code.l2i();
        else if (kind == Kind.DOUBLE) a.invokeStatic(Double.class, "longBitsToDouble", double.class, long.class);
    }
}
