package dev.ithaca.vm.runtime;

import java.util.HashSet;
import java.util.Set;

/** The processes somebody wants to have timed. The machine asks {@link #active} first: one read while nobody does. */
final class Timings {
    private final Set<Process> timed = new HashSet<>();
    private volatile boolean active;

    boolean active() { return active; }

    /** Begins anew, or forgets what was measured. */
    synchronized void time(Process p, boolean on) {
        ProcessExtras extras = p.ensureExtras();
        if (on == (extras.timing != null)) return;
        extras.timing = on ? new Timing() : null;
        if (on && p.exit == null) timed.add(p);
        else timed.remove(p);
        active = !timed.isEmpty();
    }

    /** A process goes on where another stood: what was measured of it counts on. */
    synchronized void revived(Process dead, Process p) {
        if (dead.extras == null || dead.extras.timing == null) return;
        p.ensureExtras().timing = dead.extras.timing;
        timed.add(p);
        active = true;
    }

    /** What was measured stays to be read, but costs nothing any more. */
    synchronized void ended(Process p) {
        timed.remove(p);
        active = !timed.isEmpty();
    }
}
