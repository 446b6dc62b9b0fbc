package dev.ithaca.vm;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.MachineInspector;
import dev.ithaca.vm.runtime.Completion;
import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.Unit;
import java.util.concurrent.CompletableFuture;

/** A machine at work, as the facade shows it. */
final class RunningMachine implements VirtualMachine {
    private final Machine machine;
    private final Inspector inspector;
    private final CompletableFuture<Outcome> outcome;

    RunningMachine(Machine machine) {
        this.machine = machine;
        this.inspector = new MachineInspector(machine);
        this.outcome = machine.completion().thenApply(RunningMachine::outcome);
    }

    private static Outcome outcome(Completion completion) {
        return switch (completion.kind()) {
            case RETURNED -> new Outcome(Outcome.Kind.COMPLETED,
                    completion.value() == Unit.UNIT ? null : Display.result(completion.value()), null);
            case CRASHED -> new Outcome(Outcome.Kind.FAILED, null, completion.report());
            case STOPPED -> new Outcome(Outcome.Kind.STOPPED, null, null);
        };
    }

    @Override public Inspector inspector() { return inspector; }

    @Override public CompletableFuture<Outcome> outcome() { return outcome; }

    @Override public void stop() { machine.stop(); }

    @Override public void close() { machine.stop(); }
}
