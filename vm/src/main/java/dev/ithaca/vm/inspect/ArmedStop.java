package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.EventStop;
import dev.ithaca.vm.runtime.ExitReason;
import dev.ithaca.vm.runtime.Observer;
import dev.ithaca.vm.runtime.Process;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Stops at the first event that meets a condition, and is then spent. */
final class ArmedStop implements EventStop {
    private final Observer observer;
    private final EventCondition condition;
    private final LongConsumer onStop;
    private final AtomicBoolean spent = new AtomicBoolean();

    ArmedStop(Observer observer, EventCondition condition, LongConsumer onStop) {
        this.observer = observer;
        this.condition = condition;
        this.onStop = onStop;
    }

    @Override public boolean atSpawn(Process child) {
        return condition.kind() == EventCondition.Kind.SPAWN && condition.concerns(observer.parent(child))
                && meets(() -> observer.initialFunction(child)) && spend(child);
    }

    @Override public boolean atMessage(Process receiver, Object message) {
        return condition.kind() == EventCondition.Kind.MESSAGE && condition.concerns(receiver.id())
                && meets(() -> Preview.of(message)) && spend(receiver);
    }

    @Override public boolean atEnd(Process ended, ExitReason reason) {
        boolean wanted = condition.kind() == EventCondition.Kind.EXIT
                || condition.kind() == EventCondition.Kind.CRASH && reason.kind() == ExitReason.Kind.ERROR;
        return wanted && condition.concerns(ended.id()) && meets(reason::text) && spend(ended);
    }

    private boolean meets(Supplier<String> text) {
        return !spent.get() && (condition.text().isEmpty() || String.valueOf(text.get()).contains(condition.text()));
    }

    private boolean spend(Process at) {
        if (!spent.compareAndSet(false, true)) return false;
        long pid = at.id();
        Thread.ofVirtual().start(() -> {
            observer.disarm(this);
            onStop.accept(pid);
        });
        return true;
    }
}
