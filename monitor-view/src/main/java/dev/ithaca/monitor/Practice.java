package dev.ithaca.monitor;

import dev.ithaca.vm.inspect.Inspector;
import java.util.function.Consumer;

/**
 * A machine with some thousands of processes that the monitor looks at before the first real one runs, so that the code that
 * reads machines is loaded and compiled by then.
 */
@FunctionalInterface
public interface Practice {
    /** Calls {@code look} once while the machine lives; on a background thread. */
    void run(Consumer<Inspector> look);
}
