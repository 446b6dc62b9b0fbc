package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.List;

/**
 * The whole population at one moment, as columns of arrays: one row number per process, no object per process.
 * Immutable once taken.
 */
public final class ProcessSample {
    /** What happened to a process lately. */
    public enum Mark { NONE, BORN, DIED }

    /** How long a birth or a death stays marked. */
    static final long MARK_NANOS = 3_000_000_000L;
    private static final ProcessStatus[] STATUSES = ProcessStatus.values();

    private final int size;
    private final long takenNanos;
    private final long[] pid;
    private final long[] parent;
    private final long[] reductions;
    private final long[] reductionsPerSecond;
    private final long[] heapBytes;
    private final long[] uptimeMillis;
    private final int[] mailboxLength;
    private final int[] childCount;
    private final int[] line;
    private final int[] worker;
    private final byte[] status;
    private final byte[] mark;
    private final long[] markedNanos;
    private final String[] name;
    private final String[] function;
    private final String[] initialFunction;
    private final String[] file;
    private final String[] exitReason;
    private final LongIntMap rows;
    private final int alive;

    /** A sample without processes. */
    public static ProcessSample empty() {
        return new ProcessSample(List.of(), null, 0);
    }

    /**
     * @param previous the sample before this one, for rates and marks, or null
     * @param nowNanos clock of {@link System#nanoTime()}
     */
    public static ProcessSample take(List<ProcessInfo> processes, ProcessSample previous, long nowNanos) {
        return new ProcessSample(processes, previous == null || previous.size == 0 ? null : previous, nowNanos);
    }

    private ProcessSample(List<ProcessInfo> processes, ProcessSample previous, long nowNanos) {
        size = processes.size();
        takenNanos = nowNanos;
        pid = new long[size];
        parent = new long[size];
        reductions = new long[size];
        reductionsPerSecond = new long[size];
        heapBytes = new long[size];
        uptimeMillis = new long[size];
        mailboxLength = new int[size];
        childCount = new int[size];
        line = new int[size];
        worker = new int[size];
        status = new byte[size];
        mark = new byte[size];
        markedNanos = new long[size];
        name = new String[size];
        function = new String[size];
        initialFunction = new String[size];
        file = new String[size];
        exitReason = new String[size];
        int living = 0;
        int row = 0;
        for (ProcessInfo info : processes) {
            copy(info, row);
            if (previous != null) compare(previous, row);
            if (info.alive()) living++;
            row++;
        }
        alive = living;
        rows = LongIntMap.indexing(pid);
    }

    private void copy(ProcessInfo info, int row) {
        pid[row] = info.pid();
        parent[row] = info.parent();
        reductions[row] = info.reductions();
        heapBytes[row] = info.heapBytes();
        uptimeMillis[row] = info.uptimeMillis();
        mailboxLength[row] = info.mailboxLength();
        childCount[row] = info.childCount();
        line[row] = info.line();
        worker[row] = info.worker();
        status[row] = (byte) info.status().ordinal();
        name[row] = info.name();
        function[row] = info.function();
        initialFunction[row] = info.initialFunction();
        file[row] = info.file();
        exitReason[row] = info.exitReason();
    }

    private void compare(ProcessSample previous, int row) {
        long elapsedNanos = Math.max(1, takenNanos - previous.takenNanos);
        int before = previous.rowOf(pid[row]);
        if (before < 0) {
            // older than the interval yet unseen: its total is no rate
            boolean youngerThanInterval = uptimeMillis[row] * 1_000_000 <= elapsedNanos;
            reductionsPerSecond[row] = youngerThanInterval ? perSecond(reductions[row], elapsedNanos) : 0;
            setMark(row, isAlive(row) ? Mark.BORN : Mark.DIED, takenNanos);
            return;
        }
        reductionsPerSecond[row] = perSecond(reductions[row] - previous.reductions[before], elapsedNanos);
        if (previous.isAlive(before) && !isAlive(row)) {
            setMark(row, Mark.DIED, takenNanos);
        } else if (previous.mark[before] != 0 && takenNanos - previous.markedNanos[before] < MARK_NANOS) {
            mark[row] = previous.mark[before];
            markedNanos[row] = previous.markedNanos[before];
        }
    }

    private void setMark(int row, Mark what, long when) {
        mark[row] = (byte) what.ordinal();
        markedNanos[row] = when;
    }

    private static long perSecond(long count, long nanos) {
        return Math.max(0, Math.round(count * 1e9 / nanos));
    }

    public int size() { return size; }

    /** Processes not dead. */
    public int alive() { return alive; }

    /** @return row of a process, or -1 */
    public int rowOf(long processId) { return rows.get(processId); }

    public long pid(int row) { return pid[row]; }

    /** Pid of the creator, 0 for none. */
    public long parent(int row) { return parent[row]; }

    public long reductions(int row) { return reductions[row]; }

    /** Rate since the previous sample. */
    public long reductionsPerSecond(int row) { return reductionsPerSecond[row]; }

    public long heapBytes(int row) { return heapBytes[row]; }

    public long uptimeMillis(int row) { return uptimeMillis[row]; }

    public int mailboxLength(int row) { return mailboxLength[row]; }

    public int childCount(int row) { return childCount[row]; }

    /** 1-based, 0 if unknown. */
    public int line(int row) { return line[row]; }

    public int worker(int row) { return worker[row]; }

    public ProcessStatus status(int row) { return STATUSES[status[row]]; }

    public boolean isAlive(int row) { return status(row) != ProcessStatus.DEAD; }

    /** Died of something else than having finished. */
    public boolean isFailed(int row) { return !isAlive(row) && !"normal".equals(exitReason[row]); }

    public Mark mark(int row) {
        return switch (mark[row]) {
            case 1 -> Mark.BORN;
            case 2 -> Mark.DIED;
            default -> Mark.NONE;
        };
    }

    /** Registered name, or null. */
    public String name(int row) { return name[row]; }

    public String function(int row) { return function[row]; }

    public String initialFunction(int row) { return initialFunction[row]; }

    /** Source file of the current line, or null. */
    public String file(int row) { return file[row]; }

    /** Null while alive. */
    public String exitReason(int row) { return exitReason[row]; }
}
