package dev.ithaca.vm.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {
    @ParameterizedTest
    @CsvSource({"1.0, 1.0", "0.30000000000000004, 0.30000000000000004", "1.0e20, 100000000000000000000.0", "1.0e-7, 0.0000001",
        "-0.0, -0.0", "NaN, NaN", "Infinity, inf", "-Infinity, -inf", "123456789.5, 123456789.5", "1.0e22, 10000000000000000000000.0"})
    void floatsHaveNoExponent(double value, String text) { assertThat(Display.show(value)).isEqualTo(text); }

    @Test
    void topLevelAndNested() {
        assertThat(Display.show("a\"b")).isEqualTo("a\"b");
        assertThat(Display.show(ListValue.of("a\"b\\", new CharValue('c')))).isEqualTo("[\"a\\\"b\\\\\", 'c']");
        assertThat(Display.show(new CharValue('c'))).isEqualTo("c");
        assertThat(Display.show(new Tuple(1L, "two"))).isEqualTo("(1, \"two\")");
        assertThat(Display.show(0.1f)).isEqualTo("0.1");
        assertThat(Display.show(new BigDecimal("1.50"))).isEqualTo("1.50");
    }

    @Test
    void collections() {
        assertThat(Display.show(MapValue.EMPTY.put("k\"", 1L).put("a", ListValue.EMPTY))).isEqualTo("%{\"k\"\": 1, \"a\": []}");
        assertThat(Display.show(SetValue.EMPTY.add(3L).add(10L).add(2L))).isEqualTo("#{10, 2, 3}");
        assertThat(Display.show(ListValue.range(1, 12))).isEqualTo("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]");
        assertThat(Display.show(new Int64Array(new long[3]))).isEqualTo("Int64Array[3]");
    }

    @Test
    void declaredTypes() {
        Object point = new TestStruct(TestStruct.record("P", "x", "name"), 1L, "bob");
        assertThat(Display.show(point)).isEqualTo("P{x: 1, name: \"bob\"}");
        assertThat(Display.result(point)).isEqualTo("m.P{x: 1, name: \"bob\"}");
        assertThat(Display.show(new TestStruct(TestStruct.variant("Option", "Some", 0, 1), "x"))).isEqualTo("Some(\"x\")");
        assertThat(Display.show(new TestStruct(TestStruct.variant("Option", "None", 1, 0)))).isEqualTo("None");
    }

    @Test
    void resultForm() {
        assertThat(Display.result(Unit.UNIT)).isNull();
        assertThat(Display.result("a\"b")).isEqualTo("\"a\"b\"");
        assertThat(Display.result(Boxes.int8(5))).isEqualTo("5i8");
        assertThat(Display.result(Boxes.uint64(-1))).isEqualTo("18446744073709551615u64");
        assertThat(Display.result(2.0f)).isEqualTo("2.0f32");
        assertThat(Display.result(ListValue.of(Boxes.int32(1), BigInteger.TWO))).isEqualTo("[1i32, 2]");
        assertThat(Display.result(new Int64Array(new long[2]))).isEqualTo("\"Int64Array[2]\"");
    }
}
