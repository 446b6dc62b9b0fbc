package dev.ithaca.vm.inspect;

import static dev.ithaca.vm.inspect.InspectedProgram.start;
import static dev.ithaca.vm.inspect.InspectedProgram.untilWaiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.runtime.TestMachine;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Calls of functions seen from outside, while the program runs. */
class CallTraceTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private static String told(TracedCall c) {
        return "<" + c.pid() + "> " + c.function() + c.arguments().stream().map(a -> a.name() + ": " + a.type() + " = " + a.value().text()).collect(Collectors.joining(", ", "(", ")"))
                + " " + c.outcome() + (c.result() == null ? "" : " " + c.result().text()) + (c.error() == null ? "" : " " + c.error())
                + (c.from() == null ? "" : " :" + c.from().line());
    }

    @Test
    void tellsArgumentsResultsErrorsAndCallersAndWhatWasPutAside() {
        try (VirtualMachine vm = start("""
                half(n: Int, exact: Bool) -> Float = if exact then 0.5 else throw("odd " ++ show(n))
                patient(who: String) -> Int = receive { n -> n }
                attempt(n: Int) -> Float = try { half(n, n == 4) } catch { e -> 0.0 }
                serve() -> () = receive {
                    "wait" -> {
                        x = patient("me")
                        serve()
                    }
                    n -> {
                        x = attempt(n)
                        serve()
                    }
                }
                main() = {
                    s = spawn { serve() }
                    receive {
                        "go" -> {
                            s <- 4
                            s <- 5
                            s <- "wait"
                        }
                    }
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1, 2);
            CallTrace half = inspector.traceCalls("half", Set.of(), 10, LONG);
            CallTrace patient = inspector.traceCalls("patient", Set.of(2L), 10, LONG);
            CallTrace elsewhere = inspector.traceCalls("patient", Set.of(1L), 10, LONG);
            assertThat(half.known()).as("nobody has called it yet").isFalse();
            inspector.send(1, "\"go\"").join();
            TestMachine.until(() -> patient.calls().stream().anyMatch(c -> c.outcome() == TracedCall.Outcome.PUT_ASIDE));
            assertThat(half.calls()).extracting(CallTraceTest::told).containsExactly("<2> half(n: Int = 4, exact: Bool = true) RETURNED 0.5 :3",
                    "<2> half(n: Int = 5, exact: Bool = false) FAILED odd 5 :3");
            assertThat(half.calls().getFirst().nanos()).isPositive();
            assertThat(patient.calls()).extracting(CallTraceTest::told).containsExactly("<2> patient(who: String = \"me\") PUT_ASIDE :6");
            assertThat(elsewhere.calls()).isEmpty();
            assertThat(half.known()).isTrue();
            assertThat(half.end()).isNull();
            half.stop();
            assertThat(half.end()).isEqualTo("stopped");
        }
    }

    @Test
    void endsByItselfWhenThatManyWereSeenOrTimeIsOverAndTheProgramGoesOnAtFullSpeed() throws Exception {
        try (VirtualMachine vm = start("""
                step(n: Int) -> Int = if n % 3 == 0 then n + 1 else n + 2
                spin(n: Int, x: Int) -> Int = if n == 0 then x else spin(n - 1, step(x))
                main() = {
                    spawn { spin(1000000000000, 0) }
                    receive { "stop" -> () }
                }
                """)) {
            Inspector inspector = vm.inspector();
            TestMachine.until(() -> inspector.info(2).map(p -> p.status() == ProcessStatus.RUNNING && p.reductions() > 10_000_000).orElse(false));
            double before = rate(inspector);
            CallTrace trace = inspector.traceCalls("step", Set.of(), 100, LONG);
            TestMachine.until(() -> trace.end() != null);
            assertThat(trace.end()).isEqualTo("that many calls were seen");
            // the last may be in the middle of it
            TestMachine.until(() -> trace.calls().stream().noneMatch(c -> c.outcome() == TracedCall.Outcome.UNDER_WAY));
            assertThat(trace.calls()).hasSize(100).allMatch(c -> c.outcome() == TracedCall.Outcome.RETURNED && c.result() != null && c.from().line() == 2);
            CallTrace brief = inspector.traceCalls("step", Set.of(99L), 100, Duration.ofMillis(50));
            TestMachine.until(() -> brief.end() != null);
            assertThat(brief.end()).isEqualTo("time is over");
            assertThat(brief.calls()).isEmpty();
            // not a measurement: only that it does not go through a probe any more
            TestMachine.until(() -> rate(inspector) > before / 4);
        }
    }

    private static double rate(Inspector inspector) {
        long reductions = inspector.info(2).orElseThrow().reductions();
        long started = System.nanoTime();
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return (inspector.info(2).orElseThrow().reductions() - reductions) / ((System.nanoTime() - started) / 1e9);
    }

    @Test
    void deepRecursionAndTailCallsOfEachOtherSurviveIt() {
        try (VirtualMachine vm = start("""
                total(n: Int) -> Int = if n == 0 then 0 else n + total(n - 1)
                even(n: Int) -> Bool = if n == 0 then true else odd(n - 1)
                odd(n: Int) -> Bool = if n == 0 then false else even(n - 1)
                main() = {
                    receive { "go" -> () }
                    (total(300000), even(3000000))
                }
                """)) {
            Inspector inspector = vm.inspector();
            untilWaiting(inspector, 1);
            CallTrace total = inspector.traceCalls("total", Set.of(), 1_000, LONG);
            CallTrace odd = inspector.traceCalls("odd", Set.of(), 1_000, LONG);
            inspector.send(1, "\"go\"").join();
            assertThat(vm.outcome().join().result()).isEqualTo("(45000150000, true)");
            assertThat(total.calls().getFirst().arguments().getFirst().value().text()).isEqualTo("300000");
            assertThat(odd.end()).isIn(null, "that many calls were seen");
        }
    }
}
