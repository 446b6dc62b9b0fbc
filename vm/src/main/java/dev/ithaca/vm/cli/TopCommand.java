package dev.ithaca.vm.cli;

import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.Program;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.project.LoadException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code nostos top}: runs a program and shows its processes, busiest first, again and again. */
record TopCommand(NostosCompiler compiler, PrintStream out, PrintStream err) {
    private static final String HOME_AND_CLEAR = "\033[H\033[J";
    private static final int OUTPUT_LINES = 8;

    int execute(Arguments arguments) throws LoadException, InterruptedException {
        Optional<Program> program = new Compiling(compiler, out, err).compile(arguments, false);
        if (program.isEmpty()) return 1;
        boolean terminal = System.console() != null && System.console().isTerminal() && !arguments.once();
        var tail = new OutputTail(OUTPUT_LINES);
        // on a terminal the program's output would tear the table, so its last lines are shown below it
        PrintStream programOut = terminal ? new PrintStream(tail, true, StandardCharsets.UTF_8) : out;
        try (VirtualMachine machine = program.get().start(RunCommand.options(arguments, programOut, programOut))) {
            var table = new ProcessTable(machine.inspector());
            while (!ended(machine, arguments.intervalMillis())) {
                if (terminal) out.print(HOME_AND_CLEAR);
                out.print(table.render());
                if (terminal) out.print(tail.text());
                out.flush();
                if (arguments.once()) {
                    machine.stop();
                    return 0;
                }
            }
            if (terminal) out.print(HOME_AND_CLEAR);
            out.print(table.render());
            if (terminal) out.print(tail.text());
            return RunCommand.finish(machine.outcome().join(), out, err);
        }
    }

    private static boolean ended(VirtualMachine machine, int millis) throws InterruptedException {
        try {
            machine.outcome().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome never fails", e);
        }
    }
}
