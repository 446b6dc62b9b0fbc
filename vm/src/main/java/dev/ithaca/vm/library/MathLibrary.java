package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.Numbers;
import dev.ithaca.vm.runtime.value.TypeNames;
import dev.ithaca.vm.runtime.value.Unsigned;
import dev.ithaca.vm.runtime.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Functions on numbers (chapter 3, section 2.2). */
public final class MathLibrary {
    private MathLibrary() {}

    @NostosFunction(name = "abs", type = "Num a => a -> a", doc = "The absolute value; the smallest fixed-size integer is its own.",
            example = {"abs(-3) => 3", "abs(-2.5) => 2.5"})
    public static Object abs(Object value) {
        return switch (value) {
            case Long n -> Math.abs(n);
            case Double d -> Math.abs(d);
            case Float f -> Math.abs(f);
            case BigInteger n -> n.abs();
            case BigDecimal d -> d.abs();
            case Byte n -> (byte) Math.abs(n);
            case Short n -> (short) Math.abs(n);
            case Integer n -> Math.abs(n);
            case Unsigned u -> u;
            default -> throw NostosException.typeError("numeric", TypeNames.of(value));
        };
    }

    @NostosFunction(name = "abs", type = "Num a => a -> a", on = "Int")
    public static long abs(long n) { return Math.abs(n); }

    @NostosFunction(name = "abs", type = "Num a => a -> a", on = "Float")
    public static double abs(double d) { return Math.abs(d); }

    @NostosFunction(name = "min", type = "Ord a => a, a -> a", doc = "The smaller of two values; a number wins over NaN.",
            example = {"min(3, 2) => 2", "min(\"b\", \"a\") => \"a\""})
    public static Object min(Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) return min(x.doubleValue(), y.doubleValue());
        return Values.less(b, a) ? b : a;
    }

    @NostosFunction(name = "min", type = "Ord a => a, a -> a", on = "Int")
    public static long min(long a, long b) { return Math.min(a, b); }

    @NostosFunction(name = "min", type = "Ord a => a, a -> a", on = "Float")
    public static double min(double a, double b) { return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b); }

    @NostosFunction(name = "max", type = "Ord a => a, a -> a", doc = "The larger of two values; a number wins over NaN.",
            example = {"max(3, 2) => 3", "10.max(20) => 20"})
    public static Object max(Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) return max(x.doubleValue(), y.doubleValue());
        return Values.less(a, b) ? b : a;
    }

    @NostosFunction(name = "max", type = "Ord a => a, a -> a", on = "Int")
    public static long max(long a, long b) { return Math.max(a, b); }

    @NostosFunction(name = "max", type = "Ord a => a, a -> a", on = "Float")
    public static double max(double a, double b) { return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b); }

    @NostosFunction(name = "pow", type = "Num a => a, a -> a", complexity = "O(log of the exponent)", doc = "The first number raised to the second; the same as **.",
            example = {"pow(2, 10) => 1024", "2.0.pow(0.5) => 1.4142135623730951",
                "pow(2, -1) => throws (\"Panic\", \"PowInt: negative exponent for Int\")"})
    public static Object pow(Object base, Object exponent) { return Numbers.pow(base, exponent); }

    @NostosFunction(name = "pow", type = "Num a => a, a -> a", on = "Int")
    public static long pow(long base, long exponent) { return Numbers.pow(base, exponent); }

    @NostosFunction(name = "pow", type = "Num a => a, a -> a", on = "Float")
    public static double pow(double base, double exponent) { return Math.pow(base, exponent); }

    @NostosFunction(name = "sqrt", type = "Float -> Float", doc = "The square root; NaN for a negative number.", example = "sqrt(9.0) => 3.0")
    public static double sqrt(double d) { return Math.sqrt(d); }

    @NostosFunction(name = "sin", type = "Float -> Float", doc = "The sine of an angle in radians.", example = "sin(0.0) => 0.0")
    public static double sin(double d) { return Math.sin(d); }

    @NostosFunction(name = "cos", type = "Float -> Float", doc = "The cosine of an angle in radians.", example = "cos(0.0) => 1.0")
    public static double cos(double d) { return Math.cos(d); }

    @NostosFunction(name = "tan", type = "Float -> Float", doc = "The tangent of an angle in radians.", example = "tan(0.0) => 0.0")
    public static double tan(double d) { return Math.tan(d); }

    @NostosFunction(name = "log", type = "Float -> Float", doc = "The natural logarithm.", example = "log(1.0) => 0.0")
    public static double log(double d) { return Math.log(d); }

    @NostosFunction(name = "log10", type = "Float -> Float", doc = "The logarithm to base 10.", example = "log10(1000.0) => 3.0")
    public static double log10(double d) { return Math.log10(d); }

    @NostosFunction(name = "sqrt", type = "Float32 -> Float32", doc = "The square root.", example = "sqrt(9.0f32) => 3.0f32")
    public static double sqrt32(double d) { return (float) Math.sqrt(d); }

    @NostosFunction(name = "sin", type = "Float32 -> Float32", doc = "The sine of an angle in radians.", example = "sin(0.0f32) => 0.0f32")
    public static double sin32(double d) { return (float) Math.sin(d); }

    @NostosFunction(name = "cos", type = "Float32 -> Float32", doc = "The cosine of an angle in radians.", example = "cos(0.0f32) => 1.0f32")
    public static double cos32(double d) { return (float) Math.cos(d); }

    @NostosFunction(name = "tan", type = "Float32 -> Float32", doc = "The tangent of an angle in radians.", example = "tan(0.0f32) => 0.0f32")
    public static double tan32(double d) { return (float) Math.tan(d); }

    @NostosFunction(name = "log", type = "Float32 -> Float32", doc = "The natural logarithm.", example = "log(1.0f32) => 0.0f32")
    public static double log32(double d) { return (float) Math.log(d); }

    @NostosFunction(name = "log10", type = "Float32 -> Float32", doc = "The logarithm to base 10.", example = "log10(10.0f32) => 1.0f32")
    public static double log1032(double d) { return (float) Math.log10(d); }

    @NostosFunction(name = "floor", type = {"Float -> Int", "Float32 -> Int"}, doc = "The largest integer that is not above a number.",
            example = {"floor(2.7) => 2", "floor(-2.1) => -3"})
    public static long floor(double d) { return (long) Math.floor(d); }

    @NostosFunction(name = "ceil", type = {"Float -> Int", "Float32 -> Int"}, doc = "The smallest integer that is not below a number.",
            example = {"ceil(2.1) => 3", "2.7.ceil() => 3"})
    public static long ceil(double d) { return (long) Math.ceil(d); }

    @NostosFunction(name = "round", type = {"Float -> Int", "Float32 -> Int"}, doc = "The nearest integer; halves are rounded away from zero.",
            example = {"round(2.5) => 3", "round(-2.5) => -3", "round(2.4) => 2"})
    public static long round(double d) {
        double whole = Math.floor(Math.abs(d));
        if (Math.abs(d) - whole >= 0.5) whole++;
        return (long) Math.copySign(whole, d);
    }
}
