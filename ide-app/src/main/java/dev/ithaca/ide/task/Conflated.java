package dev.ithaca.ide.task;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Background work of which only the newest matters: while one input is worked on, at most one more waits, and a result
 * that a newer input has overtaken is dropped.
 */
public final class Conflated<I, O> {
    private final Executor worker;
    private final Function<I, O> work;
    private final Consumer<O> publish;
    private final AtomicReference<I> pending = new AtomicReference<>();

    /** @param publish called on the JavaFX thread */
    public Conflated(Executor worker, Function<I, O> work, Consumer<O> publish) {
        this.worker = worker;
        this.work = work;
        this.publish = publish;
    }

    public void submit(I input) {
        if (pending.getAndSet(input) == null) worker.execute(this::drain);
    }

    private void drain() {
        I input = pending.getAndSet(null);
        if (input == null) return;
        O result = work.apply(input);
        if (pending.get() == null) FxThread.run(() -> publish.accept(result));
    }
}
