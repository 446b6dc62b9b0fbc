package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one process did over the last minutes, put together from looks at it. A look tells since when the process has been in its
 * state, how often it was taken up since the look before, and for how long it ran: what lies between two looks is told as far as
 * that goes, and marked where it was not seen. For one thread.
 */
public final class Timeline {
    /** How far it reaches back. */
    public static final long SPAN_NANOS = 120_000_000_000L;
    private static final int MOST_STRETCHES = 600;

    private final List<Stretch> stretches = new ArrayList<>();
    private Population last;
    private int lastRow;

    /** Oldest first, each begins where the one before ends or later. */
    public List<Stretch> stretches() { return Collections.unmodifiableList(stretches); }

    /** When it was looked at last, by the clock of {@link System#nanoTime()}; 0 if never. */
    public long lookedAt() { return last == null ? 0 : last.takenNanos(); }

    /** What it was doing then. Only once it was looked at. */
    public ProcessStatus status() { return last.status(lastRow); }

    /** How long it had been doing that then; -1 if that was not told. Only once it was looked at. */
    public long inStateMillis() { return last.figure(Figure.IN_STATE, lastRow); }

    /** @param now a later picture than the last; if it has figures, the better */
    public void look(Population now, int row) {
        if (last != null && now.takenNanos() <= last.takenNanos()) return;
        long end = now.takenNanos();
        long inState = now.figure(Figure.IN_STATE, row);
        long since = inState < 0 ? end : end - inState * 1_000_000;
        if (last == null) add(pure(now, row, Math.max(since, end - SPAN_NANOS), end));
        else compare(now, row, since);
        last = now;
        lastRow = row;
        forgetBefore(end - SPAN_NANOS);
    }

    private void compare(Population now, int row, long since) {
        long start = last.takenNanos();
        long end = now.takenNanos();
        ProcessStatus before = last.status(lastRow);
        ProcessStatus status = now.status(row);
        long turns = now.has(Figure.TURNS) && last.has(Figure.TURNS) ? now.figure(Figure.TURNS, row) - last.figure(Figure.TURNS, lastRow) : 0;
        long changed = Math.clamp(since, start, end);
        // it was taken up once and still runs: nothing else happened
        boolean whole = turns == 0 || turns == 1 && status == ProcessStatus.RUNNING && before != ProcessStatus.RUNNING;
        if (whole && status == before) {
            add(pure(now, row, start, end));
        } else if (whole) {
            add(new Stretch(start, changed, before, false, last.place(lastRow), 0, 0, 0));
            add(pure(now, row, changed, end));
        } else {
            long nanos = end - start;
            long ran = Math.min(nanos, now.cpuMicrosSince(row, last, lastRow) * 1_000);
            long queued = Math.clamp((now.figure(Figure.QUEUED, row) - last.figure(Figure.QUEUED, lastRow)) * 1_000_000, 0, nanos - ran);
            ProcessStatus most = most(before, status, nanos, ran, queued);
            long until = most == status ? end : changed;
            add(new Stretch(start, until, most, false, now.place(row), turns, Math.min(ran, until - start), Math.min(queued, Math.max(0, until - start - ran))));
            if (until < end) add(pure(now, row, until, end));
        }
    }

    private static ProcessStatus most(ProcessStatus before, ProcessStatus now, long nanos, long ran, long queued) {
        long rest = nanos - ran - queued;
        if (ran >= queued && ran >= rest) return ProcessStatus.RUNNING;
        if (queued >= rest) return ProcessStatus.RUNNABLE;
        // one that is not dead may have waited for something else in between; nobody saw it
        return isParked(now) ? now : isParked(before) ? before : ProcessStatus.WAITING;
    }

    private static boolean isParked(ProcessStatus status) {
        return status != ProcessStatus.RUNNING && status != ProcessStatus.RUNNABLE && status != ProcessStatus.DEAD;
    }

    private static Stretch pure(Population now, int row, long from, long to) {
        boolean failed = now.isFailed(row);
        return new Stretch(from, to, now.status(row), failed, now.place(row), 0, 0, 0);
    }

    private void add(Stretch next) {
        if (next.nanos() <= 0) return;
        Stretch newest = stretches.isEmpty() ? null : stretches.getLast();
        if (newest != null && next.continues(newest)) stretches.set(stretches.size() - 1, next.after(newest));
        else stretches.add(next);
    }

    private void forgetBefore(long nanos) {
        int gone = Math.max(0, stretches.size() - MOST_STRETCHES);
        while (gone < stretches.size() && stretches.get(gone).toNanos() <= nanos) gone++;
        stretches.subList(0, gone).clear();
    }

    /** Thousandths of the time in sight that it spent in a state; about, where it was not seen. */
    public int permille(ProcessStatus status) {
        long all = 0;
        long in = 0;
        long from = lookedAt() - SPAN_NANOS;
        for (Stretch s : stretches) {
            // of one that began before the time in sight, the part in sight
            double part = s.fromNanos() >= from ? 1 : (double) (s.toNanos() - from) / s.nanos();
            all += (long) (part * s.nanos());
            in += (long) (part * s.nanosIn(status));
        }
        return all == 0 ? 0 : (int) Math.round(1_000.0 * in / all);
    }

    /** The stretch at a moment, or null. */
    public Stretch at(long nanos) {
        for (int i = stretches.size() - 1; i >= 0; i--) {
            Stretch s = stretches.get(i);
            if (s.fromNanos() <= nanos && nanos < s.toNanos()) return s;
        }
        return null;
    }
}
