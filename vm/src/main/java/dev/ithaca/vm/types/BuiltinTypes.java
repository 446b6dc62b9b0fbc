package dev.ithaca.vm.types;

import dev.ithaca.vm.types.TypeSymbol.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types the language itself knows (chapter 2, section 2). Option and Result are declared in the library. */
public final class BuiltinTypes {
    public static final TypeSymbol INT_SYMBOL = primitive("Int");
    public static final TypeSymbol INT8_SYMBOL = primitive("Int8");
    public static final TypeSymbol INT16_SYMBOL = primitive("Int16");
    public static final TypeSymbol INT32_SYMBOL = primitive("Int32");
    public static final TypeSymbol UINT8_SYMBOL = primitive("UInt8");
    public static final TypeSymbol UINT16_SYMBOL = primitive("UInt16");
    public static final TypeSymbol UINT32_SYMBOL = primitive("UInt32");
    public static final TypeSymbol UINT64_SYMBOL = primitive("UInt64");
    public static final TypeSymbol FLOAT_SYMBOL = primitive("Float");
    public static final TypeSymbol FLOAT32_SYMBOL = primitive("Float32");
    public static final TypeSymbol BIGINT_SYMBOL = primitive("BigInt");
    public static final TypeSymbol DECIMAL_SYMBOL = primitive("Decimal");
    public static final TypeSymbol BOOL_SYMBOL = primitive("Bool");
    public static final TypeSymbol CHAR_SYMBOL = primitive("Char");
    public static final TypeSymbol STRING_SYMBOL = primitive("String");
    public static final TypeSymbol UNIT_SYMBOL = primitive("()");
    public static final TypeSymbol NEVER_SYMBOL = primitive("Never");
    public static final TypeSymbol PID_SYMBOL = primitive("Pid");
    public static final TypeSymbol REF_SYMBOL = primitive("Ref");
    public static final TypeSymbol BUFFER_SYMBOL = opaque("Buffer");
    public static final TypeSymbol INT64_ARRAY_SYMBOL = opaque("Int64Array");
    public static final TypeSymbol FLOAT64_ARRAY_SYMBOL = opaque("Float64Array");
    public static final TypeSymbol FLOAT32_ARRAY_SYMBOL = opaque("Float32Array");
    /** A listening HTTP server; an Int at run time. */
    public static final TypeSymbol SERVER_SYMBOL = opaque("Server");
    /** An open web socket; an Int at run time. */
    public static final TypeSymbol WEB_SOCKET_SYMBOL = opaque("WebSocket");
    public static final TypeSymbol LIST_SYMBOL = opaque("List", "T");
    public static final TypeSymbol ARRAY_SYMBOL = opaque("Array", "T");
    public static final TypeSymbol SET_SYMBOL = opaque("Set", "T");
    public static final TypeSymbol MAP_SYMBOL = opaque("Map", "K", "V");
    public static final TypeSymbol IO_SYMBOL = opaque("IO", "T");

    public static final Type INT = new Type.Con(INT_SYMBOL);
    public static final Type FLOAT = new Type.Con(FLOAT_SYMBOL);
    public static final Type BOOL = new Type.Con(BOOL_SYMBOL);
    public static final Type CHAR = new Type.Con(CHAR_SYMBOL);
    public static final Type STRING = new Type.Con(STRING_SYMBOL);
    public static final Type UNIT = new Type.Con(UNIT_SYMBOL);
    public static final Type PID = new Type.Con(PID_SYMBOL);
    public static final Type REF = new Type.Con(REF_SYMBOL);
    public static final Type DYNAMIC = new Type.Dynamic();

    private static final Map<String, TypeSymbol> BY_NAME = byName();

    private BuiltinTypes() {}

    /** A type of the language by any of its names, null if there is none. */
    static TypeSymbol named(String name) { return BY_NAME.get(name); }

    /** Every type of the language itself. */
    static Collection<TypeSymbol> all() { return BY_NAME.values(); }

    private static Map<String, TypeSymbol> byName() {
        Map<String, TypeSymbol> all = new HashMap<>();
        for (TypeSymbol symbol : List.of(INT_SYMBOL, INT8_SYMBOL, INT16_SYMBOL, INT32_SYMBOL, UINT8_SYMBOL, UINT16_SYMBOL,
                UINT32_SYMBOL, UINT64_SYMBOL, FLOAT_SYMBOL, FLOAT32_SYMBOL, BIGINT_SYMBOL, DECIMAL_SYMBOL, BOOL_SYMBOL,
                CHAR_SYMBOL, STRING_SYMBOL, UNIT_SYMBOL, NEVER_SYMBOL, PID_SYMBOL, REF_SYMBOL, BUFFER_SYMBOL,
                INT64_ARRAY_SYMBOL, FLOAT64_ARRAY_SYMBOL, FLOAT32_ARRAY_SYMBOL, LIST_SYMBOL, SET_SYMBOL, MAP_SYMBOL,
                IO_SYMBOL, SERVER_SYMBOL, WEB_SOCKET_SYMBOL)) {
            all.put(symbol.name(), symbol);
        }
        all.put("Int64", INT_SYMBOL);
        all.put("Float64", FLOAT_SYMBOL);
        all.put("Unit", UNIT_SYMBOL);
        all.put("PgConn", INT_SYMBOL);
        // A list is accepted wherever an Array is asked for, and nothing else makes one.
        all.put("Array", LIST_SYMBOL);
        return Map.copyOf(all);
    }

    public static Type list(Type element) { return new Type.Con(LIST_SYMBOL, element); }

    public static Type set(Type element) { return new Type.Con(SET_SYMBOL, element); }

    public static Type map(Type key, Type value) { return new Type.Con(MAP_SYMBOL, key, value); }

    /** Whether values of the type are kept in registers without a box: machine numbers, Bool and Char. */
    static boolean isUnboxed(TypeSymbol symbol) {
        return symbol.kind() == Kind.PRIMITIVE && !List.of(STRING_SYMBOL, UNIT_SYMBOL, NEVER_SYMBOL, PID_SYMBOL, REF_SYMBOL,
                BIGINT_SYMBOL, DECIMAL_SYMBOL).contains(symbol);
    }

    private static TypeSymbol primitive(String name) {
        return new TypeSymbol("", name, Kind.PRIMITIVE, List.of(), true, false, false);
    }

    private static TypeSymbol opaque(String name, String... params) {
        return new TypeSymbol("", name, Kind.OPAQUE, List.of(params), true, false, false);
    }
}
