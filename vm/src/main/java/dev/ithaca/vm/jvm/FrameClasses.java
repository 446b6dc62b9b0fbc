package dev.ithaca.vm.jvm;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Frame classes with n fields for primitives and m for references, one class per pair. */
final class FrameClasses {
    private static final String PREFIX = "nostos.frame.F";
    /** JVM methods take at most 255 parameter slots; larger frames use {@link ArrayFrame}. */
    private static final int MAX_SLOTS = 200;

    private FrameClasses() {}

    static boolean fits(Site site) { return 2 * site.primitives().size() + site.references().size() <= MAX_SLOTS; }

    static ClassDesc name(Site site) {
        return ClassDesc.of(PREFIX + site.primitives().size() + "_" + site.references().size());
    }

    static boolean isName(String className) { return className.startsWith(PREFIX); }

    static MethodTypeDesc constructor(int primitives, int references) {
        List<ClassDesc> params = new ArrayList<>(List.of(Descs.CODE, Descs.INT));
        for (int i = 0; i < primitives; i++) params.add(Descs.LONG);
        for (int i = 0; i < references; i++) params.add(Descs.OBJECT);
        return Assembler.constructor(params);
    }

    static byte[] generate(String className) {
        String[] counts = className.substring(PREFIX.length()).split("_");
        int primitives = Integer.parseInt(counts[0]);
        int references = Integer.parseInt(counts[1]);
        ClassDesc self = ClassDesc.of(className);
        return ClassFile.of().build(self, c -> {
            c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
            c.withSuperclass(Descs.FRAME);
            for (int i = 0; i < primitives; i++) c.withField("p" + i, Descs.LONG, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
            for (int i = 0; i < references; i++) c.withField("r" + i, Descs.OBJECT, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
            constructor(c, self, primitives, references);
            reader(c, self, "bits", "p", TypeKind.LONG, Descs.LONG, primitives);
            reader(c, self, "ref", "r", TypeKind.REFERENCE, Descs.OBJECT, references);
        });
    }

    private static void constructor(ClassBuilder c, ClassDesc self, int primitives, int references) {
        c.withMethodBody(ConstantDescs.INIT_NAME, constructor(primitives, references), ClassFile.ACC_PUBLIC, b -> {
            b.aload(0).aload(1).iload(2);
            b.invokespecial(Descs.FRAME, ConstantDescs.INIT_NAME, Assembler.constructor(List.of(Descs.CODE, Descs.INT)));
            int slot = 3;
            for (int i = 0; i < primitives; i++, slot += 2) b.aload(0).lload(slot).putfield(self, "p" + i, Descs.LONG);
            for (int i = 0; i < references; i++, slot++) b.aload(0).aload(slot).putfield(self, "r" + i, Descs.OBJECT);
            b.return_();
        });
    }

    private static void reader(ClassBuilder c, ClassDesc self, String method, String prefix, TypeKind kind, ClassDesc type, int count) {
        c.withMethodBody(method, MethodTypeDesc.of(type, Descs.INT), ClassFile.ACC_PUBLIC, b -> {
            b.iload(1);
            switchOver(b, count, i -> b.aload(0).getfield(self, prefix + i, type).return_(kind));
        });
    }

    /** A switch on the int on the stack; other numbers raise an IndexOutOfBoundsException. Each case must leave the method. */
    static void switchOver(CodeBuilder b, int count, IntConsumer emitCase) {
        Label otherwise = b.newLabel();
        if (count == 0) {
            b.pop();
        } else {
            List<SwitchCase> cases = new ArrayList<>();
            for (int i = 0; i < count; i++) cases.add(SwitchCase.of(i, b.newLabel()));
            b.tableswitch(0, count - 1, otherwise, cases);
            for (int i = 0; i < count; i++) {
                b.labelBinding(cases.get(i).target());
                emitCase.accept(i);
            }
        }
        b.labelBinding(otherwise);
        ClassDesc exception = Descs.of(IndexOutOfBoundsException.class);
        b.new_(exception).dup().invokespecial(exception, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).athrow();
    }
}
