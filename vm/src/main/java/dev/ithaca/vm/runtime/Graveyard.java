package dev.ithaca.vm.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The processes that ended last. Those that were killed or crashed have a place of their own, so that a program with many
 * short-lived processes does not push them out.
 */
final class Graveyard {
    /** Dead processes remembered of each sort. */
    private static final int CAPACITY = 500;

    private final Deque<Process> ended = new ArrayDeque<>();
    private final Deque<Process> failed = new ArrayDeque<>();

    /** No effect for one that has just been added. */
    synchronized void add(Process p) {
        Deque<Process> sort = p.exit.kind() == ExitReason.Kind.NORMAL ? ended : failed;
        if (sort.peekLast() == p) return;
        if (sort.size() == CAPACITY) sort.removeFirst();
        sort.addLast(p);
    }

    synchronized void remove(Process p) {
        ended.remove(p);
        failed.remove(p);
    }

    /** In pid order. */
    synchronized List<Process> all() {
        List<Process> all = new ArrayList<>(ended);
        all.addAll(failed);
        all.sort(Comparator.comparingLong(p -> p.pid));
        return all;
    }

    /** Null if it is not remembered. */
    synchronized Process find(long pid) {
        for (Process p : ended) if (p.pid == pid) return p;
        for (Process p : failed) if (p.pid == pid) return p;
        return null;
    }
}
