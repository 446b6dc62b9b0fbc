package dev.ithaca.vm.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happens to processes, for those who subscribe; without subscribers an event costs one read. */
public final class Events {
    public enum Kind { SPAWNED, EXITED, CRASHED, LINKED, UNLINKED }

    /** Is called on the worker where it happens, so it must be quick, must not block and must not throw. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param other the creator, or the process at the other end of the link; 0 if there is none
         * @param text the function it was started with, or its exit reason; null for links
         */
        void happened(Kind kind, long pid, long other, int millis, String text);
    }

    private final Machine machine;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean any;

    Events(Machine machine) { this.machine = machine; }

    public synchronized void subscribe(Listener listener) {
        listeners.add(listener);
        any = true;
    }

    public synchronized void unsubscribe(Listener listener) {
        listeners.remove(listener);
        any = !listeners.isEmpty();
    }

    void publish(Kind kind, long pid, long other, String text) {
        if (!any) return;
        int now = machine.millis();
        for (Listener l : listeners) l.happened(kind, pid, other, now, text);
    }
}
