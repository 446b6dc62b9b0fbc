package dev.ithaca.vm.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.runtime.NostosException;
import org.junit.jupiter.api.Test;

class CopiesTest {
    @Test
    void immutableValuesAreShared() {
        Object value = new Tuple(ListValue.of("a", MapValue.EMPTY.put(1L, SetValue.EMPTY)), 1.5);
        assertThat(Copies.forSend(value, "cannot send")).isSameAs(value);
    }

    @Test
    void mutablePartsAreCopiedOnceAndTheRestIsShared() {
        ListValue shared = ListValue.of("a");
        Int64Array array = new Int64Array(new long[] {1, 2});
        Tuple sent = (Tuple) Copies.forSend(new Tuple(array, shared, ListValue.of(array)), "cannot send");
        Int64Array copy = (Int64Array) sent.get(0);
        array.set(0, 9);
        assertThat(copy.get(0)).isEqualTo(1);
        assertThat(sent.get(1)).isSameAs(shared);
        assertThat(((ListValue) sent.get(2)).head()).isSameAs(copy);
    }

    @Test
    void mutableRecordsAreCopied() {
        TestStruct record = new TestStruct(TestStruct.mutableRecord("Box", "value"), 1L);
        Struct copy = (Struct) Copies.forSend(record, "cannot send");
        record.set(0, 2L);
        assertThat(copy.get(0)).isEqualTo(1L);
    }

    @Test
    void buffersStayInTheirProcess() {
        Object value = ListValue.of(new Tuple("log", new BufferValue()));
        assertThatThrownBy(() -> Copies.forSend(value, "cannot send")).isInstanceOf(NostosException.class);
        BufferValue original = new BufferValue("x");
        BufferValue copy = (BufferValue) Copies.deep(original);
        original.append("y");
        assertThat(copy).hasToString("x");
    }
}
