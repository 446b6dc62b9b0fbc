package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.util.List;

/** Emits instructions on tuples, lists, maps, sets and strings; results are left on the stack. */
final class CollectionEmitter {
    private final Assembler a;
    /** List literals of more constants than this are made once, by the compiler. */
    private static final int MOST_IN_CODE = 32;

    private final RegisterFile registers;
    private final Linker linker;
    private final ConstantRegisters constants;

    CollectionEmitter(Variant variant) {
        a = variant.a;
        registers = variant.registers;
        linker = variant.linker;
        constants = variant.plan.constants;
    }

    void emit(Instruction instruction) {
        switch (instruction) {
            case Instruction.MakeTuple i -> {
                a.code.new_(Descs.of(Tuple.class)).dup();
                array(i.elements());
                a.construct(Tuple.class, Object[].class);
            }
            case Instruction.TupleGet i -> {
                load(i.tuple(), Tuple.class);
                a.code.loadConstant(i.index());
                a.invokeVirtual(Tuple.class, "get", Object.class, int.class);
            }
            case Instruction.IsTuple i -> isTuple(i);
            case Instruction.MakeList i -> makeList(i);
            case Instruction.IsList i -> isInstance(i.src(), ListValue.class);
            case Instruction.ListIsEmpty i -> {
                load(i.list(), ListValue.class);
                a.invokeVirtual(ListValue.class, "isEmpty", boolean.class);
            }
            case Instruction.ListHead i -> {
                load(i.list(), ListValue.class);
                if (i.dst().kind() == Kind.LONG) a.invokeVirtual(ListValue.class, "headInt", long.class);
                else a.invokeVirtual(ListValue.class, "head", Object.class);
            }
            case Instruction.ListTail i -> {
                load(i.list(), ListValue.class);
                a.invokeVirtual(ListValue.class, "tail", ListValue.class);
            }
            case Instruction.MakeMap i -> {
                start(i.onto(), MapValue.class);
                for (int k = 0; k < i.keys().size(); k++) {
                    registers.load(i.keys().get(k));
                    registers.load(i.values().get(k));
                    a.invokeVirtual(MapValue.class, "put", MapValue.class, Object.class, Object.class);
                }
            }
            case Instruction.MakeSet i -> {
                start(i.onto(), SetValue.class);
                for (Register element : i.elements()) {
                    registers.load(element);
                    a.invokeVirtual(SetValue.class, "add", SetValue.class, Object.class);
                }
            }
            case Instruction.MapLookup i -> {
                load(i.map(), MapValue.class);
                registers.load(i.key());
                a.invokeVirtual(MapValue.class, "getOrNull", Object.class, Object.class);
            }
            case Instruction.IsMap i -> isInstance(i.src(), MapValue.class);
            case Instruction.SetContains i -> {
                load(i.set(), SetValue.class);
                registers.load(i.element());
                a.invokeVirtual(SetValue.class, "contains", boolean.class, Object.class);
            }
            case Instruction.IsSet i -> isInstance(i.src(), SetValue.class);
            case Instruction.IsString i -> isInstance(i.src(), String.class);
            case Instruction.StringRest i -> stringRest(i);
            case Instruction.IsNull i -> {
                registers.load(i.src());
                a.materialize(Opcode.IFNULL);
            }
            case Instruction.Concat i -> concat(i.parts());
            default -> throw new IllegalArgumentException(instruction.toString());
        }
    }

    /** An Object array of references. */
    void array(List<Register> elements) {
        a.code.loadConstant(elements.size());
        a.code.anewarray(Descs.OBJECT);
        registers.storeInto(elements);
    }

    private void load(Register r, Class<?> type) {
        registers.load(r);
        a.cast(type);
    }

    private void isInstance(Register r, Class<?> type) {
        registers.load(r);
        a.code.instanceOf(Descs.of(type));
    }

    private void isTuple(Instruction.IsTuple i) {
        Label no = a.code.newLabel();
        Label done = a.code.newLabel();
        isInstance(i.src(), Tuple.class);
        a.code.ifeq(no);
        load(i.src(), Tuple.class);
        a.invokeVirtual(Tuple.class, "arity", int.class);
        a.code.loadConstant(i.arity());
        a.code.if_icmpne(no);
        a.code.iconst_1().goto_(done);
        a.code.labelBinding(no).iconst_0();
        a.code.labelBinding(done);
    }

    private void start(Register onto, Class<?> collection) {
        if (onto == null) a.code.getstatic(Descs.of(collection), "EMPTY", Descs.of(collection));
        else load(onto, collection);
    }

    private void makeList(Instruction.MakeList i) {
        if (i.tail() == null && i.elements().size() > MOST_IN_CODE && i.elements().stream().allMatch(constants::contains)) {
            a.linkerConstant(linker.constant(constantList(i.elements())), Descs.of(ListValue.class));
            return;
        }
        if (i.tail() == null) {
            if (i.elements().isEmpty()) {
                a.code.getstatic(Descs.of(ListValue.class), "EMPTY", Descs.of(ListValue.class));
            } else if (i.elements().getFirst().kind() == Kind.LONG) {
                a.code.loadConstant(i.elements().size());
                a.code.newarray(TypeKind.LONG);
                registers.storeInto(i.elements());
                a.invokeStatic(ListValue.class, "ofIntegers", ListValue.class, long[].class);
            } else {
                array(i.elements());
                a.invokeStatic(ListValue.class, "of", ListValue.class, Object[].class);
            }
            return;
        }
        load(i.tail(), ListValue.class);
        for (Register element : i.elements().reversed()) {
            registers.load(element);
            if (element.kind() == Kind.LONG) a.invokeVirtual(ListValue.class, "prependInt", ListValue.class, long.class);
            else a.invokeVirtual(ListValue.class, "prepend", ListValue.class, Object.class);
        }
    }

    private ListValue constantList(List<Register> elements) {
        if (elements.getFirst().kind() == Kind.LONG) {
            return ListValue.ofIntegers(elements.stream().mapToLong(e -> (Long) constants.value(e)).toArray());
        }
        return ListValue.of(elements.stream().map(constants::value).map(v -> v == null ? Unit.UNIT : v).toArray());
    }

    private void stringRest(Instruction.StringRest i) {
        Label no = a.code.newLabel();
        Label done = a.code.newLabel();
        load(i.string(), String.class);
        a.code.loadConstant(i.prefix());
        a.invokeVirtual(String.class, "startsWith", boolean.class, String.class);
        a.code.ifeq(no);
        load(i.string(), String.class);
        a.code.loadConstant(i.prefix().length());
        a.invokeVirtual(String.class, "substring", String.class, int.class);
        a.code.goto_(done);
        a.code.labelBinding(no).aconst_null();
        a.code.labelBinding(done);
    }

    private void concat(List<Register> parts) {
        if (parts.isEmpty()) {
            a.code.loadConstant("");
        } else if (parts.size() <= 2) {
            load(parts.getFirst(), String.class);
            if (parts.size() == 2) {
                load(parts.get(1), String.class);
                a.invokeVirtual(String.class, "concat", String.class, String.class);
            }
        } else {
            a.code.new_(Descs.of(StringBuilder.class)).dup();
            a.construct(StringBuilder.class);
            for (Register part : parts) {
                load(part, String.class);
                a.invokeVirtual(StringBuilder.class, "append", StringBuilder.class, String.class);
            }
            a.invokeVirtual(StringBuilder.class, "toString", String.class);
        }
    }
}
