package dev.ithaca.vm;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.PanelKeys;
import java.util.concurrent.CompletableFuture;

/** One running program. Several can live in one JVM, in full isolation from each other. */
public interface VirtualMachine extends AutoCloseable {
    Inspector inspector();

    /** Tells the program of keys typed in its panels. */
    default PanelKeys panelKeys() { return PanelKeys.NONE; }

    /** Completes when main has ended, however it did; never exceptionally. */
    CompletableFuture<Outcome> outcome();

    /** Ends every process at its next safepoint; returns at once. The last states stay inspectable until {@link #close}. */
    void stop();

    /** Stops, if needed, and releases the scheduler threads. */
    @Override void close();
}
