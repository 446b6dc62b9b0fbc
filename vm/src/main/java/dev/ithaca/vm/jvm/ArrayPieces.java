package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Methods that fill parts of long arrays: a list literal of thousands of elements does not fit into one method. */
final class ArrayPieces {
    /** Elements one method stores. */
    static final int SIZE = 400;

    private static final ClassDesc OBJECTS = Descs.OBJECT.arrayType();
    private static final ClassDesc LONGS = Descs.LONG.arrayType();

    /** Makes the register file of a piece's method. */
    interface Registers {
        RegisterFile of(Assembler a, int bitsSlot, int refsSlot, int tempSlot);
    }

    private record Piece(List<Register> elements, int from) {}

    private final ClassDesc owner;
    private final Registers registers;
    private final Map<Piece, String> names = new LinkedHashMap<>();

    ArrayPieces(ClassDesc owner, Registers registers) {
        this.owner = owner;
        this.registers = registers;
    }

    /** Emits the call that stores elements from the given position on; the array and the two register arrays are on the stack. */
    void call(Assembler a, List<Register> elements, int from) {
        String name = names.computeIfAbsent(new Piece(elements, from), _ -> "fill" + names.size());
        a.code.invokestatic(owner, name, type(elements));
    }

    private static MethodTypeDesc type(List<Register> elements) {
        return MethodTypeDesc.of(Descs.VOID, elements.getFirst().kind() == Kind.LONG ? LONGS : OBJECTS, LONGS, OBJECTS);
    }

    /** Adds the methods that were called for. */
    void emit(ClassBuilder c) {
        names.forEach((piece, name) -> c.withMethodBody(name, type(piece.elements()), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, b -> {
            Assembler a = new Assembler(b, 0);
            b.aload(0);
            LocalRegisters.storeInline(a, registers.of(a, 1, 2, 3), piece.elements(), piece.from(),
                    Math.min(piece.from() + SIZE, piece.elements().size()));
            b.pop().return_();
        }));
    }
}
