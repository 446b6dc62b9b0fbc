package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.ProcessStatus;

/** All shown processes of one place in one row: how many, what they do, and the outliers among them. */
public final class ProcessGroup {
    private static final ProcessStatus[] STATUSES = ProcessStatus.values();

    private final Place place;
    private final int[] byStatus = new int[STATUSES.length];
    private int count;
    private long reductions;
    private long rate;
    private long cpu;
    private long heap;
    private long mailbox;
    private long received;
    private long sent;
    private int oldest = -1;
    private long uptime;
    private int children;
    private int links;
    private int monitors;
    private double receivedRate;
    private double sentRate;
    private long waiting = -1;
    private long queued = -1;
    private long turns = -1;
    private long heapMax = -1;

    ProcessGroup(Place place) { this.place = place; }

    void add(ProcessSample s, int row) {
        count++;
        byStatus[s.status(row).ordinal()]++;
        reductions += s.reductions(row);
        cpu += s.cpuPermille(row);
        rate += s.reductionsPerSecond(row);
        heap += s.heapBytes(row);
        mailbox += s.mailboxLength(row);
        received += s.received(row);
        sent += s.sent(row);
        oldest = Math.max(oldest, s.oldestMessageMillis(row));
        uptime = Math.max(uptime, s.uptimeMillis(row));
        children += s.childCount(row);
        links += s.linkCount(row);
        monitors += s.monitorCount(row);
        receivedRate += s.receivedPerSecond(row);
        sentRate += s.sentPerSecond(row);
        waiting = Math.max(waiting, s.waitingMillis(row));
        queued = sum(queued, Column.QUEUED.number(s, row));
        turns = sum(turns, Column.TURNS.number(s, row));
        heapMax = Math.max(heapMax, Column.HEAP_MAX.number(s, row));
    }

    /** -1 is none. */
    private static long sum(long before, long more) { return more < 0 ? before : Math.max(0, before) + more; }

    public Place place() { return place; }

    public int count() { return count; }

    /** Stands for the pid of the row: negative, and the same in every sample. */
    long id() { return idOf(place); }

    static long idOf(Place place) {
        long hash = 1;
        for (Object part : new Object[] {place.function(), place.file(), place.line()}) {
            hash = hash * 0x9E3779B97F4A7C15L + (part == null ? 0 : part.hashCode());
        }
        return hash | Long.MIN_VALUE;
    }

    /** {@code 37 waiting, 2 running}. */
    public String statusText() {
        var text = new StringBuilder();
        for (int i = 0; i < byStatus.length; i++) {
            if (byStatus[i] == 0) continue;
            if (!text.isEmpty()) text.append(", ");
            text.append(Format.count(byStatus[i])).append(' ').append(STATUSES[i].label());
        }
        return text.toString();
    }

    /** What most of them do. */
    public ProcessStatus mainStatus() {
        int most = 0;
        for (int i = 1; i < byStatus.length; i++) if (byStatus[i] > byStatus[most]) most = i;
        return STATUSES[most];
    }

    /** As functions are told everywhere, also those without a name. */
    String name() { return Format.function(place.function()); }

    /** {@code pool:14}, as functions are told everywhere. */
    public String nameAndPlace() { return Format.functionAtLine(name(), place.line()); }

    /** The cell of a column: sums, for ages the highest. */
    public String text(Column column) {
        return switch (column) {
            case PID -> Format.shortCount(count) + "×";
            case NAME -> name();
            case FUNCTION, SOURCE, ORIGIN -> Format.place(place.file(), place.line());
            case STATUS -> statusText();
            case TIMELINE -> "";
            case OLDEST -> oldest < 0 ? "" : Format.duration(oldest);
            case UPTIME -> Format.duration(uptime);
            case WAITING -> waiting < 0 ? "" : Format.duration(waiting);
            case QUEUED -> queued < 0 ? "" : Format.duration(queued);
            case TURNS -> turns < 0 ? "" : Format.shortCount(turns);
            case HEAP_MAX -> heapMax < 0 ? "" : Format.bytes(heapMax);
            case HEAP -> Format.bytes(heap);
            case CPU -> Format.percent((int) Math.min(Integer.MAX_VALUE, cpu));
            case RATE, REDUCTIONS, MAILBOX, RECEIVED, SENT, CHILDREN, LINKS, MONITORS -> Format.shortCount(number(column));
            case IN_RATE -> Format.rate(receivedRate);
            case OUT_RATE -> Format.rate(sentRate);
            case TREND, PARENT, WORKER, REASON, PRIORITY -> "";
        };
    }

    long number(Column column) {
        return switch (column) {
            case CPU -> cpu;
            case RATE -> rate;
            case REDUCTIONS -> reductions;
            case HEAP -> heap;
            case MAILBOX -> mailbox;
            case OLDEST -> oldest;
            case UPTIME -> uptime;
            case WAITING -> waiting;
            case QUEUED -> queued;
            case TURNS -> turns;
            case HEAP_MAX -> heapMax;
            case RECEIVED -> received;
            case SENT -> sent;
            case CHILDREN -> children;
            case LINKS -> links;
            case MONITORS -> monitors;
            case IN_RATE -> Math.round(receivedRate * 1_000);
            case OUT_RATE -> Math.round(sentRate * 1_000);
            default -> count;
        };
    }
}
