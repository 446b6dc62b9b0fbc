package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.runtime.value.ReactiveStruct;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.StructShape;
import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.TypeSymbol;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One final class with typed fields per constructor; a constructor without fields has one instance unless it is reactive. */
final class StructClasses {
    static final String INSTANCE = "INSTANCE";
    private static final ClassDesc SHAPE = Descs.of(StructShape.class);

    private static ClassDesc parent(ConstructorSymbol c) {
        return Descs.of(c.owner().reactive() ? ReactiveStruct.class : CompiledStruct.class);
    }

    /** Whether all values of a constructor are one; reactive values have an identity. */
    static boolean hasOneInstance(ConstructorSymbol c) { return c.arity() == 0 && !c.owner().reactive(); }

    private record Entry(ClassDesc name, StructShape shape) {}

    private final ProgramLoader loader;
    private final ConstantTable constants;
    private final Map<ConstructorSymbol, Entry> entries = new HashMap<>();

    StructClasses(ProgramLoader loader, ConstantTable constants) {
        this.loader = loader;
        this.constants = constants;
    }

    static String field(int i) { return "f" + i; }

    static ClassDesc fieldType(ConstructorSymbol c, int i) { return Descs.of(kind(c, i)); }

    private static Kind kind(ConstructorSymbol c, int i) { return Kind.of(c.fields().get(i).type()); }

    static boolean isMutable(ConstructorSymbol c) { return c.owner().mutable() || c.owner().reactive(); }

    static MethodTypeDesc constructor(ConstructorSymbol c) {
        return Assembler.constructor(c.fields().stream().map(f -> Descs.of(Kind.of(f.type()))).toList());
    }

    ClassDesc name(ConstructorSymbol c) { return entry(c).name(); }

    String className(ConstructorSymbol c) { return name(c).packageName() + "." + name(c).displayName(); }

    StructShape shape(ConstructorSymbol c) { return entry(c).shape(); }

    private synchronized Entry entry(ConstructorSymbol c) { return entries.computeIfAbsent(c, this::make); }

    private Entry make(ConstructorSymbol c) {
        TypeSymbol owner = c.owner();
        List<String> names = c.hasNamedFields() ? c.fields().stream().map(ConstructorSymbol.Field::name).toList() : null;
        StructShape shape = new StructShape(owner.name(), owner.qualifiedName(), c.name(), c.index(),
                owner.kind() == TypeSymbol.Kind.RECORD, owner.mutable(), owner.reactive(), c.arity(), names);
        String className = "nostos.data.$" + constants.add(shape) + "$" + Names.sanitize(c.name());
        loader.promise(className, () -> generate(ClassDesc.of(className), c, constants.add(shape)));
        return new Entry(ClassDesc.of(className), shape);
    }

    private static byte[] generate(ClassDesc self, ConstructorSymbol c, int shape) {
        return Classes.build(self, b -> {
            b.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
            b.withSuperclass(parent(c));
            int access = ClassFile.ACC_PUBLIC | (isMutable(c) ? 0 : ClassFile.ACC_FINAL);
            for (int i = 0; i < c.arity(); i++) b.withField(field(i), fieldType(c, i), access);
            constructorMethod(b, self, c);
            method(b, "shape", MethodTypeDesc.of(SHAPE), a -> {
                a.linkerConstant(shape, SHAPE);
                a.code.areturn();
            });
            method(b, "get", MethodTypeDesc.of(Descs.OBJECT, Descs.INT), a -> {
                a.code.iload(1);
                FrameClasses.switchOver(a.code, c.arity(), i -> {
                    a.code.aload(0).getfield(self, field(i), fieldType(c, i));
                    Boxing.box(a, kind(c, i), c.fields().get(i).type());
                    a.code.areturn();
                });
            });
            method(b, "copy", MethodTypeDesc.of(Descs.of(Struct.class)), a -> copy(a, self, c));
            method(b, "with", MethodTypeDesc.of(Descs.of(Struct.class), Descs.OBJECT.arrayType()), a -> with(a, self, c));
            if (isMutable(c)) method(b, "set", MethodTypeDesc.of(Descs.VOID, Descs.INT, Descs.OBJECT), a -> set(a, self, c));
            if (hasOneInstance(c)) instance(b, self);
        });
    }

    private static void method(ClassBuilder b, String name, MethodTypeDesc type, Consumer<Assembler> body) {
        b.withMethodBody(name, type, ClassFile.ACC_PUBLIC, code -> body.accept(new Assembler(code, 0)));
    }

    private static void constructorMethod(ClassBuilder b, ClassDesc self, ConstructorSymbol c) {
        method(b, ConstantDescs.INIT_NAME, constructor(c), a -> {
            a.code.aload(0).invokespecial(parent(c), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
            int slot = 1;
            for (int i = 0; i < c.arity(); i++) {
                a.code.aload(0).loadLocal(Descs.typeKind(kind(c, i)), slot).putfield(self, field(i), fieldType(c, i));
                slot += Descs.slots(kind(c, i));
            }
            if (c.owner().reactive()) a.code.aload(0).invokevirtual(self, "adopt", ConstantDescs.MTD_void);
            a.code.return_();
        });
    }

    private static void copy(Assembler a, ClassDesc self, ConstructorSymbol c) {
        a.code.new_(self).dup();
        for (int i = 0; i < c.arity(); i++) a.code.aload(0).getfield(self, field(i), fieldType(c, i));
        a.code.invokespecial(self, ConstantDescs.INIT_NAME, constructor(c)).areturn();
    }

    private static void with(Assembler a, ClassDesc self, ConstructorSymbol c) {
        a.code.new_(self).dup();
        for (int i = 0; i < c.arity(); i++) {
            a.code.aload(1).loadConstant(i).aaload();
            Boxing.unbox(a, kind(c, i), c.fields().get(i).type());
        }
        a.code.invokespecial(self, ConstantDescs.INIT_NAME, constructor(c)).areturn();
    }

    private static void set(Assembler a, ClassDesc self, ConstructorSymbol c) {
        a.code.iload(1);
        FrameClasses.switchOver(a.code, c.arity(), i -> {
            a.code.aload(0).aload(2);
            Boxing.unbox(a, kind(c, i), c.fields().get(i).type());
            a.code.putfield(self, field(i), fieldType(c, i)).return_();
        });
    }

    private static void instance(ClassBuilder b, ClassDesc self) {
        b.withField(INSTANCE, self, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
        b.withMethodBody(ConstantDescs.CLASS_INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_STATIC, code ->
                code.new_(self).dup().invokespecial(self, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .putstatic(self, INSTANCE, self).return_());
    }
}
