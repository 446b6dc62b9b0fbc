package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Arithmetic. Fixed-size integers wrap; integer, BigInt and Decimal division by zero is an error; floats follow IEEE 754.
 * The operations on {@code Object} choose by the operands' kinds.
 */
public final class Numbers {
    private enum Op { ADD, SUB, MUL, DIV, REM, POW }

    private Numbers() {}

    public static long div(long a, long b) {
        if (b == 0) throw NostosException.divisionByZero();
        return a / b;
    }

    public static long rem(long a, long b) {
        if (b == 0) throw NostosException.divisionByZero();
        return a % b;
    }

    /** UInt64 division. */
    public static long divUnsigned(long a, long b) {
        if (b == 0) throw NostosException.divisionByZero();
        return Long.divideUnsigned(a, b);
    }

    /** UInt64 remainder. */
    public static long remUnsigned(long a, long b) {
        if (b == 0) throw NostosException.divisionByZero();
        return Long.remainderUnsigned(a, b);
    }

    public static long pow(long base, long exponent) { return pow(base, exponent, "Int"); }

    /** @param type of the operands, for the message; the caller wraps the result into it */
    public static long pow(long base, long exponent, String type) {
        if (exponent < 0) throw NostosException.panic("PowInt: negative exponent for " + type);
        long product = 1;
        long square = base;
        for (long left = exponent; left != 0; left >>>= 1) {
            if ((left & 1) == 1) product *= square;
            square *= square;
        }
        return product;
    }

    /** UInt64 power: the exponent is never negative. */
    public static long powUnsigned(long base, long exponent) {
        long product = 1;
        long square = base;
        for (long left = exponent; left != 0; left >>>= 1) {
            if ((left & 1) == 1) product *= square;
            square *= square;
        }
        return product;
    }

    public static double pow(double base, double exponent) { return Math.pow(base, exponent); }

    public static long wrap8(long n) { return (byte) n; }

    public static long wrap16(long n) { return (short) n; }

    public static long wrap32(long n) { return (int) n; }

    public static long wrapU8(long n) { return n & 0xff; }

    public static long wrapU16(long n) { return n & 0xffff; }

    public static long wrapU32(long n) { return n & 0xffff_ffffL; }

    /** A Float32 result computed in double precision. */
    public static double wrapFloat32(double d) { return (float) d; }

    public static BigInteger add(BigInteger a, BigInteger b) { return a.add(b); }

    public static BigInteger sub(BigInteger a, BigInteger b) { return a.subtract(b); }

    public static BigInteger mul(BigInteger a, BigInteger b) { return a.multiply(b); }

    public static BigInteger div(BigInteger a, BigInteger b) {
        if (b.signum() == 0) throw NostosException.divisionByZero();
        return a.divide(b);
    }

    public static BigInteger rem(BigInteger a, BigInteger b) {
        if (b.signum() == 0) throw NostosException.divisionByZero();
        return a.remainder(b);
    }

    public static BigInteger pow(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0 || exponent.bitLength() > 31) {
            throw NostosException.panic("PowInt BigInt: exponent too large or negative");
        }
        try {
            return base.pow(exponent.intValue());
        } catch (ArithmeticException tooLarge) {
            throw NostosException.panic("PowInt BigInt: result too large");
        }
    }

    public static BigDecimal add(BigDecimal a, BigDecimal b) { return DecimalMath.fit(a.add(b)); }

    public static BigDecimal sub(BigDecimal a, BigDecimal b) { return DecimalMath.fit(a.subtract(b)); }

    public static BigDecimal mul(BigDecimal a, BigDecimal b) { return DecimalMath.fit(a.multiply(b)); }

    public static BigDecimal div(BigDecimal a, BigDecimal b) { return DecimalMath.divide(a, b); }

    public static BigDecimal rem(BigDecimal a, BigDecimal b) { return DecimalMath.remainder(a, b); }

    public static BigDecimal pow(BigDecimal base, BigDecimal exponent) { return DecimalMath.power(base, exponent); }

    public static Object add(Object a, Object b) { return apply(Op.ADD, a, b); }

    public static Object sub(Object a, Object b) { return apply(Op.SUB, a, b); }

    public static Object mul(Object a, Object b) { return apply(Op.MUL, a, b); }

    public static Object div(Object a, Object b) { return apply(Op.DIV, a, b); }

    public static Object rem(Object a, Object b) { return apply(Op.REM, a, b); }

    public static Object pow(Object a, Object b) { return apply(Op.POW, a, b); }

    public static Object negate(Object a) {
        return switch (a) {
            case Long n -> -n;
            case Double d -> -d;
            case Float f -> -f;
            case BigInteger n -> n.negate();
            case BigDecimal d -> d.negate();
            case Byte n -> (byte) -n;
            case Short n -> (short) -n;
            case Integer n -> -n;
            default -> throw NostosException.typeError("numeric", TypeNames.of(a));
        };
    }

    private static Object apply(Op op, Object a, Object b) {
        if (a instanceof Long x) {
            if (b instanceof Long y) return integers(op, x, y, "Int");
            if (b instanceof Double y) return doubles(op, x, y);
            if (b instanceof BigInteger y) return bigs(op, BigInteger.valueOf(x), y);
        } else if (b instanceof Long y) {
            if (a instanceof Double x) return doubles(op, x, y);
            if (a instanceof BigInteger x) return bigs(op, x, BigInteger.valueOf(y));
        } else if (a.getClass() == b.getClass()) {
            switch (a) {
                case Double x -> { return doubles(op, x, (Double) b); }
                case Float x -> { return (float) doubles(op, x, (Float) b); }
                case BigInteger x -> { return bigs(op, x, (BigInteger) b); }
                case BigDecimal x -> { return decimals(op, x, (BigDecimal) b); }
                case Byte x -> { return (byte) integers(op, x, (Byte) b, "Int8"); }
                case Short x -> { return (short) integers(op, x, (Short) b, "Int16"); }
                case Integer x -> { return (int) integers(op, x, (Integer) b, "Int32"); }
                case Unsigned x when x.bits() == ((Unsigned) b).bits() -> { return unsigned(op, x, (Unsigned) b); }
                default -> { }
            }
        }
        throw NostosException.typeError("matching numeric types", TypeNames.of(a) + " and " + TypeNames.of(b));
    }

    private static long integers(Op op, long a, long b, String type) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> div(a, b);
            case REM -> rem(a, b);
            case POW -> pow(a, b, type);
        };
    }

    private static Unsigned unsigned(Op op, Unsigned a, Unsigned b) {
        long value = switch (op) {
            case DIV -> divUnsigned(a.value(), b.value());
            case REM -> remUnsigned(a.value(), b.value());
            case POW -> powUnsigned(a.value(), b.value());
            default -> integers(op, a.value(), b.value(), "UInt" + a.bits());
        };
        return new Unsigned(a.bits(), a.bits() == 64 ? value : value & (1L << a.bits()) - 1);
    }

    private static double doubles(Op op, double a, double b) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case REM -> a % b;
            case POW -> Math.pow(a, b);
        };
    }

    private static BigInteger bigs(Op op, BigInteger a, BigInteger b) {
        return switch (op) {
            case ADD -> a.add(b);
            case SUB -> a.subtract(b);
            case MUL -> a.multiply(b);
            case DIV -> div(a, b);
            case REM -> rem(a, b);
            case POW -> pow(a, b);
        };
    }

    private static BigDecimal decimals(Op op, BigDecimal a, BigDecimal b) {
        return switch (op) {
            case ADD -> add(a, b);
            case SUB -> sub(a, b);
            case MUL -> mul(a, b);
            case DIV -> div(a, b);
            case REM -> rem(a, b);
            case POW -> pow(a, b);
        };
    }
}
