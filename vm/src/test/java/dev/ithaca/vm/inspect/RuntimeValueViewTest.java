package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.Int64Array;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.StructShape;
import dev.ithaca.vm.runtime.value.Tuple;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeValueViewTest {
    private static final StructShape NODE = new StructShape("Node", "Node", "Node", 0, true, true, false, 2, List.of("value", "next"));

    private static final class Node extends Struct {
        private final Object[] fields = {1L, this};

        @Override public StructShape shape() { return NODE; }

        @Override public Object get(int i) { return fields[i]; }

        @Override public Struct copy() { throw new UnsupportedOperationException(); }

        @Override public Struct with(Object[] values) { throw new UnsupportedOperationException(); }

        @Override public void set(int i, Object value) { fields[i] = value; }
    }

    @Test
    void aRecordInsideItselfEnds() {
        RuntimeValueView view = RuntimeValueView.of(new Node(), null);
        assertThat(view.type()).isEqualTo("Node");
        assertThat(view.text()).startsWith("Node{value: 1, next: Node{value: 1, ").hasSizeLessThanOrEqualTo(200);
        assertThat(view.children(0, 9)).extracting(ValueView.Child::label).containsExactly("value", "next");
        assertThat(view.children(1, 2).getFirst().value().childCount()).isEqualTo(2);
    }

    @Test
    void longStringsComeInPieces() {
        RuntimeValueView view = RuntimeValueView.of("ab\n".repeat(1_000), "String");
        assertThat(view.text()).startsWith("\"ab\\nab").endsWith("…");
        assertThat(view.childCount()).isEqualTo(19);
        assertThat(view.children(18, 19).getFirst().value().text()).hasSize(120 + 40 + 2);
    }

    @Test
    void mapsTuplesCellsAndArrays() {
        Object value = new Tuple(MapValue.EMPTY.put("k", ListValue.of(1L)), new Cell(true), new Int64Array(new long[] {7, 8}));
        RuntimeValueView view = RuntimeValueView.of(value, null);
        assertThat(view.type()).isEqualTo("(Map[String, List[Int]], Bool, Int64Array)");
        assertThat(view.text()).isEqualTo("(%{\"k\": [1]}, true, Int64Array[7, 8])");
        assertThat(view.children(0, 1).getFirst().value().children(0, 1).getFirst().label()).isEqualTo("\"k\"");
        assertThat(view.children(-5, 1_000)).hasSize(3);
        assertThat(view.children(3, 1)).isEmpty();
    }

    @Test
    void hugeNumbersAreNotPrinted() {
        assertThat(RuntimeValueView.of(BigInteger.ONE.shiftLeft(1_000_000), null).text()).isEqualTo("BigInt of 1000001 bits");
    }
}
