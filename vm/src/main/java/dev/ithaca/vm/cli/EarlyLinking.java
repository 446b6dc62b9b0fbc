package dev.ithaca.vm.cli;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Replaces call sites that the JVM would link with classes made on the spot by plain methods: switches over patterns, and
 * the equality and hash codes of records. A start passes a hundred of them, each good for a good half of a millisecond,
 * and the JVM's AOT cache keeps none (JDK 25).
 */
final class EarlyLinking {
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final String SWITCHES = "Ljava/lang/runtime/SwitchBootstraps;";
    private static final String RECORDS = "Ljava/lang/runtime/ObjectMethods;";

    private final ClassDesc owner;
    private final boolean isInterface;
    private final List<Consumer<ClassBuilder>> methods = new ArrayList<>();

    private EarlyLinking(ClassModel model) {
        owner = model.thisClass().asSymbol();
        isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    static byte[] of(ClassFile files, byte[] bytes) {
        ClassModel model = files.parse(bytes);
        EarlyLinking linking = new EarlyLinking(model);
        return files.transformClass(model, ClassTransform.transformingMethodBodies(linking::instruction)
                .andThen(ClassTransform.endHandler(c -> linking.methods.forEach(m -> m.accept(c)))));
    }

    private void instruction(CodeBuilder code, CodeElement element) {
        Consumer<CodeBuilder> body = element instanceof InvokeDynamicInstruction call ? body(call) : null;
        if (body == null) {
            code.with(element);
            return;
        }
        MethodTypeDesc type = ((InvokeDynamicInstruction) element).typeSymbol();
        String name = "linked$" + methods.size();
        methods.add(c -> c.withMethodBody(name, type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC, body));
        code.invokestatic(owner, name, type, isInterface);
    }

    /** What the call does, or null if it stays as it is. */
    private static Consumer<CodeBuilder> body(InvokeDynamicInstruction call) {
        String bootstrap = call.bootstrapMethod().owner().descriptorString();
        List<ConstantDesc> args = call.bootstrapArgs();
        if (bootstrap.equals(SWITCHES) && call.bootstrapMethod().methodName().equals("typeSwitch")) {
            boolean plain = args.stream().allMatch(label -> label instanceof ClassDesc || label instanceof String);
            return plain ? code -> typeSwitch(code, args) : null;
        }
        if (!bootstrap.equals(RECORDS)) return null;
        List<DirectMethodHandleDesc> getters = args.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
        return switch (call.name().stringValue()) {
            case "hashCode" -> code -> hash(code, getters);
            case "equals" -> code -> equality(code, call.typeSymbol().parameterType(0), getters);
            default -> null;
        };
    }

    /** As {@link java.lang.runtime.SwitchBootstraps#typeSwitch} says: the first label from the given one on that fits. */
    private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
        Label present = code.newLabel();
        code.aload(0).ifnonnull(present).iconst_m1().ireturn();
        code.labelBinding(present);
        Label none = code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) cases.add(SwitchCase.of(i, code.newLabel()));
        if (!cases.isEmpty()) code.iload(1).tableswitch(0, labels.size() - 1, none, cases);
        for (int i = 0; i < labels.size(); i++) {
            code.labelBinding(cases.get(i).target());
            if (labels.get(i) instanceof ClassDesc type) {
                code.aload(0).instanceOf(type);
            } else {
                code.loadConstant(labels.get(i)).aload(0);
                code.invokevirtual(ConstantDescs.CD_String, "equals", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
            }
            Label next = i + 1 < labels.size() ? cases.get(i + 1).target() : none;
            code.ifeq(next).loadConstant(i).ireturn();
        }
        code.labelBinding(none).loadConstant(labels.size()).ireturn();
    }

    private static ClassDesc typeOf(DirectMethodHandleDesc getter) { return getter.invocationType().returnType(); }

    private static void hash(CodeBuilder code, List<DirectMethodHandleDesc> getters) {
        code.iconst_0();
        for (DirectMethodHandleDesc getter : getters) {
            ClassDesc type = typeOf(getter);
            code.bipush(31).imul().aload(0).getfield(getter.owner(), getter.methodName(), type);
            if (type.isPrimitive()) code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
            else code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
            code.iadd();
        }
        code.ireturn();
    }

    private static void equality(CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> getters) {
        Label no = code.newLabel();
        Label compare = code.newLabel();
        code.aload(0).aload(1).if_acmpne(compare).iconst_1().ireturn();
        code.labelBinding(compare).aload(1).instanceOf(record).ifeq(no);
        code.aload(1).checkcast(record).astore(2);
        for (DirectMethodHandleDesc getter : getters) {
            ClassDesc type = typeOf(getter);
            for (int side : new int[] {0, 2}) code.aload(side).getfield(getter.owner(), getter.methodName(), type);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type)).branch(Opcode.IFNE, no);
            } else {
                code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object));
                code.ifeq(no);
            }
        }
        code.iconst_1().ireturn();
        code.labelBinding(no).iconst_0().ireturn();
    }

    private static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            default -> throw new IllegalArgumentException(primitive.displayName());
        };
    }
}
