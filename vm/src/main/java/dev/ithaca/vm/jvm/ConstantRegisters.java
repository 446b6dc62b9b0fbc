package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.FunctionCode;
import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Operands;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.Unit;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Registers that are assigned once, a constant. Code loads the constant where it reads the register, so they need no
 * local variable and are never saved.
 */
final class ConstantRegisters {
    /** Strings up to this length always fit a class file constant (3 bytes a char). */
    private static final int MAX_STRING = 21_000;

    private final Map<Integer, Object> values = new HashMap<>();

    ConstantRegisters(FunctionCode code) {
        Set<Integer> assigned = new HashSet<>();
        for (Register r : code.params()) assigned.add(r.index());
        for (Block block : code.blocks()) {
            if (block.exception() != null) assign(block.exception(), assigned);
            for (Instruction instruction : block.body()) {
                Register result = Operands.result(instruction);
                if (result == null) continue;
                boolean first = assign(result, assigned);
                if (first && instruction instanceof Instruction.Const(var _, Object value)) values.put(result.index(), value);
            }
        }
    }

    private boolean assign(Register r, Set<Integer> assigned) {
        boolean first = assigned.add(r.index());
        if (!first) values.remove(r.index());
        return first;
    }

    boolean contains(Register r) { return contains(r.index()); }

    boolean contains(int register) { return values.containsKey(register); }

    /** The constant as users see it. */
    Object boxed(Register r, Type type) {
        Object value = values.get(r.index());
        return switch (value) {
            case null -> Unit.UNIT;
            case Long n -> Boxing.box(n, r.kind(), type);
            case Double d -> Boxing.box(Double.doubleToRawLongBits(d), r.kind(), type);
            case Integer c when type.equals(BuiltinTypes.CHAR) -> new CharValue(c);
            default -> value;
        };
    }

    void load(Assembler a, Linker linker, Register r) { load(a, linker, r, values.get(r.index())); }

    static void load(Assembler a, Linker linker, Register r, Object value) {
        switch (r.kind()) {
            case LONG -> a.code.loadConstant(((Number) value).longValue());
            case DOUBLE -> a.code.loadConstant(((Number) value).doubleValue());
            case INT -> a.code.loadConstant(value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).intValue());
            case REF -> reference(a, linker, value);
        }
    }

    private static void reference(Assembler a, Linker linker, Object value) {
        switch (value) {
            case null -> a.code.getstatic(Descs.of(Unit.class), "UNIT", Descs.of(Unit.class));
            case String s when s.length() <= MAX_STRING -> a.code.loadConstant(s);
            case String _, BigInteger _, BigDecimal _ -> a.linkerConstant(linker.constant(value), Descs.OBJECT);
            default -> throw new IllegalArgumentException("constant of " + value.getClass());
        }
    }
}
