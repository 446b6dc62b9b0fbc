package dev.ithaca.vm.cli;

import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.Outcome;
import dev.ithaca.vm.Program;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.project.LoadException;
import java.io.PrintStream;
import java.util.Optional;

/** {@code nostos run}: compiles, runs main, prints its result. */
record RunCommand(NostosCompiler compiler, PrintStream out, PrintStream err) {
    int execute(Arguments arguments) throws LoadException, InterruptedException {
        Optional<Program> program = new Compiling(compiler, out, err).compile(arguments, false);
        if (program.isEmpty()) return 1;
        try (VirtualMachine machine = program.get().start(options(arguments, out, err))) {
            Inspector inspector = machine.inspector();
            Profile profile = arguments.profile() ? new Profile(inspector::running, () -> inspector.statistics().reductions()) : null;
            Outcome outcome = machine.outcome().join();
            int status = finish(outcome, out, err);
            if (outcome.kind() == Outcome.Kind.FAILED && arguments.dump().isPresent()) {
                new CrashFile(arguments.dump().get(), err).write(inspector, arguments.target());
            }
            if (profile != null) err.print(profile.end());
            return status;
        }
    }

    static VmOptions options(Arguments arguments, PrintStream out, PrintStream err) {
        return VmOptions.standard().withWorkers(arguments.workers()).withSlice(arguments.slice())
                .withSliceSeed(arguments.sliceSeed()).withCommandLine(arguments.commandLine()).withArguments(arguments.programArguments()).withStreams(System.in, out, err)
                .withCrashStops(arguments.crashStops());
    }

    /** Says how the run ended. @return the exit status */
    static int finish(Outcome outcome, PrintStream out, PrintStream err) {
        if (outcome.result() != null) out.println(outcome.result());
        out.flush();
        switch (outcome.kind()) {
            case COMPLETED -> {}
            case FAILED -> err.println(outcome.report());
            case STOPPED -> err.println("Interrupted");
        }
        return outcome.exitCode();
    }
}
