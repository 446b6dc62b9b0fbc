package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.BenchMachine;
import dev.ithaca.vm.runtime.value.Closure;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the parts of compiled code cost: nanoseconds for one call, one iteration, one exception, one saved frame. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:NewRatio=1", "--enable-native-access=ALL-UNNAMED"})
public class CompiledCodeBenchmark {
    private static final int MILLION = 1_000_000;
    /** Calls of fib that fib(30) makes. */
    private static final int FIB_CALLS = 2_692_537;
    /** Much deeper than the JVM stack is let grow, so that most frames are saved and restored once. */
    private static final int DEPTH = 1_000_000;

    private static final String SOURCE = """
            fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2)
            calls() = fib(30)

            loop(0, acc) = acc
            loop(n, acc) = loop(n - 1, acc + n * 3)
            tailCalls() = loop(1000000, 0)

            isEven(0) = true
            isEven(n) = isOdd(n - 1)
            isOdd(0) = false
            isOdd(n) = isEven(n - 1)
            mutualTailCalls() = isEven(1000000)

            apply(f, 0, acc) = acc
            apply(f, n, acc) = apply(f, n - 1, f(acc, n))
            closureCalls() = apply((a, b) => a + b, 1000000, 0)
            closureCallsOfMany() =
                apply((a, b) => a + b, 333333, 0) + apply((a, b) => a - b, 333333, 0) + apply((a, b) => a * 3 + b, 333334, 0)

            foldSteps() = [1..1000000].fold(0, (a, x) => a + x)
            mapSteps() = length([1..1000000].map(x => x + 1))
            filterSteps() = length([1..1000000].filter(x => x % 3 == 0))

            risky(n) = if n % 2 == 0 then throw("even") else n
            guarded(n) = try { risky(n) } catch { "even" -> 1 }
            attempt(0, total) = total
            attempt(n, total) = attempt(n - 1, total + guarded(n))
            exceptions() = attempt(1000000, 0)

            within(n) = try { if n % 2 == 0 then throw("even") else n } catch { "even" -> 1 }
            attemptWithin(0, total) = total
            attemptWithin(n, total) = attemptWithin(n - 1, total + within(n))
            exceptionsCaughtWhereThrown() = attemptWithin(1000000, 0)

            depth(n) = if n == 0 then 0 else 1 + depth(n - 1)
            deepCalls() = depth(1000000)
            """;

    /** Reductions per slice; with {@code -p slice=1} everything is unwound at every safepoint. */
    @Param({"4000"})
    public int slice;

    private BenchMachine machine;
    private Closure calls;
    private Closure tailCalls;
    private Closure mutualTailCalls;
    private Closure closureCalls;
    private Closure closureCallsOfMany;
    private Closure fold;
    private Closure map;
    private Closure filter;
    private Closure exceptions;
    private Closure exceptionsCaughtWhereThrown;
    private Closure deepCalls;

    @Setup
    public void start() {
        machine = new BenchMachine(SOURCE, slice);
        calls = machine.function("calls");
        tailCalls = machine.function("tailCalls");
        mutualTailCalls = machine.function("mutualTailCalls");
        closureCalls = machine.function("closureCalls");
        closureCallsOfMany = machine.function("closureCallsOfMany");
        fold = machine.function("foldSteps");
        map = machine.function("mapSteps");
        filter = machine.function("filterSteps");
        exceptions = machine.function("exceptions");
        exceptionsCaughtWhereThrown = machine.function("exceptionsCaughtWhereThrown");
        deepCalls = machine.function("deepCalls");
    }

    @TearDown
    public void stop() { machine.close(); }

    @Benchmark @OperationsPerInvocation(FIB_CALLS)
    public Object call() { return machine.run(calls); }

    @Benchmark @OperationsPerInvocation(MILLION)
    public Object tailCall() { return machine.run(tailCalls); }

    @Benchmark @OperationsPerInvocation(MILLION)
    public Object mutualTailCall() { return machine.run(mutualTailCalls); }

    @Benchmark @OperationsPerInvocation(MILLION)
    public Object closureCall() { return machine.run(closureCalls); }

    @Benchmark @OperationsPerInvocation(MILLION)
    public Object closureCallOfMany() { return machine.run(closureCallsOfMany); }

    @Benchmark @OperationsPerInvocation(MILLION)
    public Object foldStep() { return machine.run(fold); }

    @Benchmark @OperationsPerInvocation(MILLION)
    public Object mapStep() { return machine.run(map); }

    @Benchmark @OperationsPerInvocation(MILLION)
    public Object filterStep() { return machine.run(filter); }

    @Benchmark @OperationsPerInvocation(MILLION)
    public Object tryWithThrowEveryOtherTime() { return machine.run(exceptions); }

    @Benchmark @OperationsPerInvocation(MILLION)
    public Object tryWithThrowInside() { return machine.run(exceptionsCaughtWhereThrown); }

    @Benchmark @OperationsPerInvocation(DEPTH)
    public Object saveAndRestoreFrame() { return machine.run(deepCalls); }
}
