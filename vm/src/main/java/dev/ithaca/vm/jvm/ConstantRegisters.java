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
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.classfile.constantpool.LoadableConstantEntry;
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
    /** So many different constants go into a class file, which has place for 65,535 entries; the rest is kept beside it. */
    private static final int MOST_IN_CLASS = 8_000;
    private static final int PAGE = 1 << 12;

    private final Map<Integer, Object> values = new HashMap<>();
    /** Position in the pages of the constants that are not in the class file. */
    private final Map<Object, Integer> outside = new HashMap<>();
    private Object[][] pages;
    /** Looking up a constant of this sort takes the class file library long. */
    private volatile PoolEntry pagesEntry;

    private record PoolEntry(ConstantPoolBuilder pool, LoadableConstantEntry constant) {}

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
        keepOutside();
    }

    private void keepOutside() {
        if (values.size() <= MOST_IN_CLASS) return;
        Set<Object> inClass = new HashSet<>();
        for (Object value : values.values()) {
            if (value == null || value instanceof Boolean || value instanceof Integer || inClass.contains(value)) continue;
            if (inClass.size() < MOST_IN_CLASS) inClass.add(value);
            else outside.putIfAbsent(value, outside.size());
        }
        pages = new Object[(outside.size() + PAGE - 1) / PAGE][PAGE];
        outside.forEach((value, position) -> pages[position / PAGE][position % PAGE] = value);
    }

    private boolean assign(Register r, Set<Integer> assigned) {
        boolean first = assigned.add(r.index());
        if (!first) values.remove(r.index());
        return first;
    }

    boolean contains(Register r) { return contains(r.index()); }

    boolean contains(int register) { return values.containsKey(register); }

    /** As in the register code. */
    Object value(Register r) { return values.get(r.index()); }

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

    void load(Assembler a, Linker linker, Register r) {
        Object value = values.get(r.index());
        Integer position = outside.get(value);
        if (position == null) load(a, linker, r, value);
        else loadOutside(a, linker, r, position);
    }

    private void loadOutside(Assembler a, Linker linker, Register r, int position) {
        ConstantPoolBuilder pool = a.code.constantPool();
        PoolEntry entry = pagesEntry;
        if (entry == null || entry.pool() != pool) {
            entry = new PoolEntry(pool, pool.loadableConstantEntry(Assembler.linkerConstantOf(linker.constant(pages), Descs.OBJECT.arrayType(2))));
            pagesEntry = entry;
        }
        a.code.ldc(entry.constant());
        a.code.loadConstant(position / PAGE).aaload();
        a.code.loadConstant(position % PAGE).aaload();
        switch (r.kind()) {
            case LONG -> unboxed(a, "longValue", long.class);
            case DOUBLE -> unboxed(a, "doubleValue", double.class);
            case INT -> unboxed(a, "intValue", int.class);
            case REF -> { }
        }
    }

    private static void unboxed(Assembler a, String method, Class<?> primitive) {
        a.cast(Number.class);
        a.invokeVirtual(Number.class, method, primitive);
    }

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
