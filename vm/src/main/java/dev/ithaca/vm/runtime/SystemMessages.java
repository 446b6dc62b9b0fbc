package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Ref;
import dev.ithaca.vm.runtime.value.Tuple;

/** Makes the messages the machine itself sends; whoever knows the program's types provides its constructors. */
public interface SystemMessages {
    /** An observed process has ended. */
    Object down(Ref monitor, Pid pid, ExitReason reason);

    /** A linked process has ended and the receiver traps exits. */
    Object exit(Pid pid, ExitReason reason);

    /** Whether a message is the one {@link #down} made for a monitor. */
    boolean isDown(Object message, Ref monitor);

    /** Whether a message is one that {@link #exit} made for a process. */
    boolean isExit(Object message, Pid pid);

    /** Plain tuples, for machines without such types. */
    static SystemMessages tuples() {
        return new SystemMessages() {
            @Override public Object down(Ref monitor, Pid pid, ExitReason reason) {
                return new Tuple("Down", monitor, pid, reason.text());
            }

            @Override public boolean isDown(Object message, Ref monitor) {
                return message instanceof Tuple t && t.arity() == 4 && "Down".equals(t.get(0)) && monitor.equals(t.get(1));
            }

            @Override public boolean isExit(Object message, Pid pid) {
                return message instanceof Tuple t && t.arity() == 3 && "Exit".equals(t.get(0)) && pid.equals(t.get(1));
            }

            @Override public Object exit(Pid pid, ExitReason reason) { return new Tuple("Exit", pid, reason.text()); }
        };
    }
}
