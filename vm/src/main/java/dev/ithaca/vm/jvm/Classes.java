package dev.ithaca.vm.jvm;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
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

    static Object instantiate(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
