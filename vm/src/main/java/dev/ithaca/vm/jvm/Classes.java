package dev.ithaca.vm.jvm;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.function.Consumer;

/** Builds and instantiates generated classes. */
final class Classes {
    /**
     * Where flows meet with objects of different classes, generated code only assumes Object (it casts before it uses one),
     * so nothing need be known about the classes' relations.
     */
    private static final ClassHierarchyResolver FLAT =
            type -> ClassHierarchyResolver.ClassHierarchyInfo.ofClass(type.equals(Descs.OBJECT) ? null : Descs.OBJECT);

    private Classes() {}

    static byte[] build(ClassDesc name, Consumer<ClassBuilder> content) {
        return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(FLAT)).build(name, content);
    }

    /** Begins a class that implements {@link Resumer}. */
    static void resumer(ClassBuilder c) {
        c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
        c.withInterfaceSymbols(Descs.of(Resumer.class));
        c.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, b ->
                b.aload(0).invokespecial(Descs.OBJECT, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
    }

    static Object instantiate(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
