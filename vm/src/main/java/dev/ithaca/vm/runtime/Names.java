package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Pid;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** The registered names of a machine. */
public final class Names {
    private final Machine machine;
    private final ConcurrentHashMap<String, Process> processes = new ConcurrentHashMap<>();

    Names(Machine machine) { this.machine = machine; }

    /** Raises {@code ArgumentError} if the name is taken or the process has ended. */
    public void register(String name, Pid pid) {
        Process p = machine.find(pid.id());
        if (p == null) throw new NostosException("ArgumentError", "<pid " + pid.id() + "> is not alive");
        if (processes.putIfAbsent(name, p) != null) {
            throw new NostosException("ArgumentError", "the name \"" + name + "\" is taken");
        }
        p.ensureExtras().name = name;
        // It may have ended in between, before it could see the name.
        if (p.exit != null) ended(p);
    }

    /** Frees a name; one that is free stays so. */
    public void unregister(String name) {
        Process p = processes.remove(name);
        if (p != null && name.equals(p.extras.name)) p.extras.name = null;
    }

    /** Null if nobody has the name. */
    public Pid whereis(String name) {
        Process p = processes.get(name);
        return p == null ? null : new Pid(p.pid);
    }

    /** A process that is back takes the name it had. @return false if somebody else has it by now */
    boolean restore(String name, Process p) {
        if (processes.putIfAbsent(name, p) != null) return false;
        p.ensureExtras().name = name;
        if (p.exit != null) ended(p);
        return true;
    }

    public List<String> registered() { return processes.keySet().stream().sorted().toList(); }

    /** The process keeps its name only for those who look at it after its death. */
    void ended(Process p) {
        ProcessExtras extras = p.extras;
        if (extras != null && extras.name != null) processes.values().removeIf(q -> q == p);
    }
}
