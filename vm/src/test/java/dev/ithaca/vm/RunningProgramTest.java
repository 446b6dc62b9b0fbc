package dev.ithaca.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.inspect.Expressions;
import dev.ithaca.vm.runtime.LinkedProgram;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.SystemMessages;
import dev.ithaca.vm.runtime.TestFunction;
import dev.ithaca.vm.runtime.TestMachine;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Unit;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Outcome run(TestFunction main) {
        PrintStream stream = new PrintStream(out, true);
        VmOptions options = VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), stream, stream);
        LinkedProgram linked = new LinkedProgram(List.of(), List.of(), main.closure(), e -> null, SystemMessages.tuples());
        try (VirtualMachine vm = RunningProgram.start(linked, options, machine -> Expressions.NONE)) {
            return vm.outcome().join();
        }
    }

    @Test
    void theResultHasItsResultForm() {
        assertThat(run(TestMachine.once(p -> ListValue.of("a", 1L)))).isEqualTo(new Outcome(Outcome.Kind.COMPLETED, "[\"a\", 1]", null));
        assertThat(run(TestMachine.once(p -> Unit.UNIT)).result()).isNull();
    }

    @Test
    void theResultStartsOnAFreshLine() {
        run(TestMachine.once(p -> {
            p.machine().output().print("x");
            return 1L;
        }));
        assertThat(out).hasToString("x\n");
    }

    @Test
    void anUncaughtErrorFails() {
        Outcome outcome = run(TestMachine.once(p -> { throw new NostosException("DivisionByZero", "Division by zero"); }));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.report()).isEqualTo("""
                Runtime error: Panic: Uncaught exception: (DivisionByZero, Division by zero)

                Stack trace:
                  <no stack frames>
                """);
    }
}
