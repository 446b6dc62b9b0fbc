package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.CallShape;
import dev.ithaca.vm.code.DebugInfo;
import dev.ithaca.vm.code.FunctionCode;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Type;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Closure classes. A lambda's class holds its code too; a function used as a value has a class that calls it through a
 * relinkable call site. There is an entry for the shape of its type and one where everything is boxed; they unbox the arguments
 * and box the result, a dummy while unwinding, as the code needs it.
 */
final class ClosureClasses {
    private static final ClassDesc SUPER = Descs.of(CompiledClosure.class);
    private static final ClassDesc INFO = Descs.of(CompiledClosure.Info.class);
    private ClosureClasses() {}

    static String field(int capture) { return "c" + capture; }

    static MethodTypeDesc constructor(FunctionCode lambda) {
        return Assembler.constructor(captures(lambda).stream().map(r -> Descs.of(r.kind())).toList());
    }

    private static List<Register> captures(FunctionCode lambda) { return lambda.params().subList(0, lambda.captureCount()); }

    /** The class of a function as a value. */
    static byte[] functionValue(String className, Linker linker, FunctionInstance function) {
        ClassDesc self = ClassDesc.of(className);
        var info = new CompiledClosure.Info(function.qualifiedName(), function.signature(), function.paramTypes().size(), List.of(), null, null);
        return Classes.build(self, b -> {
            b.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
            b.withSuperclass(SUPER);
            constructorMethod(b, self, List.of());
            info(b, linker.constant(info));
            entries(b, function.paramTypes(), function.resultType(), _ -> {}, a -> a.code.invokedynamic(DynamicCallSiteDesc.of(
                    Bootstraps.CALL, "call", Descs.function(function), linker.functionConstant(function))));
        });
    }

    /** Makes the class with a lambda's code a closure class. */
    static void addLambda(ClassBuilder b, ClassDesc self, Linker linker, FunctionCode code, CodeLocation location) {
        List<Register> captures = captures(code);
        List<Register> own = code.params().subList(code.captureCount(), code.params().size());
        List<Type> ownTypes = code.paramTypes().subList(code.captureCount(), code.params().size());
        b.withSuperclass(SUPER);
        for (int i = 0; i < captures.size(); i++) {
            b.withField(field(i), Descs.of(captures.get(i).kind()), ClassFile.ACC_PUBLIC);
        }
        constructorMethod(b, self, captures);
        info(b, linker.constant(new CompiledClosure.Info(code.name(), code.signature(), own.size(), names(code), location, origin(code))));
        entries(b, ownTypes, code.resultType(), a -> {
            for (int i = 0; i < captures.size(); i++) {
                a.code.aload(0).getfield(self, field(i), Descs.of(captures.get(i).kind()));
            }
        }, a -> a.code.invokestatic(self, MainVariant.NAME, Descs.function(Descs.kindsOf(code.params()), code.result())));
        if (!captures.isEmpty()) captureMethods(b, self, code, captures);
    }

    private static Closure.Origin origin(FunctionCode code) {
        SourceFile file = code.debug().file();
        Span span = code.debug().span();
        // what the compiler derives stands in no text
        if (file == null || span.end() > file.text().length()) return null;
        return new Closure.Origin(code.module(), file.name(), file.text().substring(span.start(), span.end()));
    }

    private static List<String> names(FunctionCode code) {
        List<String> names = new ArrayList<>();
        for (Register r : captures(code)) {
            names.add(code.debug().variables().stream().filter(v -> v.register().equals(r)).map(DebugInfo.Variable::name)
                    .findFirst().orElse("_"));
        }
        return names;
    }

    private static void method(ClassBuilder b, String name, MethodTypeDesc type, Consumer<Assembler> body) {
        b.withMethodBody(name, type, ClassFile.ACC_PUBLIC, code -> body.accept(new Assembler(code, 1)));
    }

    private static void constructorMethod(ClassBuilder b, ClassDesc self, List<Register> captures) {
        MethodTypeDesc type = Assembler.constructor(captures.stream().map(r -> Descs.of(r.kind())).toList());
        method(b, ConstantDescs.INIT_NAME, type, a -> {
            a.code.aload(0).invokespecial(SUPER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
            int slot = 1;
            for (int i = 0; i < captures.size(); i++) {
                Kind kind = captures.get(i).kind();
                a.code.aload(0).loadLocal(Descs.typeKind(kind), slot).putfield(self, field(i), Descs.of(kind));
                slot += Descs.slots(kind);
            }
            a.code.return_();
        });
    }

    private static void info(ClassBuilder b, int constant) {
        method(b, "info", MethodTypeDesc.of(INFO), a -> {
            a.linkerConstant(constant, INFO);
            a.code.areturn();
        });
    }

    private static void entries(ClassBuilder b, List<Type> types, Type resultType, Consumer<Assembler> loadCaptures,
                                Consumer<Assembler> invoke) {
        CallShape shape = CallShape.of(types, resultType);
        entry(b, shape, types, resultType, loadCaptures, invoke);
        if (!shape.isBoxed()) entry(b, CallShape.boxed(types.size()), types, resultType, loadCaptures, invoke);
    }

    private static void entry(ClassBuilder b, CallShape shape, List<Type> types, Type resultType, Consumer<Assembler> loadCaptures,
                              Consumer<Assembler> invoke) {
        method(b, ClosureEntry.name(shape), ClosureEntry.type(shape), a -> {
            a.process();
            loadCaptures.accept(a);
            int slot = 2;
            for (int i = 0; i < types.size(); i++) {
                Kind given = shape.params().get(i);
                if (ClosureEntry.takesArray(shape)) {
                    a.code.aload(slot).loadConstant(i).aaload();
                } else {
                    a.code.loadLocal(Descs.typeKind(given), slot);
                    slot += Descs.slots(given);
                }
                if (given == Kind.REF) Boxing.unbox(a, Kind.of(types.get(i)), types.get(i));
            }
            invoke.accept(a);
            if (shape.result() == Kind.REF) Boxing.box(a, Kind.of(resultType), resultType);
            a.code.return_(Descs.typeKind(shape.result()));
        });
    }

    private static void captureMethods(ClassBuilder b, ClassDesc self, FunctionCode code, List<Register> captures) {
        List<Type> types = code.paramTypes();
        method(b, "capture", MethodTypeDesc.of(Descs.OBJECT, Descs.INT), a -> {
            a.code.iload(1);
            FrameClasses.switchOver(a.code, captures.size(), i -> {
                Kind kind = captures.get(i).kind();
                a.code.aload(0).getfield(self, field(i), Descs.of(kind));
                Boxing.box(a, kind, types.get(i));
                a.code.areturn();
            });
        });
        method(b, "setCapture", MethodTypeDesc.of(Descs.VOID, Descs.INT, Descs.OBJECT), a -> {
            a.code.iload(1);
            FrameClasses.switchOver(a.code, captures.size(), i -> {
                Kind kind = captures.get(i).kind();
                a.code.aload(0).aload(2);
                Boxing.unbox(a, kind, types.get(i));
                a.code.putfield(self, field(i), Descs.of(kind)).return_();
            });
        });
        method(b, "withCaptures", MethodTypeDesc.of(Descs.of(Closure.class), Descs.OBJECT.arrayType()), a -> {
            a.code.new_(self).dup();
            for (int i = 0; i < captures.size(); i++) {
                a.code.aload(1).loadConstant(i).aaload();
                Boxing.unbox(a, captures.get(i).kind(), types.get(i));
            }
            a.code.invokespecial(self, ConstantDescs.INIT_NAME, constructor(code)).areturn();
        });
    }
}
