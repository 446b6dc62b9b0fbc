package dev.ithaca.vm.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.runtime.NostosException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ListValueTest {
    private static List<Object> elements(ListValue list) {
        List<Object> all = new ArrayList<>();
        list.forEach(all::add);
        return all;
    }

    /** Random operations on a list and on a Java list in step; every earlier version must stay as it was. */
    @RepeatedTest(40)
    void behavesLikeAJavaList(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        ListValue list = ListValue.EMPTY;
        List<Object> oracle = new ArrayList<>();
        List<ListValue> versions = new ArrayList<>();
        List<List<Object>> expected = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            long number = random.nextInt(1000);
            // Integers stand in lists without boxes; now and then something else comes among them.
            Object value = repetition.getCurrentRepetition() % 2 == 0 && random.nextInt(8) == 0 ? "text" : (Object) number;
            switch (random.nextInt(10)) {
                case 0, 1 -> {
                    list = value instanceof Long && random.nextBoolean() ? list.prependInt(number) : list.prepend(value);
                    oracle.addFirst(value);
                }
                case 2 -> {
                    list = list.append(value);
                    oracle.add(value);
                }
                case 3 -> {
                    if (!oracle.isEmpty()) {
                        list = list.tail();
                        oracle.removeFirst();
                    }
                }
                case 4 -> {
                    if (!oracle.isEmpty()) {
                        int i = random.nextInt(oracle.size());
                        list = list.with(i, value);
                        oracle.set(i, value);
                    }
                }
                case 5 -> {
                    ListValue range = ListValue.range(number, number + random.nextInt(60));
                    boolean front = random.nextBoolean();
                    list = front ? range.concat(list) : list.concat(range);
                    oracle.addAll(front ? 0 : oracle.size(), elements(range));
                }
                case 6 -> {
                    int n = random.nextInt(oracle.size() + 1);
                    list = list.drop(n);
                    oracle.subList(0, n).clear();
                }
                case 7 -> {
                    int n = random.nextInt(oracle.size() + 1);
                    list = list.take(n);
                    oracle.subList(n, oracle.size()).clear();
                }
                case 8 -> {
                    var builder = new ListValue.Builder(random.nextInt(3));
                    for (Object element : list) builder.add(element);
                    list = builder.add(value).build();
                    oracle.add(value);
                }
                default -> {
                    list = list.reverse();
                    Collections.reverse(oracle);
                }
            }
            versions.add(list);
            expected.add(List.copyOf(oracle));
            assertThat(list.size()).isEqualTo(oracle.size());
            if (!oracle.isEmpty()) {
                int i = random.nextInt(oracle.size());
                assertThat(list.get(i)).isEqualTo(oracle.get(i));
                assertThat(list.head()).isEqualTo(oracle.getFirst());
                if (oracle.getFirst() instanceof Long first) assertThat(list.headInt()).isEqualTo(first);
                if (oracle.get(i) instanceof Long integer) assertThat(list.getInt(i)).isEqualTo(integer);
            }
        }
        for (int i = 0; i < versions.size(); i++) {
            ListValue version = versions.get(i);
            assertThat(elements(version)).isEqualTo(expected.get(i));
            assertThat(read(new ListCursor(version))).isEqualTo(expected.get(i));
            assertThat(elements(ArrayValue.of(version).toList())).isEqualTo(expected.get(i));
            assertThat(version).isEqualTo(ListValue.of(expected.get(i).toArray()));
        }
    }

    /** Reads with and without boxes in turn, and asks in the middle what is left. */
    private static List<Object> read(ListCursor cursor) {
        List<Object> all = new ArrayList<>();
        while (cursor.hasNext()) {
            ListValue left = cursor.remaining();
            if (all.size() % 2 == 0 && left.head() instanceof Long) all.add(cursor.nextInt());
            else all.add(cursor.next());
            if (all.size() % 40 == 0) assertThat(elements(cursor.remaining())).isEqualTo(elements(left.tail()));
        }
        return all;
    }

    @Test
    void integersReadAsSomethingElseAreTypeErrors() {
        ListValue list = ListValue.of("a").prependInt(1);
        assertThat(list.headInt()).isEqualTo(1);
        assertThatThrownBy(list.tail()::headInt).isInstanceOfSatisfying(NostosException.class,
                e -> assertThat(e.value()).isEqualTo(new Tuple("TypeError", "expected Int, got String")));
    }

    /** A minute's work if an operation took time in proportion to the length. */
    @Test
    void growsAndShrinksAtBothEnds() {
        ListValue list = ListValue.EMPTY;
        for (long i = 0; i < 200_000; i++) list = list.prependInt(-i).append(i);
        assertThat(list.head()).isEqualTo(-199_999L);
        assertThat(list.get(200_000)).isEqualTo(0L);
        assertThat(list.get(399_999)).isEqualTo(199_999L);
        for (int i = 0; i < 200_000; i++) list = list.take(list.size() - 1).append("x").tail();
        assertThat(list.size()).isEqualTo(200_000);
        assertThat(list.head()).isEqualTo(0L);
    }

    @Test
    void aDeepLookUpInAChainLaysItOut() {
        ListValue list = ListValue.EMPTY;
        for (long i = 0; i < 100_000; i++) list = list.prepend(i);
        for (int i = 0; i < 100_000; i++) assertThat(list.get(i)).isEqualTo(99_999L - i);
        assertThat(list.size()).isEqualTo(100_000);
    }

    @Test
    void missingElementsAreErrors() {
        assertThatThrownBy(() -> ListValue.of(1L).get(-1)).isInstanceOfSatisfying(NostosException.class,
                e -> assertThat(e.value()).isEqualTo(new Tuple("Panic", "Index -1 out of bounds")));
        assertThatThrownBy(ListValue.EMPTY::head).isInstanceOfSatisfying(NostosException.class,
                e -> assertThat(e.value()).isEqualTo(new Tuple("IndexOutOfBounds", "index 0 out of bounds (length 0)")));
    }

    @Test
    void rangesAreNotLaidOut() {
        ListValue range = ListValue.range(1, 2_000_000_000);
        assertThat(range.size()).isEqualTo(2_000_000_000);
        assertThat(range.get(1_999_999_999)).isEqualTo(2_000_000_000L);
        assertThat(ListValue.range(2, 1).isEmpty()).isTrue();
        assertThat(elements(ListValue.range(Long.MAX_VALUE - 1, Long.MAX_VALUE))).containsExactly(Long.MAX_VALUE - 1, Long.MAX_VALUE);
    }
}
