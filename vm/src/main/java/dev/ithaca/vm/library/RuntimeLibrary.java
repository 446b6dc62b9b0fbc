package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Tuple;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Facts about the machine that runs the program (chapter 3, section 18). */
public final class RuntimeLibrary {
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Path STATUS = Path.of("/proc/self/status");

    private RuntimeLibrary() {}

    @NostosFunction(name = "Runtime.isInteractive", type = "() -> Bool", doc = "Whether the program runs in an interactive session.",
            example = "Runtime.isInteractive() => false")
    public static boolean isInteractive(Process p) { return p.machine().host() != null; }

    @NostosFunction(name = "Runtime.threadCount", type = "() -> Int", doc = "The number of processors.", example = "Runtime.threadCount() > 0 => true")
    public static long processors() { return Runtime.getRuntime().availableProcessors(); }

    @NostosFunction(name = "Runtime.numThreads", type = "() -> Int", doc = "The number of threads of the operating system.",
            example = "Runtime.numThreads() > 0 => true")
    public static long threads() { return ManagementFactory.getThreadMXBean().getThreadCount(); }

    @NostosFunction(name = {"Runtime.tokioWorkers", "Runtime.blockingThreads"}, type = "() -> Int", doc = "The number of scheduler threads.",
            example = "Runtime.tokioWorkers() > 0 => true")
    public static long workers() { return Runtime.getRuntime().availableProcessors(); }

    @NostosFunction(name = "Runtime.uptimeMs", type = "() -> Int", doc = "Milliseconds since the program started.", example = "Runtime.uptimeMs() >= 0 => true")
    public static long uptime(Process p) { return p.machine().millis(); }

    @NostosFunction(name = "Runtime.pid", type = "() -> Int", doc = "The number of the operating system's process.", example = "Runtime.pid() > 0 => true")
    public static long systemPid() { return ProcessHandle.current().pid(); }

    @NostosFunction(name = "Runtime.memoryKb", type = "() -> Int", doc = "Resident memory in kilobytes; 0 where the system does not tell.",
            example = "Runtime.memoryKb() >= 0 => true")
    public static long memory() {
        for (String line : linesOf(STATUS)) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
        return 0;
    }

    @NostosFunction(name = "Runtime.loadAvg", type = "() -> (Float, Float, Float)", doc = "The system's load over 1, 5 and 15 minutes; zeros where it does not tell.",
            example = "Runtime.loadAvg().0 >= 0.0 => true")
    public static Tuple load() {
        for (String line : linesOf(LOAD)) {
            String[] parts = line.split(" ");
            if (parts.length >= 3) {
                return new Tuple(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            }
        }
        return new Tuple(0.0, 0.0, 0.0);
    }

    /** Empty for a file this system does not have. */
    private static String[] linesOf(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).split("\n") : new String[0];
        } catch (IOException e) {
            return new String[0];
        }
    }

    @NostosFunction(name = "Gc._collect", type = "() -> (Int, Int)", doc = "Runs the garbage collector: bytes freed, bytes in use.")
    public static Tuple collect() {
        long before = used();
        System.gc();
        long after = used();
        return new Tuple(Math.max(0, before - after), after);
    }

    @NostosFunction(name = "Gc._stats", type = "() -> (Int, Int, Int, Int)", doc = "Bytes in use, allocated and freed so far, and collections.")
    public static Tuple statistics() {
        long collections = 0;
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) collections += Math.max(0, bean.getCollectionCount());
        long live = used();
        long allocated = Math.max(live, allocated());
        return new Tuple(live, allocated, allocated - live, collections);
    }

    private static long used() { return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(); }

    /** Bytes allocated by all threads of this Java process, 0 if it cannot tell. */
    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getTotalThreadAllocatedBytes() : 0;
    }
}
