package dev.ithaca.vm;

import dev.ithaca.vm.jvm.Linker;
import dev.ithaca.vm.runtime.ExitReason;
import dev.ithaca.vm.runtime.SystemMessages;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Ref;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.types.CheckedProgram;
import dev.ithaca.vm.types.ConstructorSymbol;
import java.util.function.Function;

/**
 * The machine's messages as values of the types in {@code stdlib/process.nos}. Their classes are made when the first
 * message is: most programs never see one.
 */
final class ProgramMessages implements SystemMessages {
    private static final String MODULE = "stdlib.process";

    private record Makers(Function<Object[], Struct> down, Function<Object[], Struct> exit, Struct normal, Struct shutdown,
                          Function<Object[], Struct> error) {}

    private final CheckedProgram program;
    private final Linker linker;
    private volatile Makers makers;

    ProgramMessages(CheckedProgram program, Linker linker) {
        this.program = program;
        this.linker = linker;
    }

    @Override public Object down(Ref monitor, Pid pid, ExitReason reason) {
        return makers().down().apply(new Object[] {monitor, pid, reason(reason)});
    }

    @Override public Object exit(Pid pid, ExitReason reason) { return makers().exit().apply(new Object[] {pid, reason(reason)}); }

    @Override public boolean isDown(Object message, Ref monitor) {
        return message instanceof Struct s && s.shape() == linker.shape(symbol("DownMessage", "Down")) && monitor.equals(s.get(0));
    }

    @Override public boolean isExit(Object message, Pid pid) {
        return message instanceof Struct s && s.shape() == linker.shape(symbol("ExitMessage", "Exit")) && pid.equals(s.get(0));
    }

    private Struct reason(ExitReason reason) {
        return switch (reason.kind()) {
            case NORMAL -> makers().normal();
            case SHUTDOWN -> makers().shutdown();
            case KILLED, ERROR -> makers().error().apply(new Object[] {reason.text()});
        };
    }

    private Makers makers() {
        Makers known = makers;
        return known != null ? known : makeMakers();
    }

    private synchronized Makers makeMakers() {
        if (makers == null) {
            makers = new Makers(maker("DownMessage", "Down"), maker("ExitMessage", "Exit"), maker("ExitReason", "Normal").apply(new Object[0]),
                    maker("ExitReason", "Shutdown").apply(new Object[0]), maker("ExitReason", "Error"));
        }
        return makers;
    }

    private Function<Object[], Struct> maker(String type, String constructor) { return linker.maker(symbol(type, constructor)); }

    private ConstructorSymbol symbol(String type, String constructor) { return program.constructor(MODULE, type, constructor); }
}
