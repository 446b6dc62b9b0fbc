package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Place;
import java.util.Comparator;

/** The columns of the process list: what each shows and how it sorts. */
public enum Column {
    PID("Pid", true, "number of the process; those started later have higher ones") {
        @Override public String text(ProcessSample s, int row) { return Format.pid(s.pid(row)); }
        @Override long number(ProcessSample s, int row) { return s.pid(row); }
    },
    NAME("Name", false, "registered name in bold, else the function it was started with in italics") {
        @Override public String text(ProcessSample s, int row) {
            if (s.name(row) != null) return s.name(row);
            if (s.isSupervisor(row)) return "supervisor";
            Place origin = s.origin(row);
            // a function without a name is told by the place where it is written
            return !s.isNamedByPlace(row) ? origin.function() : origin.file() != null ? Format.place(origin.file(), origin.line())
                    : origin.function() == null ? "" : origin.function();
        }
        @Override void keys(ProcessSample s, int[] rows, long[] keys) {
            // registered names first: they are the ones looked for
            SortKeys.byText(s, rows, keys, row -> s.name(row));
            long[] anonymous = new long[rows.length];
            SortKeys.byPlace(s, rows, anonymous, s.population()::originIndex, BY_FUNCTION);
            for (int i = 0; i < rows.length; i++) if (s.name(rows[i]) == null) keys[i] = (1L << 32) + anonymous[i];
        }
    },
    FUNCTION("Function", false, "function and line of the program where it stands") {
        @Override public String text(ProcessSample s, int row) { return Format.functionAtLine(s.function(row), s.line(row)); }
        @Override void keys(ProcessSample s, int[] rows, long[] keys) {
            SortKeys.byPlace(s, rows, keys, s.population()::placeIndex, BY_FUNCTION);
        }
    },
    STATUS("Status", false, "what it is doing: running, ready to run, waiting for a message, asleep, waiting for a file or the network, held, dead") {
        @Override public String text(ProcessSample s, int row) { return s.status(row).label(); }
        @Override long number(ProcessSample s, int row) { return s.status(row).ordinal(); }
    },
    CPU("CPU %", true, "share of one processor core since the last look") {
        @Override public String text(ProcessSample s, int row) { return Format.percent(s.cpuPermille(row)); }
        @Override long number(ProcessSample s, int row) { return s.cpuPermille(row); }
    },
    RATE("Reds/s", true, "reductions a second since the last look; a reduction is a call or one turn of a loop") {
        @Override public String text(ProcessSample s, int row) { return Format.shortCount(s.reductionsPerSecond(row)); }
        @Override long number(ProcessSample s, int row) { return s.reductionsPerSecond(row); }
    },
    HEAP("Heap", true, "live memory, without the mailbox; an estimate until it is measured") {
        @Override public String text(ProcessSample s, int row) { return Format.bytes(s.heapBytes(row)); }
        @Override long number(ProcessSample s, int row) { return s.heapBytes(row); }
    },
    MAILBOX("Mailbox", true, "messages that wait to be taken") {
        @Override public String text(ProcessSample s, int row) { return Format.count(s.mailboxLength(row)); }
        @Override long number(ProcessSample s, int row) { return s.mailboxLength(row); }
    },
    OLDEST("Oldest msg", true, "how long the first message of the mailbox has waited") {
        @Override public String text(ProcessSample s, int row) {
            int age = s.oldestMessageMillis(row);
            return age < 0 ? "" : Format.duration(age);
        }
        @Override long number(ProcessSample s, int row) { return s.oldestMessageMillis(row); }
    },
    TREND("Trend", false, "how reductions a second went lately, the newest at the right; sorts by the slope") {
        /** Drawn, not written; as text the slope. */
        @Override public String text(ProcessSample s, int row) { return Integer.toString(Trend.slope(s.trend(row))); }
        @Override long number(ProcessSample s, int row) { return Trend.slope(s.trend(row)); }
    },
    TIMELINE("Timeline", false, "what it did over the last minute, the newest at the right: the higher the bar the more it worked; hatched where it also ran between looks") {
        /** Drawn, not written. */
        @Override public String text(ProcessSample s, int row) { return s.status(row).label(); }
        @Override long number(ProcessSample s, int row) { return s.status(row).ordinal(); }
    },
    UPTIME("Uptime", true, "time since its start; of the dead, how long they lived") {
        @Override public String text(ProcessSample s, int row) { return Format.duration(s.uptimeMillis(row)); }
        @Override long number(ProcessSample s, int row) { return s.uptimeMillis(row); }
    },
    WAITING("Waiting", true, "how long it has been ready to run, waiting, asleep or held; blank while it runs", Figure.IN_STATE) {
        @Override public String text(ProcessSample s, int row) {
            long millis = s.waitingMillis(row);
            return millis < 0 ? "" : Format.duration(millis);
        }
        @Override long number(ProcessSample s, int row) { return s.waitingMillis(row); }
    },
    QUEUED("Sched wait", true, "time it was ready to run since its start but had to wait for a worker", Figure.QUEUED) {
        @Override public String text(ProcessSample s, int row) {
            long millis = number(s, row);
            return millis < 0 ? "" : Format.duration(millis);
        }
    },
    TURNS("Turns", true, "how often a worker has taken it up since its start, to run for a while; also known as polls", Figure.TURNS) {
        @Override public String text(ProcessSample s, int row) {
            long turns = number(s, row);
            return turns < 0 ? "" : Format.shortCount(turns);
        }
    },
    HEAP_MAX("Heap max", true, "the most live memory that was ever measured; of those never looked into, the estimate", Figure.HIGHEST_HEAP) {
        @Override public String text(ProcessSample s, int row) {
            long bytes = number(s, row);
            return bytes < 0 ? "" : Format.bytes(bytes);
        }
    },
    REDUCTIONS("Reductions", true, "calls and turns of loops since its start") {
        @Override public String text(ProcessSample s, int row) { return Format.shortCount(s.reductions(row)); }
        @Override long number(ProcessSample s, int row) { return s.reductions(row); }
    },
    PARENT("Parent", true, "the process that started it") {
        @Override public String text(ProcessSample s, int row) { return s.parent(row) == 0 ? "" : Format.pid(s.parent(row)); }
        @Override long number(ProcessSample s, int row) { return s.parent(row); }
    },
    ORIGIN("Started at", false, "where the function it was started with is written") {
        @Override public String text(ProcessSample s, int row) {
            Place origin = s.origin(row);
            return origin.file() == null ? origin.function() : Format.place(origin.file(), origin.line());
        }
        @Override void keys(ProcessSample s, int[] rows, long[] keys) {
            SortKeys.byPlace(s, rows, keys, s.population()::originIndex, BY_FILE);
        }
    },
    CHILDREN("Children", true, "living processes that it has started") {
        @Override public String text(ProcessSample s, int row) { return Format.count(s.childCount(row)); }
        @Override long number(ProcessSample s, int row) { return s.childCount(row); }
    },
    LINKS("Links", true, "processes that end with it, or it with them, when one fails") {
        @Override public String text(ProcessSample s, int row) { return Format.count(s.linkCount(row)); }
        @Override long number(ProcessSample s, int row) { return s.linkCount(row); }
    },
    MONITORS("Monitors", true, "processes whose end it is told") {
        @Override public String text(ProcessSample s, int row) { return Format.count(s.monitorCount(row)); }
        @Override long number(ProcessSample s, int row) { return s.monitorCount(row); }
    },
    PRIORITY("Priority", false, "high ones run first") {
        @Override public String text(ProcessSample s, int row) { return s.priority(row).label(); }
        @Override long number(ProcessSample s, int row) { return s.priority(row).ordinal(); }
    },
    RECEIVED("Received", true, "messages that came in since its start") {
        @Override public String text(ProcessSample s, int row) { return Format.shortCount(s.received(row)); }
        @Override long number(ProcessSample s, int row) { return s.received(row); }
    },
    IN_RATE("Msgs in/s", true, "messages that came in a second since the last look") {
        @Override public String text(ProcessSample s, int row) { return Format.rate(s.receivedPerSecond(row)); }
        @Override long number(ProcessSample s, int row) { return Math.round(s.receivedPerSecond(row) * 1_000); }
    },
    OUT_RATE("Msgs out/s", true, "messages it sent a second since the last look") {
        @Override public String text(ProcessSample s, int row) { return Format.rate(s.sentPerSecond(row)); }
        @Override long number(ProcessSample s, int row) { return Math.round(s.sentPerSecond(row) * 1_000); }
    },
    SENT("Sent", true, "messages it sent since its start") {
        @Override public String text(ProcessSample s, int row) { return Format.shortCount(s.sent(row)); }
        @Override long number(ProcessSample s, int row) { return s.sent(row); }
    },
    WORKER("Worker", true, "thread of the scheduler that ran it last") {
        @Override public String text(ProcessSample s, int row) { return Integer.toString(s.worker(row)); }
        @Override long number(ProcessSample s, int row) { return s.worker(row); }
    },
    SOURCE("Source", false, "file and line where it stands") {
        @Override public String text(ProcessSample s, int row) { return Format.place(s.file(row), s.line(row)); }
        @Override void keys(ProcessSample s, int[] rows, long[] keys) {
            SortKeys.byPlace(s, rows, keys, s.population()::placeIndex, BY_FILE);
        }
    },
    REASON("Exit reason", false, "why it ended") {
        @Override public String text(ProcessSample s, int row) { return s.exitReason(row) == null ? "" : s.exitReason(row); }
        @Override void keys(ProcessSample s, int[] rows, long[] keys) { SortKeys.byText(s, rows, keys, s::exitReason); }
    };

    private static final Comparator<String> TEXT = Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER);
    private static final Comparator<Place> BY_FUNCTION = Comparator.comparing(Place::function, TEXT).thenComparingInt(Place::line);
    private static final Comparator<Place> BY_FILE = Comparator.comparing(Place::file, TEXT).thenComparingInt(Place::line)
            .thenComparing(BY_FUNCTION);

    private final String title;
    private final boolean numeric;
    private final String explanation;
    private final Figure figure;

    Column(String title, boolean numeric, String explanation) { this(title, numeric, explanation, null); }

    Column(String title, boolean numeric, String explanation, Figure figure) {
        this.figure = figure;
        this.title = title;
        this.numeric = numeric;
        this.explanation = explanation;
    }

    public String title() { return title; }

    /** Right-aligned. */
    public boolean numeric() { return numeric; }

    /** Of interest from the largest down: all that counts, not what numbers. */
    public boolean largestFirst() { return numeric && this != PID && this != PARENT && this != WORKER || this == TREND; }

    /** What it shows, in words. */
    public String explanation() { return explanation; }

    /** What the cell of a process reads. */
    public abstract String text(ProcessSample sample, int row);

    /** Whether it shows what happened since the look before, which makes sense only over the whole interval. */
    boolean ofInterval() { return this == CPU || this == RATE || this == TREND || this == IN_RATE || this == OUT_RATE; }

    /** What has to be collected for it beyond what always is; null for nothing. */
    public Figure figure() { return figure; }

    /** What it counts or ranks, -1 if that was not collected; text columns order by {@link #keys} alone. */
    long number(ProcessSample sample, int row) { return figure == null ? 0 : sample.population().figure(figure, row); }

    /** Puts a number for each of the rows that orders them as the column ascends. */
    void keys(ProcessSample sample, int[] rows, long[] keys) {
        for (int i = 0; i < rows.length; i++) keys[i] = number(sample, rows[i]);
    }
}
