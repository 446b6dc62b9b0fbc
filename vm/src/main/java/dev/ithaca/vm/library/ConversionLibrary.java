package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.Numbers;
import dev.ithaca.vm.runtime.value.TypeNames;
import dev.ithaca.vm.runtime.value.Unsigned;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Conversions between numbers (chapter 3, section 2.3). From integers the low bits are kept, from floats the value is
 * truncated and saturates, NaN gives 0.
 */
public final class ConversionLibrary {
    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    private static final double TWO_TO_64 = 18446744073709551616.0;

    private ConversionLibrary() {}

    private static NostosException notNumeric(Object value) { return NostosException.typeError("numeric", TypeNames.of(value)); }

    private static boolean isFloat(Object value) { return value instanceof Double || value instanceof Float; }

    /** The integer part; low bits only where it does not fit. */
    private static long lowBits(Object value) {
        return switch (value) {
            case Unsigned u -> u.value();
            case BigInteger n -> n.longValue();
            case BigDecimal d -> d.toBigInteger().longValue();
            case Number n -> n.longValue();
            default -> throw notNumeric(value);
        };
    }

    @NostosFunction(name = {"toInt", "asInt", "toInt64", "asInt64"}, type = "Num a => a -> Int",
            doc = "The number as an Int: floats are truncated and saturate, a BigInt out of range is a panic.",
            example = {"toInt(2.9) => 2", "asInt(-1i8) => -1", "toInt(300u16) => 300"})
    public static long toInt(Object value) {
        if (isFloat(value)) return toInt(((Number) value).doubleValue());
        if (value instanceof BigInteger n && (n.compareTo(MIN_LONG) < 0 || n.compareTo(MAX_LONG) > 0)) {
            throw NostosException.panic("BigInt too large for Int64");
        }
        return lowBits(value);
    }

    @NostosFunction(name = {"toInt", "asInt", "toInt64", "asInt64"}, type = "Num a => a -> Int", on = "Int")
    public static long toInt(long n) { return n; }

    @NostosFunction(name = {"toInt", "asInt", "toInt64", "asInt64"}, type = "Num a => a -> Int", on = "Float")
    public static long toInt(double d) { return (long) d; }

    @NostosFunction(name = {"toInt", "asInt", "toInt64", "asInt64"}, type = "Char -> Int", doc = "The code point of a character.",
            example = "toInt('a') => 97")
    public static long toInt(int codePoint) { return codePoint; }

    @NostosFunction(name = {"toFloat", "asFloat", "toFloat64", "asFloat64"}, type = "Num a => a -> Float", doc = "The nearest Float.",
            example = {"toFloat(3) => 3.0", "3.toFloat() => 3.0", "toFloat(1.5d) => 1.5"})
    public static double toFloat(Object value) {
        return switch (value) {
            case Unsigned u when u.value() < 0 -> new BigInteger(Long.toUnsignedString(u.value())).doubleValue();
            case Unsigned u -> u.value();
            case Number n -> n.doubleValue();
            default -> throw notNumeric(value);
        };
    }

    @NostosFunction(name = {"toFloat", "asFloat", "toFloat64", "asFloat64"}, type = "Num a => a -> Float", on = "Int")
    public static double toFloat(long n) { return n; }

    @NostosFunction(name = {"toFloat", "asFloat", "toFloat64", "asFloat64"}, type = "Num a => a -> Float", on = "Float")
    public static double toFloat(double d) { return d; }

    @NostosFunction(name = {"toFloat32", "asFloat32"}, type = "Num a => a -> Float32", doc = "The nearest Float32.",
            example = "toFloat32(0.5) => 0.5f32")
    public static double toFloat32(Object value) { return (float) toFloat(value); }

    @NostosFunction(name = {"toFloat32", "asFloat32"}, type = "Num a => a -> Float32", on = "Int")
    public static double toFloat32(long n) { return (float) n; }

    @NostosFunction(name = {"toFloat32", "asFloat32"}, type = "Num a => a -> Float32", on = "Float")
    public static double toFloat32(double d) { return (float) d; }

    @NostosFunction(name = {"toBigInt", "asBigInt"}, type = "Num a => a -> BigInt", doc = "An integer as a BigInt.",
            example = "toBigInt(5) => 5n")
    public static BigInteger toBigInt(Object value) {
        return switch (value) {
            case BigInteger n -> n;
            case Unsigned u -> new BigInteger(Long.toUnsignedString(u.value()));
            case Long n -> BigInteger.valueOf(n);
            case Integer n -> BigInteger.valueOf(n);
            case Short n -> BigInteger.valueOf(n);
            case Byte n -> BigInteger.valueOf(n);
            default -> throw NostosException.panic("ToBigInt: expected integer");
        };
    }

    @NostosFunction(name = {"toChar", "Int.toChar"}, type = "Num a => a -> Char", doc = "The character of a code point.",
            example = {"97.toChar() => 'a'", "(0 - 1).toChar() => throws (\"Panic\", \"toChar: -1 is not a valid Unicode code point\")"})
    public static int toChar(Object value) { return toChar(toInt(value)); }

    @NostosFunction(name = {"toChar", "Int.toChar"}, type = "Num a => a -> Char", on = "Int")
    public static int toChar(long n) {
        if (n < 0 || n > Character.MAX_CODE_POINT || n >= Character.MIN_SURROGATE && n <= Character.MAX_SURROGATE) {
            throw NostosException.panic("toChar: " + n + " is not a valid Unicode code point");
        }
        return (int) n;
    }

    @NostosFunction(name = {"toInt8", "asInt8"}, type = "Num a => a -> Int8", doc = "The number as an Int8: low bits of integers, floats saturate.",
            example = {"asInt8(300) => 44i8", "asInt8(300.7) => 127i8"})
    public static long toInt8(Object value) {
        return isFloat(value) ? toInt8(((Number) value).doubleValue()) : Numbers.wrap8(lowBits(value));
    }

    @NostosFunction(name = {"toInt8", "asInt8"}, type = "Num a => a -> Int8", on = "Int")
    public static long toInt8(long n) { return Numbers.wrap8(n); }

    @NostosFunction(name = {"toInt8", "asInt8"}, type = "Num a => a -> Int8", on = "Float")
    public static long toInt8(double d) { return Math.clamp((long) d, -128, 127); }

    @NostosFunction(name = {"toInt16", "asInt16"}, type = "Num a => a -> Int16", doc = "The number as an Int16: low bits of integers, floats saturate.",
            example = {"toInt16(7) => 7i16"})
    public static long toInt16(Object value) {
        return isFloat(value) ? toInt16(((Number) value).doubleValue()) : Numbers.wrap16(lowBits(value));
    }

    @NostosFunction(name = {"toInt16", "asInt16"}, type = "Num a => a -> Int16", on = "Int")
    public static long toInt16(long n) { return Numbers.wrap16(n); }

    @NostosFunction(name = {"toInt16", "asInt16"}, type = "Num a => a -> Int16", on = "Float")
    public static long toInt16(double d) { return Math.clamp((long) d, -32768, 32767); }

    @NostosFunction(name = {"toInt32", "asInt32"}, type = "Num a => a -> Int32", doc = "The number as an Int32: low bits of integers, floats saturate.",
            example = {"toInt32(7) => 7i32"})
    public static long toInt32(Object value) {
        return isFloat(value) ? toInt32(((Number) value).doubleValue()) : Numbers.wrap32(lowBits(value));
    }

    @NostosFunction(name = {"toInt32", "asInt32"}, type = "Num a => a -> Int32", on = "Int")
    public static long toInt32(long n) { return Numbers.wrap32(n); }

    @NostosFunction(name = {"toInt32", "asInt32"}, type = "Num a => a -> Int32", on = "Float")
    public static long toInt32(double d) { return Math.clamp((long) d, -2147483648, 2147483647); }

    @NostosFunction(name = {"toUInt8", "asUInt8"}, type = "Num a => a -> UInt8", doc = "The number as an UInt8: low bits of integers, floats saturate.",
            example = {"asUInt8(255) => 255u8"})
    public static long toUInt8(Object value) {
        return isFloat(value) ? toUInt8(((Number) value).doubleValue()) : Numbers.wrapU8(lowBits(value));
    }

    @NostosFunction(name = {"toUInt8", "asUInt8"}, type = "Num a => a -> UInt8", on = "Int")
    public static long toUInt8(long n) { return Numbers.wrapU8(n); }

    @NostosFunction(name = {"toUInt8", "asUInt8"}, type = "Num a => a -> UInt8", on = "Float")
    public static long toUInt8(double d) { return Math.clamp((long) d, 0, 255); }

    @NostosFunction(name = {"toUInt16", "asUInt16"}, type = "Num a => a -> UInt16", doc = "The number as an UInt16: low bits of integers, floats saturate.",
            example = {"toUInt16(7) => 7u16"})
    public static long toUInt16(Object value) {
        return isFloat(value) ? toUInt16(((Number) value).doubleValue()) : Numbers.wrapU16(lowBits(value));
    }

    @NostosFunction(name = {"toUInt16", "asUInt16"}, type = "Num a => a -> UInt16", on = "Int")
    public static long toUInt16(long n) { return Numbers.wrapU16(n); }

    @NostosFunction(name = {"toUInt16", "asUInt16"}, type = "Num a => a -> UInt16", on = "Float")
    public static long toUInt16(double d) { return Math.clamp((long) d, 0, 65535); }

    @NostosFunction(name = {"toUInt32", "asUInt32"}, type = "Num a => a -> UInt32", doc = "The number as an UInt32: low bits of integers, floats saturate.",
            example = {"toUInt32(7) => 7u32"})
    public static long toUInt32(Object value) {
        return isFloat(value) ? toUInt32(((Number) value).doubleValue()) : Numbers.wrapU32(lowBits(value));
    }

    @NostosFunction(name = {"toUInt32", "asUInt32"}, type = "Num a => a -> UInt32", on = "Int")
    public static long toUInt32(long n) { return Numbers.wrapU32(n); }

    @NostosFunction(name = {"toUInt32", "asUInt32"}, type = "Num a => a -> UInt32", on = "Float")
    public static long toUInt32(double d) { return Math.clamp((long) d, 0, 4294967295L); }

    @NostosFunction(name = {"toUInt64", "asUInt64"}, type = "Num a => a -> UInt64", doc = "The number as a UInt64: low bits of integers, floats saturate.",
            example = "toUInt64(7) => 7u64")
    public static long toUInt64(Object value) {
        return isFloat(value) ? toUInt64(((Number) value).doubleValue()) : lowBits(value);
    }

    @NostosFunction(name = {"toUInt64", "asUInt64"}, type = "Num a => a -> UInt64", on = "Int")
    public static long toUInt64(long n) { return n; }

    @NostosFunction(name = {"toUInt64", "asUInt64"}, type = "Num a => a -> UInt64", on = "Float")
    public static long toUInt64(double d) {
        if (!(d > 0)) return 0;
        if (d >= TWO_TO_64) return -1;
        return d < 0x1p63 ? (long) d : (long) (d - 0x1p63) + Long.MIN_VALUE;
    }
}
