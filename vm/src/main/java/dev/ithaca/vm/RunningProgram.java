package dev.ithaca.vm;

import dev.ithaca.vm.inspect.DisplayHost;
import dev.ithaca.vm.inspect.Expressions;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.MachineInspector;
import dev.ithaca.vm.inspect.PanelKeys;
import dev.ithaca.vm.runtime.CallTracer;
import dev.ithaca.vm.runtime.Completion;
import dev.ithaca.vm.runtime.LinkedProgram;
import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.runtime.MachineConfig;
import dev.ithaca.vm.runtime.value.Display;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/** A linked program on a machine of its own. */
final class RunningProgram implements VirtualMachine {
    private final Machine machine;
    private final Inspector inspector;
    private final CompletableFuture<Outcome> outcome;

    private final PanelKeys panelKeys;

    private RunningProgram(Machine machine, Expressions expressions, CallTracer tracer, PanelKeys panelKeys) {
        this.machine = machine;
        this.panelKeys = panelKeys;
        inspector = new MachineInspector(machine, expressions, tracer);
        outcome = machine.completion().thenApply(this::outcomeOf);
    }

    /**
     * Starts a program; returns at once.
     *
     * @param expressions makes what evaluates expressions that users type
     */
    static RunningProgram start(LinkedProgram program, VmOptions options, Function<Machine, Expressions> expressions) {
        DisplayHost host = options.display() == null ? null : new DisplayHost(options.display(), program.functions());
        Machine machine = new Machine(new MachineConfig(options.workers(), options.sliceReductions(), options.sliceSeed(),
                options.maxFrames(), commandLine(options), options.arguments(), options.in(), options.out(), options.err(), program.mvars(), program.decoder(),
                program.messages(), options.crashStops(), true, options.onDeadlock(), program.types(), host, options.history()));
        RunningProgram running = new RunningProgram(machine, expressions.apply(machine), program.tracer(), host == null ? PanelKeys.NONE : host);
        machine.start(program.initializers(), program.main());
        return running;
    }

    /** A program that was not started on a command line has one all the same. */
    private static List<String> commandLine(VmOptions options) {
        if (!options.commandLine().isEmpty()) return options.commandLine();
        return Stream.concat(Stream.of("nostos"), options.arguments().stream()).toList();
    }

    @Override public Inspector inspector() { return inspector; }

    @Override public PanelKeys panelKeys() { return panelKeys; }

    @Override public CompletableFuture<Outcome> outcome() { return outcome; }

    Machine machine() { return machine; }

    /** How main ended, with its value. */
    CompletableFuture<Completion> completion() { return machine.completion(); }

    @Override public void stop() { machine.stop(); }

    @Override public void close() { machine.stop(); }

    private Outcome outcomeOf(Completion end) {
        return switch (end.kind()) {
            case RETURNED -> {
                String result = Display.result(end.value());
                // The result is printed on a line of its own.
                if (result != null && machine.output().isMidLine()) {
                    machine.output().println("");
                    machine.output().flush();
                }
                yield new Outcome(Outcome.Kind.COMPLETED, result, null);
            }
            case CRASHED -> new Outcome(Outcome.Kind.FAILED, null, end.report());
            case STOPPED -> new Outcome(Outcome.Kind.STOPPED, null, null);
        };
    }
}
