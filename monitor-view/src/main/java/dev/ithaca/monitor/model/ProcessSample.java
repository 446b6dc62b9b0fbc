package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessPriority;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The whole population at one moment and what changed since the moment before, as columns of arrays: one row number per
 * process, no object per process. Immutable once taken.
 */
public final class ProcessSample {
    /** What happened to a process lately. */
    public enum Mark { NONE, BORN, DIED }

    /** How long a birth or a death stays marked. */
    static final long MARK_NANOS = 3_000_000_000L;
    private static final long MARK_UNIT_NANOS = 100_000_000L;
    private static final String LIBRARY = "stdlib.";
    private static final String SUPERVISOR = "stdlib.supervisor.";
    private static final byte FULL_MARK = (byte) (MARK_NANOS / MARK_UNIT_NANOS);

    private final Population population;
    /** To seven digits; an int would end at two thousand millions, which a loop that only counts exceeds a hundredfold. */
    private final float[] reductionsPerSecond;
    /** Thousandths of a core. */
    private final short[] cpu;
    private final long[] trend;
    /** Messages per second, as {@link Rates} writes them. */
    private final short[] receivedRate;
    private final short[] sentRate;
    /** Time left of a birth (positive) or a death (negative) in units of {@link #MARK_UNIT_NANOS}, twice; the lowest bit: changed. */
    private final byte[] mark;

    /** A sample without processes. */
    public static ProcessSample empty() { return new ProcessSample(Population.empty(), null); }

    /** @param previous the sample before this one, for rates and marks, or null */
    public static ProcessSample take(Population population, ProcessSample previous) {
        return new ProcessSample(population, previous == null || previous.size() == 0 ? null : previous);
    }

    private ProcessSample(Population population, ProcessSample previous) {
        this.population = population;
        int size = population.size();
        reductionsPerSecond = new float[size];
        cpu = new short[size];
        trend = new long[size];
        receivedRate = new short[size];
        sentRate = new short[size];
        mark = new byte[size];
        if (previous != null) compare(previous);
    }

    private void compare(ProcessSample previous) {
        Population before = previous.population;
        long elapsed = Math.max(1, population.takenNanos() - before.takenNanos());
        int fade = (int) Math.min(FULL_MARK, Math.max(1, elapsed / MARK_UNIT_NANOS));
        int cursor = 0;
        for (int row = 0; row < size(); row++) {
            long pid = population.pid(row);
            // both are in pid order, so that the two can be walked side by side
            while (cursor < before.alive() && before.pid(cursor) < pid && population.isAlive(row)) cursor++;
            int old = cursor < before.alive() && before.pid(cursor) == pid ? cursor
                    : population.isAlive(row) ? -1 : before.rowOf(pid);
            if (old < 0) seenFirst(row, elapsed);
            else compare(row, previous, old, elapsed, fade);
        }
    }

    private void seenFirst(int row, long elapsed) {
        // older than the interval yet unseen: its total is no rate
        boolean youngerThanInterval = uptimeMillis(row) * 1_000_000 <= elapsed;
        setRate(row, 0, youngerThanInterval ? reductions(row) : 0, elapsed);
        setMark(row, isAlive(row) ? FULL_MARK : -FULL_MARK, false);
    }

    private void setMark(int row, int left, boolean changed) { mark[row] = (byte) (2 * left + (changed ? 1 : 0)); }

    /** Rounded down, so that the lowest bit does not count. */
    private int markLeft(int row) { return mark[row] >> 1; }

    private void compare(int row, ProcessSample previous, int old, long elapsed, int fade) {
        Population before = previous.population;
        setRate(row, previous.trend[old], reductions(row) - before.reductions(old), elapsed);
        long micros = population.cpuMicrosSince(row, before, old);
        cpu[row] = (short) Math.min(1_000, micros * 1_000_000 / elapsed);
        boolean died = !isAlive(row) && before.isAlive(old);
        receivedRate[row] = Rates.write((received(row) - before.received(old)) * 1e9 / elapsed);
        sentRate[row] = Rates.write((sent(row) - before.sent(old)) * 1e9 / elapsed);
        int left = previous.markLeft(old);
        setMark(row, died ? -FULL_MARK : left > 0 ? Math.max(0, left - fade) : Math.min(0, left + fade), !died && (before.status(old) != status(row) || before.mailboxLength(old) != mailboxLength(row)
                || before.place(old) != place(row) && !before.place(old).equals(place(row))));
    }

    private void setRate(int row, long trendBefore, long reductions, long elapsed) {
        long rate = Math.max(0, Math.round(reductions * 1e9 / elapsed));
        reductionsPerSecond[row] = rate;
        trend[row] = Trend.push(trendBefore, rate);
    }

    public Population population() { return population; }

    public int size() { return population.size(); }

    /** Processes not dead. */
    public int alive() { return population.alive(); }

    /** @return row of a process, or -1 */
    public int rowOf(long processId) { return population.rowOf(processId); }

    public long pid(int row) { return population.pid(row); }

    /** Pid of the creator, 0 for none. */
    public long parent(int row) { return population.parent(row); }

    public long reductions(int row) { return population.reductions(row); }

    /** Rate since the previous sample. */
    public long reductionsPerSecond(int row) { return (long) reductionsPerSecond[row]; }

    /** Share of one core since the previous sample, in thousandths; about, as the machine measures some slices for all. */
    public int cpuPermille(int row) { return cpu[row]; }

    /** How the rate went lately; see {@link Trend}. */
    public long trend(int row) { return trend[row]; }

    public long heapBytes(int row) { return population.heapBytes(row); }

    /** Messages that came in so far. */
    public long received(int row) { return population.received(row); }

    /** Messages sent so far. */
    public long sent(int row) { return population.sent(row); }

    public long uptimeMillis(int row) { return population.uptimeMillis(row); }

    public int mailboxLength(int row) { return population.mailboxLength(row); }

    /** Age of the oldest queued message, -1 if there is none. */
    public int oldestMessageMillis(int row) { return population.oldestMessageMillis(row); }

    /** How long it has been in a state other than running, -1 while it runs, once it is dead, and if that was not collected. */
    public long waitingMillis(int row) {
        return status(row) == ProcessStatus.RUNNING || !isAlive(row) ? -1 : population.figure(Figure.IN_STATE, row);
    }

    public int childCount(int row) { return population.childCount(row); }

    public int linkCount(int row) { return population.linkCount(row); }

    /** Processes it observes. */
    public int monitorCount(int row) { return population.monitorCount(row); }

    public ProcessPriority priority(int row) { return population.priority(row); }

    /** Messages that came in per second since the previous sample, to three digits. */
    public double receivedPerSecond(int row) { return Rates.read(receivedRate[row]); }

    /** Messages sent per second since the previous sample, to three digits. */
    public double sentPerSecond(int row) { return Rates.read(sentRate[row]); }

    /** Where it stands. */
    public Place place(int row) { return population.place(row); }

    /** What it was started with. */
    public Place origin(int row) { return population.origin(row); }

    /** A supervisor of the standard library, by where it stands. */
    public boolean isSupervisor(int row) { return function(row) != null && function(row).startsWith(SUPERVISOR); }

    /** Started by the library for its own ends and at work there, such as the acceptor of a server. */
    public boolean isLibrary(int row) { return ofLibrary(origin(row)) && ofLibrary(place(row)) && !isSupervisor(row); }

    /** {@link #isLibrary} for many rows: places are few. */
    IntPredicate libraryRows() {
        boolean[] inLibrary = new boolean[places().size()];
        for (int i = 0; i < inLibrary.length; i++) inLibrary[i] = ofLibrary(places().get(i));
        return row -> inLibrary[population.originIndex(row)] && inLibrary[population.placeIndex(row)] && !isSupervisor(row);
    }

    private static boolean ofLibrary(Place place) { return place.function() != null && place.function().startsWith(LIBRARY); }

    /** All places at which processes stand or started. */
    List<Place> places() { return population.places(); }

    /** 1-based, 0 if unknown. */
    public int line(int row) { return place(row).line(); }

    public int worker(int row) { return population.worker(row); }

    public ProcessStatus status(int row) { return population.status(row); }

    public boolean isAlive(int row) { return population.isAlive(row); }

    /** Died of something else than having finished. */
    public boolean isFailed(int row) { return population.isFailed(row); }

    public Mark mark(int row) { return markLeft(row) > 0 ? Mark.BORN : markLeft(row) < 0 ? Mark.DIED : Mark.NONE; }

    /** Its status, place or mailbox is another than a moment ago. */
    public boolean isChanged(int row) { return (mark[row] & 1) != 0; }

    /** Registered name, or null. */
    public String name(int row) { return population.name(row); }

    public String function(int row) { return place(row).function(); }

    public String initialFunction(int row) { return origin(row).function(); }

    /** Has neither a name nor a function with one: it is called by the place where it was started. */
    public boolean isNamedByPlace(int row) {
        return name(row) == null && !isSupervisor(row) && (initialFunction(row) == null || initialFunction(row).contains("<"));
    }

    /** Source file of the current line, or null. */
    public String file(int row) { return place(row).file(); }

    /** Null while alive. */
    public String exitReason(int row) { return population.exitReason(row); }
}
