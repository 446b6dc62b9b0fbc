package dev.ithaca.vm.inspect;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * An event at which processes are to stand still.
 *
 * @param pids the processes it is about: parent of a spawn, receiver of a message, the one that ends or comes to the
 *     line; none for any, but not of a line
 * @param text what the function of the new process, the message as shown or the exit reason must contain, empty for anything;
 *     of a line {@code 14} or {@code main.nos:14}
 */
public record EventCondition(Kind kind, Set<Long> pids, String text) {
    /** What happens, and who is held then. */
    public enum Kind {
        /** The new process, before its first step. */
        SPAWN,
        /** The receiver: if it waits, before it takes the message; if it is at work, at its next safepoint. */
        MESSAGE,
        /** All other processes, when one ends. */
        EXIT,
        /** All other processes, when one ends with an error. */
        CRASH,
        /**
         * The first that comes to a line of the program, where it calls a function, turns a loop or takes a message. Those
         * watched for it are slow until then.
         */
        LINE
    }

    private static final Pattern LINE_OF_FILE = Pattern.compile("(.+:)?[1-9]\\d{0,8}");

    public EventCondition {
        pids = Set.copyOf(pids);
        if (kind == Kind.LINE && (pids.isEmpty() || !isLine(text))) throw new IllegalArgumentException("no line for some processes: " + text);
    }

    /** Whether a text names a line. */
    public static boolean isLine(String text) { return LINE_OF_FILE.matcher(text).matches(); }

    boolean concerns(long pid) { return pids.isEmpty() || pids.contains(pid); }
}
