package dev.ithaca.vm.runtime.value;

import dev.ithaca.vm.runtime.NostosException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal arithmetic with a mantissa of 96 bits and a scale of 0 to 28, rounding half to even. */
final class DecimalMath {
    private static final int MAX_SCALE = 28;
    private static final BigInteger MAX_MANTISSA = BigInteger.ONE.shiftLeft(96).subtract(BigInteger.ONE);
    /** More than any quotient can keep, so that the final rounding decides. */
    private static final MathContext QUOTIENT = new MathContext(60, RoundingMode.HALF_EVEN);

    private DecimalMath() {}

    static BigDecimal fit(BigDecimal exact) {
        BigDecimal value = exact.scale() < 0 ? exact.setScale(0) : exact;
        if (value.scale() > MAX_SCALE) value = value.setScale(MAX_SCALE, RoundingMode.HALF_EVEN);
        while (value.unscaledValue().abs().compareTo(MAX_MANTISSA) > 0) {
            if (value.scale() == 0) throw NostosException.panic("Decimal overflow");
            int excess = Math.max(1, value.precision() - 29);
            value = exact.setScale(Math.max(0, value.scale() - excess), RoundingMode.HALF_EVEN);
        }
        return value;
    }

    static BigDecimal divide(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) throw NostosException.divisionByZero();
        return trimmed(fit(a.divide(b, QUOTIENT)));
    }

    static BigDecimal remainder(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) throw NostosException.divisionByZero();
        return fit(a.remainder(b));
    }

    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        BigInteger n;
        try {
            n = exponent.toBigIntegerExact();
        } catch (ArithmeticException fraction) {
            throw NostosException.panic("PowDecimal: exponent must be an integer");
        }
        if (n.bitLength() > 31) throw NostosException.panic("PowDecimal: exponent too large");
        BigDecimal product = BigDecimal.ONE;
        BigDecimal square = base;
        for (int left = Math.abs(n.intValue()); left > 0; left >>= 1) {
            if ((left & 1) == 1) product = fit(product.multiply(square));
            if (left > 1) square = fit(square.multiply(square));
        }
        return n.signum() < 0 ? divide(BigDecimal.ONE, product) : product;
    }

    private static BigDecimal trimmed(BigDecimal d) {
        BigDecimal stripped = d.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
