package dev.ithaca.vm.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.runtime.NostosException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static void assertError(Runnable action, String kind, String message) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(NostosException.class,
                e -> assertThat(e.value()).isEqualTo(new Tuple(kind, message)));
    }

    @Test
    void integersTruncateAndWrap() {
        assertThat(Numbers.div(-7, 2)).isEqualTo(-3);
        assertThat(Numbers.rem(-7, 3)).isEqualTo(-1);
        assertThat(Numbers.div(Long.MIN_VALUE, -1)).isEqualTo(Long.MIN_VALUE);
        assertThat(Numbers.add((Object) Boxes.int8(127), Boxes.int8(1))).isEqualTo(Boxes.int8(-128));
        assertThat(Numbers.mul((Object) Boxes.uint8(16), Boxes.uint8(17))).isEqualTo(Boxes.uint8(16));
        assertThat(Numbers.div((Object) Boxes.uint64(-1), Boxes.uint64(2))).isEqualTo(Boxes.uint64(Long.MAX_VALUE));
    }

    @Test
    void zeroDivisorsAreErrors() {
        assertError(() -> Numbers.div(1, 0), "DivisionByZero", "Division by zero");
        assertError(() -> Numbers.rem(BigInteger.ONE, BigInteger.ZERO), "DivisionByZero", "Division by zero");
        assertError(() -> Numbers.div(BigDecimal.ONE, new BigDecimal("0.00")), "DivisionByZero", "Division by zero");
        assertThat(Numbers.div((Object) 1.0, 0.0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void powersWrapLikeRepeatedProducts() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            long base = random.nextInt(41) - 20;
            int exponent = random.nextInt(70);
            long product = 1;
            for (int k = 0; k < exponent; k++) product *= base;
            assertThat(Numbers.pow(base, exponent)).isEqualTo(product);
        }
        assertThat(Numbers.pow(2, 64)).isZero();
        assertError(() -> Numbers.pow(2, -1), "Panic", "PowInt: negative exponent for Int");
        assertError(() -> Numbers.pow(BigInteger.TWO, BigInteger.ONE.negate()), "Panic", "PowInt BigInt: exponent too large or negative");
    }

    @Test
    void mixedOperandsArePromoted() {
        assertThat(Numbers.add((Object) 1L, 1.5)).isEqualTo(2.5);
        assertThat(Numbers.add((Object) BigInteger.valueOf(5), 5L)).isEqualTo(BigInteger.TEN);
        assertError(() -> Numbers.add((Object) 1L, "a"), "TypeError", "expected matching numeric types, got Int and String");
    }

    @Test
    void decimalsKeep28Places() {
        BigDecimal ten = BigDecimal.TEN;
        assertThat(Numbers.div(ten, new BigDecimal("3"))).isEqualTo(new BigDecimal("3.3333333333333333333333333333"));
        assertThat(Numbers.mul(new BigDecimal("1.10"), new BigDecimal("2.20"))).isEqualTo(new BigDecimal("2.4200"));
        assertThat(Numbers.div(ten, new BigDecimal("4"))).isEqualTo(new BigDecimal("2.5"));
        assertThat(Numbers.pow(new BigDecimal("2"), new BigDecimal("-2"))).isEqualTo(new BigDecimal("0.25"));
    }
}
