package dev.ithaca.vm.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What monitors have asked to have noted or stopped at the very event: messages of traced processes, and {@link EventStop}s.
 * The machine asks {@link #active} first, so that all of it costs one read while nobody wants anything.
 */
final class Probes {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final Machine machine;
    private final List<EventStop> stops = new CopyOnWriteArrayList<>();
    /** Counts what is noted in all traces, so that they can be put into one order. */
    private final AtomicLong sequence = new AtomicLong();
    private int traced;
    private volatile boolean tracesAll;
    private volatile boolean active;

    Probes(Machine machine) { this.machine = machine; }

    /** Whether events are to be reported at all. */
    boolean active() { return active; }

    /** Notes the last messages of a process, or no longer; what was noted is then forgotten. */
    void trace(Process p, boolean on) { trace(p, on, MessageTrace.CHOSEN); }

    private synchronized void trace(Process p, boolean on, int capacity) {
        if (on && capacity == MessageTrace.ANY && !tracesAll) return;
        ProcessExtras extras = p.ensureExtras();
        if (on && extras.trace != null) {
            extras.trace.keep(capacity);
            return;
        }
        if (on == (extras.trace != null)) return;
        extras.trace = on ? new MessageTrace(capacity) : null;
        traced += on ? 1 : -1;
        judge();
    }

    /**
     * Notes the last messages of every process, those still to come included; of these also what they are started with. When
     * that ends, only what is noted of chosen processes stays: to forget the rest takes a while with many.
     */
    synchronized void traceAll(boolean on) {
        tracesAll = on;
        if (!on) machine.registry().forEach(p -> {
            ProcessExtras extras = p.extras;
            if (extras != null && extras.trace != null && !extras.trace.isChosen()) trace(p, false);
        });
        judge();
    }

    boolean tracesAll() { return tracesAll; }

    synchronized void arm(EventStop stop) {
        stops.add(stop);
        judge();
    }

    synchronized void disarm(EventStop stop) {
        stops.remove(stop);
        judge();
    }

    private void judge() { active = traced > 0 || tracesAll || !stops.isEmpty(); }

    /**
     * The message to be pushed, noted where it is to be.
     *
     * @param from null for a message of the machine itself
     */
    Message sent(Process from, Process to, long sender, int clock, Object value) {
        for (EventStop stop : stops) if (stop.atMessage(to, value)) to.request(Requests.SUSPEND);
        MessageTrace incoming = traceOf(to);
        MessageTrace outgoing = from == null ? null : traceOf(from);
        if (incoming == null && outgoing == null) return new Message(value, sender, clock);
        CodeLocation place = from == null ? null : here();
        Message message = new LocatedMessage(value, sender, clock, place, false);
        long order = sequence.incrementAndGet();
        if (incoming != null) incoming.add(order, true, sender, message, place);
        if (outgoing != null) outgoing.add(order, false, to.pid, message, place);
        return message;
    }

    /** A message to a process that has ended. */
    void lost(Process from, long to, int clock, Object value) {
        MessageTrace outgoing = traceOf(from);
        if (outgoing == null) return;
        CodeLocation place = here();
        outgoing.add(sequence.incrementAndGet(), false, to, new LocatedMessage(value, from.pid, clock, place, true), place);
    }

    void spawned(Process child) {
        Process parent = machine.find(child.parent);
        MessageTrace trace = parent == null ? null : traceOf(parent);
        if (trace != null) trace.addSpawn(sequence.incrementAndGet(), machine.millis(), child, here());
        for (EventStop stop : stops) if (stop.atSpawn(child)) child.request(Requests.SUSPEND);
    }

    /** A process is about to end; what it told its neighbours is not on its way yet. */
    void ending(Process p, ExitReason reason) {
        for (EventStop stop : stops) {
            if (!stop.atEnd(p, reason)) continue;
            machine.registry().forEach(other -> {
                if (other != p) machine.observer().suspend(other);
            });
        }
    }

    /** Its trace stays to be read, but costs nothing any more. */
    synchronized void ended(Process p) {
        if (p.extras == null || p.extras.trace == null || p.extras.traceClosed) return;
        p.extras.traceClosed = true;
        traced--;
        judge();
    }

    /** A process goes on where another stood: so does its trace. */
    synchronized void revived(Process dead, Process p) {
        if (dead.extras == null || dead.extras.trace == null) return;
        p.ensureExtras().trace = dead.extras.trace;
        traced++;
        judge();
    }

    private MessageTrace traceOf(Process p) {
        ProcessExtras extras = p.extras;
        MessageTrace trace = extras == null ? null : extras.trace;
        if (trace == null && tracesAll) {
            trace(p, true, MessageTrace.ANY);
            trace = p.extras.trace;
        }
        return trace;
    }

    /** Where in the program the calling worker is: the innermost place with source, or else in the library. */
    CodeLocation here() {
        return WALKER.walk(frames -> {
            CodeLocation inLibrary = null;
            for (var it = frames.iterator(); it.hasNext(); ) {
                CodeLocation place = machine.decoder().decode(it.next().toStackTraceElement());
                if (place == null) continue;
                if (place.file() != null && place.line() > 0) return place;
                if (inLibrary == null) inLibrary = place;
            }
            return inLibrary;
        });
    }
}
