package dev.ithaca.vm.runtime.value;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The candidates for maps, which keep the order of insertion: nanoseconds per entry to build one by single insertions, to
 * replace every value, to look up keys of which half are there, and to go through the entries in order. "Linked" is the
 * ordered map of kotlinx.collections.immutable, "Unordered" its CHAMP, which forgets the order and so marks what is to be
 * had at most; "Sequenced" is {@link SequencedTrie}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:NewRatio=1", "-Xms2g", "-XX:+UseCompactObjectHeaders"})
public class MapBenchmark {
    private static final int SIZE = 100_000;

    @Param({"integers", "strings"}) public String kind;

    private final Object[] keys = new Object[SIZE];
    private final Object[] probes = new Object[SIZE];
    private PersistentMap<Object, Object> linked;
    private PersistentMap<Object, Object> unordered;
    private SequencedTrie sequenced;

    @Setup public void fill() {
        for (int i = 0; i < SIZE; i++) {
            keys[i] = key(i);
            probes[i] = key(2 * i);
        }
        linked = buildLinked();
        unordered = buildUnordered();
        sequenced = buildSequenced();
    }

    private Object key(int i) {
        long scattered = i * 7919L % 1_000_003;
        return kind.equals("integers") ? (Object) scattered : "key" + scattered;
    }

    private PersistentMap<Object, Object> build(PersistentMap<Object, Object> empty) {
        PersistentMap<Object, Object> map = empty;
        for (Object key : keys) map = map.put(key, key);
        return map;
    }

    private static int hits(Map<Object, Object> map, Object[] probes) {
        int hits = 0;
        for (Object key : probes) if (map.get(key) != null) hits++;
        return hits;
    }

    private static int hash(Map<Object, Object> map) {
        int sum = 0;
        for (var e : map.entrySet()) sum = 31 * sum + System.identityHashCode(e.getValue());
        return sum;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public PersistentMap<Object, Object> buildLinked() { return build(ExtensionsKt.persistentMapOf()); }

    @Benchmark @OperationsPerInvocation(SIZE) public PersistentMap<Object, Object> buildUnordered() { return build(ExtensionsKt.persistentHashMapOf()); }

    @Benchmark @OperationsPerInvocation(SIZE) public SequencedTrie buildSequenced() {
        SequencedTrie map = SequencedTrie.EMPTY;
        for (Object key : keys) map = map.put(key, key);
        return map;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public Object replaceLinked() {
        PersistentMap<Object, Object> map = linked;
        for (Object key : keys) map = map.put(key, kind);
        return map;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public Object replaceUnordered() {
        PersistentMap<Object, Object> map = unordered;
        for (Object key : keys) map = map.put(key, kind);
        return map;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public Object replaceSequenced() {
        SequencedTrie map = sequenced;
        for (Object key : keys) map = map.put(key, kind);
        return map;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public int lookUpLinked() { return hits(linked, probes); }

    @Benchmark @OperationsPerInvocation(SIZE) public int lookUpUnordered() { return hits(unordered, probes); }

    @Benchmark @OperationsPerInvocation(SIZE) public int lookUpSequenced() {
        int hits = 0;
        for (Object key : probes) if (sequenced.get(key) != null) hits++;
        return hits;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public int entriesOfLinked() { return hash(linked); }

    @Benchmark @OperationsPerInvocation(SIZE) public int entriesOfUnordered() { return hash(unordered); }

    @Benchmark @OperationsPerInvocation(SIZE) public int entriesOfSequenced() {
        int sum = 0;
        for (var e : sequenced.entries()) sum = 31 * sum + System.identityHashCode(e.value());
        return sum;
    }
}
