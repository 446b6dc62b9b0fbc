package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.ExitReason;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Priority;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.ProcessControl;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Ref;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.List;
import java.util.Locale;

/** Functions about processes (chapter 4, sections 4.8 and 4.13); the records they show are made in {@code process.nos}. */
public final class ProcessLibrary {
    private ProcessLibrary() {}

    @NostosFunction(name = {"processes", "Process.all"}, type = "() -> List[Pid]", complexity = "O(number of processes)",
            doc = "The live processes, in the order in which they were started.",
            example = "contains(Process.all(), self()) => true")
    public static ListValue all(Process p) { return pids(p.machine().control().all()); }

    @NostosFunction(name = "Process.alive", type = "Pid -> Bool", doc = "Whether a process is alive.",
            example = "Process.alive(self()) => true")
    public static boolean alive(Process p, Object pid) { return p.machine().control().isAlive((Pid) pid); }

    @NostosFunction(name = "Process.time", type = "Pid -> Int", doc = "Milliseconds since a live process was started, -1 for a dead one.",
            example = "Process.time(self()) >= 0 => true")
    public static long time(Process p, Object pid) { return p.machine().control().uptimeMillis((Pid) pid); }

    @NostosFunction(name = "Process.kill", type = "Pid -> Bool",
            doc = "Ends another process at its next safepoint, without running its handlers; false if it is dead or the caller.",
            example = "Process.kill(self()) => false")
    public static boolean kill(Process p, Object pid) { return p.machine().control().kill(p, (Pid) pid); }

    @NostosFunction(name = "vmStats", type = "() -> (Int, Int, Int)", doc = "Processes started, ended and alive so far.",
            example = "vmStats().2 > 0 => true")
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

    @NostosFunction(name = "Process._accounts", type = "Pid -> (Int, Int, Int, Int, Int, Int, String)",
            doc = "CPU time in microseconds, allocated bytes, messages in and out, age of the oldest message and of the heap size in milliseconds, priority.")
    public static Tuple accounts(Process p, Object pid) {
        ProcessControl.Details d = p.machine().control().details(p, (Pid) pid);
        return new Tuple(d.cpuMicros(), d.allocatedBytes(), d.received(), d.sent(), d.oldestMessageMillis(), d.heapAgeMillis(),
                d.priority().name().toLowerCase(Locale.ROOT));
    }

    @NostosFunction(name = "Process.setPriority", type = "Priority -> ()", doc = "How soon the caller gets a processor: Low, Normal or High.",
            example = "Process.setPriority(Normal) => ()")
    public static void setPriority(Process p, Object priority) {
        p.machine().control().setPriority(p, Priority.valueOf(((Struct) priority).shape().constructor().toUpperCase(Locale.ROOT)));
    }

    @NostosFunction(name = "Process.setMaxHeapSize", type = "Int -> ()",
            doc = "Ends the caller when it keeps more than so many bytes alive; 0 for no limit.", example = "Process.setMaxHeapSize(0) => ()")
    public static void setMaxHeapSize(Process p, long bytes) { p.machine().control().setMaxHeapSize(p, bytes); }

    @NostosFunction(name = "Process.messages", type = "Pid -> List[a]", suspends = true, complexity = "O(n)",
            doc = "The messages in the mailbox of a process, oldest first, without taking them out.",
            example = "Process.messages(self()) => []")
    public static Object messages(Process p, Pid pid) {
        Object messages = p.machine().control().messages(p, pid);
        p.returnRef(messages);
        return messages;
    }

    @NostosFunction(name = "Process._stack", type = "Pid -> List[(String, String, Int, List[(String, a)])]", suspends = true,
            doc = "Function, file, line and variables of each frame of a process, innermost first.")
    public static Object stack(Process p, Pid pid) {
        Object frames = p.machine().control().stack(p, pid);
        p.returnRef(frames);
        return frames;
    }

    @NostosFunction(name = "System.processLimit", type = "() -> Int", doc = "How many processes may be alive at a time; then spawn raises SystemLimit.",
            example = "System.processLimit() >= 262144 => true")
    public static long processLimit(Process p) { return p.machine().control().processLimit(); }

    @NostosFunction(name = "System.setProcessLimit", type = "Int -> ()", doc = "Sets how many processes may be alive at a time.",
            example = "{ limit = System.processLimit(); System.setProcessLimit(limit); System.processLimit() == limit } => true")
    public static void setProcessLimit(Process p, long limit) { p.machine().control().setProcessLimit(limit); }

    @NostosFunction(name = "Process._relatives", type = "Pid -> (List[Pid], List[Pid])",
            doc = "The creator of a process, as a list of at most one, and its live children.", complexity = "O(number of processes)")
    public static Tuple relatives(Process p, Object pid) {
        ProcessControl.Details d = p.machine().control().details(p, (Pid) pid);
        return new Tuple(pids(d.parent() == 0 ? List.of() : List.of(new Pid(d.parent()))), pids(d.children().stream().map(Pid::new).toList()));
    }

    @NostosFunction(name = "Process._ties", type = "Pid -> (List[Pid], List[Pid], List[Pid], List[String], Bool, String)",
            doc = "Links, monitored processes, monitoring processes, module variables, whether exits are trapped, and the failure of a process.")
    public static Tuple ties(Process p, Object pid) {
        ProcessControl.Ties t = p.machine().control().ties((Pid) pid);
        return new Tuple(pidList(t.links()), pidList(t.monitors()), pidList(t.monitoredBy()), ListValue.of(t.variables().toArray()),
                t.trapsExits(), text(p.machine().control().failure((Pid) pid)));
    }

    private static ListValue pidList(List<Long> numbers) { return pids(numbers.stream().map(Pid::new).toList()); }

    @NostosFunction(name = "Process.suspend", type = "Pid -> Bool",
            doc = "Stops another process at its next safepoint until it is resumed; false if it has ended or is the caller.",
            example = "{ p = spawn { receive { \"go\" -> () } }; Process.suspend(p) && Process.resume(p) } => true")
    public static boolean suspend(Process p, Pid other) { return p.machine().control().suspend(p, other); }

    @NostosFunction(name = "Process.resume", type = "Pid -> Bool", doc = "Lets a suspended process go on; false if it has ended.",
            example = "Process.resume(self()) => true")
    public static boolean resume(Process p, Pid other) { return p.machine().control().resume(other); }

    @NostosFunction(name = {"link", "Process.link"}, type = "Pid -> ()", suspends = true, doc = "Links the caller with a process: when one ends with an error, so does the other.",
            example = "link(self()) => ()")
    public static void link(Process p, Pid other) { p.machine().signals().link(p, other); }

    @NostosFunction(name = {"unlink", "Process.unlink"}, type = "Pid -> ()", doc = "Removes a link.", example = "unlink(self()) => ()")
    public static void unlink(Process p, Pid other) { p.machine().signals().unlink(p, other); }

    @NostosFunction(name = {"monitor", "Process.monitor"}, type = "Pid -> Ref", doc = "Has Down(ref, pid, reason) sent to the caller when a process ends.",
            example = "{ m = monitor(spawn { () }); receive { Down(ref, _, reason) -> (ref == m, reason) } } => (true, Normal)")
    public static Ref monitor(Process p, Pid other) { return p.machine().signals().monitor(p, other); }

    @NostosFunction(name = {"demonitor", "Process.demonitor"}, type = "Ref -> ()", doc = "Ends a monitor and takes back its message.",
            example = "demonitor(makeRef()) => ()")
    public static void demonitor(Process p, Ref ref) { p.machine().signals().demonitor(p, ref); }

    @NostosFunction(name = {"exit", "Process.exit"}, type = "ExitReason -> a",
            doc = "Ends the caller with a reason; finally blocks run, catch blocks do not see it.",
            example = "{ monitor(spawn { exit(Shutdown) }); receive { Down(_, _, reason) -> reason } } => Shutdown")
    public static Object exit(Object reason) { throw NostosException.exit(reasonOf((Struct) reason)); }

    @NostosFunction(name = {"exit", "Process.exit"}, type = "Pid, ExitReason -> ()", suspends = true,
            doc = "Asks a process to end with a reason: one that traps exits gets the message Exit(caller, reason), Normal ends nobody.",
            example = "{ p = spawn { sleep(60000) }; monitor(p); exit(p, Error(\"no\")); receive { Down(_, _, reason) -> reason } } => Error(\"no\")")
    public static void exit(Process p, Pid other, Object reason) { p.machine().signals().exit(p, other, reasonOf((Struct) reason)); }

    private static ExitReason reasonOf(Struct reason) {
        return switch (reason.shape().constructor()) {
            case "Normal" -> ExitReason.NORMAL;
            case "Shutdown" -> ExitReason.SHUTDOWN;
            default -> ExitReason.error((String) reason.get(0));
        };
    }

    @NostosFunction(name = "Process.trapExit", type = "Bool -> ()", doc = "Whether exit signals reach the caller as messages Exit(pid, reason).",
            example = "Process.trapExit(false) => ()")
    public static void trapExit(Process p, boolean trap) { p.machine().signals().trapExits(p, trap); }

    @NostosFunction(name = "makeRef", type = "() -> Ref", doc = "A reference that equals no other.", example = "makeRef() == makeRef() => false")
    public static Ref makeRef(Process p) { return p.machine().signals().makeRef(); }

    @NostosFunction(name = {"register", "Process.register"}, type = "String, Pid -> ()",
            doc = "Gives a process a name; an error of kind ArgumentError if the name is taken or the process dead.",
            example = "{ register(\"me\", self()); found = lookup(\"me\") == self(); unregister(\"me\"); found } => true")
    public static void register(Process p, String name, Pid pid) { p.machine().names().register(name, pid); }

    @NostosFunction(name = {"unregister", "Process.unregister"}, type = "String -> ()", doc = "Frees a name.", example = "unregister(\"nobody\") => ()")
    public static void unregister(Process p, String name) { p.machine().names().unregister(name); }

    @NostosFunction(name = "Process._whereis", type = "String -> List[Pid]", doc = "The process of a name, if there is one.")
    public static ListValue whereis(Process p, String name) {
        Pid pid = p.machine().names().whereis(name);
        return pid == null ? ListValue.EMPTY : ListValue.of(pid);
    }

    @NostosFunction(name = {"lookup", "Process.lookup"}, type = "String -> Pid", doc = "The process of a name; an error of kind ArgumentError if nobody has it.",
            example = "lookup(\"nobody\") => throws (\"ArgumentError\", \"no process is registered as \\\"nobody\\\"\")")
    public static Pid lookup(Process p, String name) {
        Pid pid = p.machine().names().whereis(name);
        if (pid == null) throw new NostosException("ArgumentError", "no process is registered as \"" + name + "\"");
        return pid;
    }

    @NostosFunction(name = {"registered", "Process.registered"}, type = "() -> List[String]", complexity = "O(n log n)", doc = "The names in use, sorted.",
            example = "{ register(\"b\", self()); names = registered(); unregister(\"b\"); names } => [\"b\"]")
    public static ListValue registered(Process p) { return ListValue.of(p.machine().names().registered().toArray()); }

    @NostosFunction(name = "Process.yield", type = "() -> ()", suspends = true, doc = "Lets other processes run.", example = "Process.yield() => ()")
    public static void giveWay(Process p) { p.sleep(0); }

    private static ListValue pids(List<Pid> pids) { return ListValue.of(pids.toArray()); }

    private static String text(String text) { return text == null ? "" : text; }
}
