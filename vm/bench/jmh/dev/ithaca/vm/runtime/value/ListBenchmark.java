package dev.ithaca.vm.runtime.value;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The candidates for lists of integers: nanoseconds per element to build one, and to add one up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:NewRatio=1", "-Xms2g"})
public class ListBenchmark {
    private static final int SIZE = 1_000_000;

    private ListValue boxedCells = ListValue.EMPTY;
    private ListValue integerCells = ListValue.EMPTY;
    private UnrolledList unrolled = UnrolledList.EMPTY;
    private ListValue boxedArray;
    private ListValue integerArray;
    private ListValue vector = ListValue.EMPTY;
    private ListValue range;

    @Setup public void fill() {
        // One after the other, so that each has its cells side by side as a program would.
        for (int i = SIZE - 1; i >= 0; i--) boxedCells = boxedCells.prepend((long) i * 1000);
        for (int i = SIZE - 1; i >= 0; i--) integerCells = integerCells.prependInt(i * 1000L);
        for (int i = SIZE - 1; i >= 0; i--) unrolled = unrolled.prepend((long) i * 1000);
        var array = new Object[SIZE];
        for (int i = 0; i < SIZE; i++) array[i] = (long) i * 1000;
        boxedArray = ListValue.of(array);
        integerArray = ArrayValue.of(integerCells).toList();
        range = ListValue.range(1, SIZE);
        vector = boxedArray.with(0, 1L);
    }

    // ---- head and tail, as programs take lists apart

    private static long addUp(ListValue list) {
        long sum = 0;
        for (ListValue rest = list; !rest.isEmpty(); rest = rest.tail()) sum += rest.headInt();
        return sum;
    }

    private static long addUpBoxes(ListValue list) {
        long sum = 0;
        for (ListValue rest = list; !rest.isEmpty(); rest = rest.tail()) sum += Boxes.toInt(rest.head());
        return sum;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public long tailsOfBoxedCells() { return addUpBoxes(boxedCells); }

    @Benchmark @OperationsPerInvocation(SIZE) public long tailsOfIntegerCells() { return addUp(integerCells); }

    @Benchmark @OperationsPerInvocation(SIZE) public long tailsOfBoxedArray() { return addUpBoxes(boxedArray); }

    @Benchmark @OperationsPerInvocation(SIZE) public long tailsOfIntegerArray() { return addUp(integerArray); }

    @Benchmark @OperationsPerInvocation(SIZE) public long tailsOfRange() { return addUp(range); }

    @Benchmark @OperationsPerInvocation(SIZE) public long tailsOfUnrolled() {
        long sum = 0;
        for (UnrolledList rest = unrolled; !rest.isEmpty(); rest = rest.tail()) sum += Boxes.toInt(rest.head());
        return sum;
    }

    // ---- cursors, as the library reads lists

    private static long read(ListValue list) {
        long sum = 0;
        for (var cursor = new ListCursor(list); cursor.hasNext(); ) sum += cursor.nextInt();
        return sum;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public long cursorOfBoxedCells() { return read(boxedCells); }

    @Benchmark @OperationsPerInvocation(SIZE) public long cursorOfIntegerCells() { return read(integerCells); }

    @Benchmark @OperationsPerInvocation(SIZE) public long cursorOfBoxedArray() { return read(boxedArray); }

    @Benchmark @OperationsPerInvocation(SIZE) public long cursorOfIntegerArray() { return read(integerArray); }

    @Benchmark @OperationsPerInvocation(SIZE) public long cursorOfVector() { return read(vector); }

    // ---- building

    @Benchmark @OperationsPerInvocation(SIZE) public ListValue prependBoxes() {
        ListValue list = ListValue.EMPTY;
        for (int i = 0; i < SIZE; i++) list = list.prepend(i * 1000L);
        return list;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public ListValue prependIntegers() {
        ListValue list = ListValue.EMPTY;
        for (int i = 0; i < SIZE; i++) list = list.prependInt(i * 1000L);
        return list;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public Object prependUnrolled() {
        UnrolledList list = UnrolledList.EMPTY;
        for (int i = 0; i < SIZE; i++) list = list.prepend(i * 1000L);
        return list;
    }

    @Benchmark @OperationsPerInvocation(SIZE) public ListValue buildIntegers() {
        var builder = new ListValue.Builder(SIZE);
        for (int i = 0; i < SIZE; i++) builder.addInt(i * 1000L);
        return builder.build();
    }

    @Benchmark @OperationsPerInvocation(SIZE) public ListValue buildBoxes() {
        var array = new Object[SIZE];
        for (int i = 0; i < SIZE; i++) array[i] = i * 1000L;
        return ListValue.of(array);
    }
}
