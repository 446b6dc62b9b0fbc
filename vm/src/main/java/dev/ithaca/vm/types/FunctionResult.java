package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import java.util.List;

/** What checking one function gave, kept for the next version of the program. */
final class FunctionResult {
    private final Scheme scheme;
    private final Object stamp;
    private final List<Diagnostic> findings;
    private final FunctionLog log;
    private final int start;
    private final Group group;
    private String schemeText;

    /**
     * Functions that refer to each other and were given their types together.
     *
     * @param members the last of them was asked for first
     * @param uses the functions outside the group whose types it relies on, in the order in which they were asked for
     * @param entryMatters whether another member asked for first may give other types or findings
     */
    record Group(List<Slot> members, List<Use> uses, boolean reusable, boolean entryMatters) {
        boolean holdsEnteredBy(Slot member) { return !entryMatters || members.getLast().equals(member); }
    }

    /** @param stamp of the type that was found */
    record Use(Slot function, Object stamp) {}

    /**
     * @param stamp changes when the type does
     * @param start offset of the function in its text at that time
     */
    FunctionResult(Scheme scheme, Object stamp, List<Diagnostic> findings, FunctionLog log, int start, Group group) {
        this.scheme = scheme;
        this.stamp = stamp;
        this.findings = findings;
        this.log = log;
        this.start = start;
        this.group = group;
    }

    Scheme scheme() { return scheme; }

    Object stamp() { return stamp; }

    List<Diagnostic> findings() { return findings; }

    /** Methods are suggested by the types of functions that are not used here, and may change with any of them. */
    boolean suggestsMethods() { return findings.stream().anyMatch(d -> d.code().equals("T19") && !d.remedies().isEmpty()); }

    FunctionLog log() { return log; }

    int start() { return start; }

    Group group() { return group; }

    /** Whether the type is that of another scheme, of whichever version. */
    synchronized boolean hasType(Scheme other) {
        if (schemeText == null) schemeText = SchemeText.of(scheme);
        return schemeText.equals(SchemeText.of(other));
    }
}
