package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.ProcessControl;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.List;

/** Functions about processes (chapter 4, sections 4.8 and 4.13); the records they show are made in {@code process.nos}. */
public final class ProcessLibrary {
    private ProcessLibrary() {}

    @NostosFunction(name = {"processes", "Process.all"}, type = "() -> List[Pid]", complexity = "O(number of processes)",
            doc = "The live processes, in the order in which they were started.")
    public static ListValue all(Process p) { return pids(p.machine().control().all()); }

    @NostosFunction(name = "Process.alive", type = "Pid -> Bool", doc = "Whether a process is alive.",
            example = "Process.alive(self()) => true")
    public static boolean alive(Process p, Object pid) { return p.machine().control().isAlive((Pid) pid); }

    @NostosFunction(name = "Process.time", type = "Pid -> Int", doc = "Milliseconds since a live process was started, -1 for a dead one.")
    public static long time(Process p, Object pid) { return p.machine().control().uptimeMillis((Pid) pid); }

    @NostosFunction(name = "Process.kill", type = "Pid -> Bool",
            doc = "Ends another process at its next safepoint, without running its handlers; false if it is dead or the caller.",
            example = "Process.kill(self()) => false")
    public static boolean kill(Process p, Object pid) { return p.machine().control().kill(p, (Pid) pid); }

    @NostosFunction(name = "vmStats", type = "() -> (Int, Int, Int)", doc = "Processes started, ended and alive so far.")
    public static Tuple vmStats(Process p) {
        long[] figures = p.machine().control().vmStatistics();
        return new Tuple(figures[0], figures[1], figures[2]);
    }

    @NostosFunction(name = "Process._texts", type = "Pid -> (String, String, String, String, String, String)",
            doc = "Name, status, function, initial function, file and exit reason of a process; empty where there is none.")
    public static Tuple texts(Process p, Object pid) {
        ProcessControl.Details d = p.machine().control().details(p, (Pid) pid);
        return new Tuple(text(d.name()), d.status(), d.function(), d.initialFunction(), text(d.file()), text(d.exitReason()));
    }

    @NostosFunction(name = "Process._numbers", type = "Pid -> (Int, Int, Int, Int, Int, Int)",
            doc = "Mailbox length, reductions, heap bytes, uptime, line and worker of a process.")
    public static Tuple numbers(Process p, Object pid) {
        ProcessControl.Details d = p.machine().control().details(p, (Pid) pid);
        return new Tuple(d.mailboxLength(), d.reductions(), d.heapSize(), d.uptimeMillis(), d.line(), d.worker());
    }

    @NostosFunction(name = "Process._relatives", type = "Pid -> (List[Pid], List[Pid])",
            doc = "The creator of a process, as a list of at most one, and its live children.", complexity = "O(number of processes)")
    public static Tuple relatives(Process p, Object pid) {
        ProcessControl.Details d = p.machine().control().details(p, (Pid) pid);
        return new Tuple(pids(d.parent() == 0 ? List.of() : List.of(new Pid(d.parent()))), pids(d.children().stream().map(Pid::new).toList()));
    }

    private static ListValue pids(List<Pid> pids) { return ListValue.of(pids.toArray()); }

    private static String text(String text) { return text == null ? "" : text; }
}
