package dev.ithaca.monitor.model;

import java.util.Comparator;

/** The columns of the process list: what each shows and how it sorts. */
public enum Column {
    PID("Pid", true) {
        @Override public String text(ProcessSample s, int row) { return Format.pid(s.pid(row)); }
        @Override int compare(ProcessSample s, int a, int b) { return Long.compare(s.pid(a), s.pid(b)); }
    },
    NAME("Name", false) {
        @Override public String text(ProcessSample s, int row) {
            String name = s.name(row) != null ? s.name(row) : s.initialFunction(row);
            return name == null ? "" : name;
        }
        @Override int compare(ProcessSample s, int a, int b) {
            // registered names first: they are the ones looked for
            int kind = Boolean.compare(s.name(a) == null, s.name(b) == null);
            return kind != 0 ? kind : TEXT.compare(text(s, a), text(s, b));
        }
    },
    FUNCTION("Function", false) {
        @Override public String text(ProcessSample s, int row) { return Format.functionAtLine(s.function(row), s.line(row)); }
        @Override int compare(ProcessSample s, int a, int b) {
            int function = TEXT.compare(s.function(a), s.function(b));
            return function != 0 ? function : Integer.compare(s.line(a), s.line(b));
        }
    },
    STATUS("Status", false) {
        @Override public String text(ProcessSample s, int row) { return s.status(row).label(); }
        @Override int compare(ProcessSample s, int a, int b) { return s.status(a).compareTo(s.status(b)); }
    },
    MAILBOX("Mailbox", true) {
        @Override public String text(ProcessSample s, int row) { return Format.count(s.mailboxLength(row)); }
        @Override int compare(ProcessSample s, int a, int b) { return Integer.compare(s.mailboxLength(a), s.mailboxLength(b)); }
    },
    REDUCTIONS("Reductions", true) {
        @Override public String text(ProcessSample s, int row) { return Format.shortCount(s.reductions(row)); }
        @Override int compare(ProcessSample s, int a, int b) { return Long.compare(s.reductions(a), s.reductions(b)); }
    },
    RATE("Reds/s", true) {
        @Override public String text(ProcessSample s, int row) { return Format.shortCount(s.reductionsPerSecond(row)); }
        @Override int compare(ProcessSample s, int a, int b) {
            return Long.compare(s.reductionsPerSecond(a), s.reductionsPerSecond(b));
        }
    },
    HEAP("Heap", true) {
        @Override public String text(ProcessSample s, int row) { return Format.bytes(s.heapBytes(row)); }
        @Override int compare(ProcessSample s, int a, int b) { return Long.compare(s.heapBytes(a), s.heapBytes(b)); }
    },
    UPTIME("Uptime", true) {
        @Override public String text(ProcessSample s, int row) { return Format.duration(s.uptimeMillis(row)); }
        @Override int compare(ProcessSample s, int a, int b) { return Long.compare(s.uptimeMillis(a), s.uptimeMillis(b)); }
    },
    PARENT("Parent", true) {
        @Override public String text(ProcessSample s, int row) { return s.parent(row) == 0 ? "" : Format.pid(s.parent(row)); }
        @Override int compare(ProcessSample s, int a, int b) { return Long.compare(s.parent(a), s.parent(b)); }
    },
    CHILDREN("Children", true) {
        @Override public String text(ProcessSample s, int row) { return Format.count(s.childCount(row)); }
        @Override int compare(ProcessSample s, int a, int b) { return Integer.compare(s.childCount(a), s.childCount(b)); }
    },
    WORKER("Worker", true) {
        @Override public String text(ProcessSample s, int row) { return Integer.toString(s.worker(row)); }
        @Override int compare(ProcessSample s, int a, int b) { return Integer.compare(s.worker(a), s.worker(b)); }
    },
    SOURCE("Source", false) {
        @Override public String text(ProcessSample s, int row) { return Format.place(s.file(row), s.line(row)); }
        @Override int compare(ProcessSample s, int a, int b) {
            int file = TEXT.compare(s.file(a), s.file(b));
            return file != 0 ? file : Integer.compare(s.line(a), s.line(b));
        }
    },
    REASON("Exit reason", false) {
        @Override public String text(ProcessSample s, int row) { return s.exitReason(row) == null ? "" : s.exitReason(row); }
        @Override int compare(ProcessSample s, int a, int b) { return TEXT.compare(s.exitReason(a), s.exitReason(b)); }
    };

    private static final Comparator<String> TEXT = Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER);

    private final String title;
    private final boolean numeric;

    Column(String title, boolean numeric) {
        this.title = title;
        this.numeric = numeric;
    }

    public String title() { return title; }

    /** Right-aligned, and of interest from the largest down. */
    public boolean numeric() { return numeric; }

    /** What the cell of a process reads. */
    public abstract String text(ProcessSample sample, int row);

    /** Ascending order of two rows. */
    abstract int compare(ProcessSample sample, int rowA, int rowB);
}
