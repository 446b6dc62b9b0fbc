package dev.ithaca.vm.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.runtime.NostosException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MapValueTest {
    private static Object key(Random random) {
        long n = random.nextInt(40);
        return switch (random.nextInt(4)) {
            case 0 -> n;
            case 1 -> "k" + n;
            case 2 -> new CharValue((int) n + 'a');
            default -> new Tuple(n, "t");
        };
    }

    @RepeatedTest(20)
    void keepsInsertionOrderLikeALinkedHashMap(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        MapValue map = MapValue.EMPTY;
        Map<Object, Object> oracle = new LinkedHashMap<>();
        for (int step = 0; step < 300; step++) {
            Object key = key(random);
            if (random.nextInt(3) == 0) {
                map = map.remove(key);
                oracle.remove(key);
            } else {
                map = map.put(key, (long) step);
                oracle.put(key, (long) step);
            }
        }
        List<Object> keys = new ArrayList<>();
        map.keys().forEach(keys::add);
        assertThat(keys).containsExactlyElementsOf(oracle.keySet());
        for (var entry : map.entries()) assertThat(entry.getValue()).isEqualTo(oracle.get(entry.getKey()));
        assertThat(map.size()).isEqualTo(oracle.size());
    }

    @RepeatedTest(10)
    void setsKeepInsertionOrderLikeALinkedHashSet(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        SetValue set = SetValue.EMPTY;
        Set<Object> oracle = new LinkedHashSet<>();
        for (int step = 0; step < 300; step++) {
            Object element = key(random);
            boolean removed = random.nextInt(3) == 0;
            set = removed ? set.remove(element) : set.add(element);
            if (removed) oracle.remove(element);
            else oracle.add(element);
        }
        assertThat(set).containsExactlyElementsOf(oracle);
    }

    @Test
    void anOldVersionDoesNotChange() {
        MapValue one = MapValue.EMPTY.put("a", 1L);
        one.put("a", 2L);
        one.remove("a");
        assertThat(one.getOrNull("a")).isEqualTo(1L);
    }

    @Test
    void keysOfDifferentIntegerTypesDiffer() {
        MapValue map = MapValue.EMPTY.put(1L, "Int").put(Boxes.int8(1), "Int8").put(Boxes.uint8(1), "UInt8");
        assertThat(map.size()).isEqualTo(3);
        assertThat(map.getOrNull(Boxes.uint8(1))).isEqualTo("UInt8");
    }

    @Test
    void valuesThatCannotBeHashedAreRefused() {
        assertRefused(1.5, "expected hashable type, got Float64(1.5)");
        assertRefused(new Tuple("a", 1.5), "expected hashable type, got Float64(1.5)");
        assertRefused(ListValue.of(1L), "expected hashable type, got List");
        assertThat(MapValue.EMPTY.getOrNull(1.5)).isNull();
    }

    private static void assertRefused(Object key, String message) {
        assertThatThrownBy(() -> MapValue.EMPTY.put(key, 1L)).isInstanceOfSatisfying(NostosException.class,
                e -> assertThat(e.value()).isEqualTo(new Tuple("TypeError", message)));
    }
}
