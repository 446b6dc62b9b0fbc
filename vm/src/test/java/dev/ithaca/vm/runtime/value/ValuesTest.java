package dev.ithaca.vm.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.runtime.NostosException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final int DEEP = 200_000;
    private static final StructShape NODE = TestStruct.variant("Chain", "Node", 0, 1);
    private static final StructShape END = TestStruct.variant("Chain", "End", 1, 0);

    private static Object random(Random r, int depth) {
        int kinds = depth == 0 ? 6 : 11;
        return switch (r.nextInt(kinds)) {
            case 0, 1 -> (long) r.nextInt(5);
            case 2 -> "s" + r.nextInt(3);
            case 3 -> r.nextBoolean();
            case 4 -> new CharValue('a' + r.nextInt(3));
            case 5 -> r.nextInt(4) * 0.5;
            case 6, 7 -> {
                var list = new ListValue.Builder();
                for (int i = r.nextInt(4); i > 0; i--) list.add(random(r, depth - 1));
                yield list.build();
            }
            case 8 -> new Tuple(random(r, depth - 1), random(r, depth - 1));
            case 9 -> r.nextBoolean() ? new TestStruct(NODE, random(r, depth - 1)) : new TestStruct(END);
            default -> MapValue.EMPTY.put((long) r.nextInt(3), random(r, depth - 1)).put("x", random(r, depth - 1));
        };
    }

    @RepeatedTest(30)
    void equalityOrderAndHashAgree(RepetitionInfo repetition) {
        var r = new Random(repetition.getCurrentRepetition());
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < 60; i++) values.add(random(r, 3));
        for (Object a : values) {
            assertThat(Values.equal(a, a)).isTrue();
            for (Object b : values) {
                boolean equal = Values.equal(a, b);
                assertThat(Values.equal(b, a)).isEqualTo(equal);
                if (equal) assertThat(Values.hash(a)).isEqualTo(Values.hash(b));
                // Equal texts, since no two different values of these kinds print alike.
                assertThat(equal).isEqualTo(Display.nested(a).equals(Display.nested(b)) || a instanceof MapValue && equal);
                int order = Ordering.compare(a, b);
                if (order != Ordering.NONE) {
                    assertThat(Integer.signum(Ordering.compare(b, a))).isEqualTo(-Integer.signum(order));
                    assertThat(order == 0).isEqualTo(equal);
                }
            }
        }
    }

    @Test
    void mapsAreEqualInAnyOrder() {
        MapValue one = MapValue.EMPTY.put("a", 1L).put("b", 2L);
        MapValue other = MapValue.EMPTY.put("b", 2L).put("a", 1L);
        assertThat(one).isEqualTo(other);
        assertThat(Values.hash(one)).isEqualTo(Values.hash(other));
        assertThat(SetValue.EMPTY.add(1L).add(2L)).isEqualTo(SetValue.EMPTY.add(2L).add(1L));
    }

    @Test
    void floatsFollowTheStandard() {
        assertThat(Values.equal(Double.NaN, Double.NaN)).isFalse();
        assertThat(Values.equal(0.0, -0.0)).isTrue();
        assertThat(Values.hash(0.0)).isEqualTo(Values.hash(-0.0));
        assertThat(Values.equal(new BigDecimal("1.0"), new BigDecimal("1.00"))).isTrue();
        assertThat(Values.equal(1L, 1.0)).isFalse();
    }

    @Test
    void stringsAreOrderedByCodePoint() {
        // U+FF61 is below U+1F600, whose first UTF-16 unit is below U+FF61.
        assertThat(Values.less("\uff61", "\ud83d\ude00")).isTrue();
        assertThat(Values.less("ab", "b")).isTrue();
        assertThat(Values.less("a", "ab")).isTrue();
    }

    @Test
    void valuesWithoutOrderAreRefused() {
        assertPanics(() -> Values.less(MapValue.EMPTY, MapValue.EMPTY), "Lt: values are not comparable");
        assertPanics(() -> Values.greaterEqual(Double.NaN, 1.0), "Ge: values are not comparable");
    }

    private static void assertPanics(Runnable action, String message) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(NostosException.class,
                e -> assertThat(e.value()).isEqualTo(new Tuple("Panic", message)));
    }

    @Test
    void hashConstants() {
        assertThat(Values.hash(1L)).isEqualTo(-8517097267634966620L);
        assertThat(Values.hash("a")).isEqualTo(-5808556873153909620L);
        assertThat(Values.hash(true)).isEqualTo(1);
        assertThat(Values.hash(false)).isZero();
        assertThat(Values.hash(Unit.UNIT)).isZero();
    }

    private static Object deepChain() {
        Object chain = new TestStruct(END);
        for (int i = 0; i < DEEP; i++) chain = new TestStruct(NODE, chain);
        return chain;
    }

    @Test
    void depthIsBoundedByMemoryOnly() {
        Object one = deepChain();
        Object other = deepChain();
        assertThat(Values.equal(one, other)).isTrue();
        assertThat(Values.compare(one, other)).isZero();
        assertThat(Values.hash(one)).isEqualTo(Values.hash(other));
        assertThat(Display.show(one)).startsWith("Node(Node(").hasSize(5 * DEEP + 3 + DEEP);
        assertThat(MapValue.EMPTY.put(one, 1L).getOrNull(other)).isEqualTo(1L);
        assertThat(Copies.deep(one)).isSameAs(one);
    }

    @Test
    void cyclesEnd() {
        StructShape shape = TestStruct.mutableRecord("Ring", "next");
        TestStruct one = new TestStruct(shape, Unit.UNIT);
        one.set(0, one);
        TestStruct other = new TestStruct(shape, Unit.UNIT);
        other.set(0, other);
        assertThat(Values.equal(one, other)).isTrue();
        assertThat(Display.show(one)).isEqualTo("Ring{next: Ring{...}}");
        Struct copy = (Struct) Copies.deep(one);
        assertThat(copy.get(0) == copy).isTrue();
        assertThat(copy == one).isFalse();
    }
}
