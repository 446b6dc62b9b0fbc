package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.Observer;
import dev.ithaca.vm.runtime.Position;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.StepGoal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/** Holds the first of some processes that comes to a line, and then watches none of them any longer. */
final class LineStop {
    private final Observer observer;
    private final String file;
    private final int line;
    private final LongConsumer onStop;
    private final List<Watch> watches;
    private final AtomicBoolean spent = new AtomicBoolean();

    private LineStop(Observer observer, EventCondition condition, LongConsumer onStop) {
        this.observer = observer;
        this.onStop = onStop;
        int colon = condition.text().lastIndexOf(':');
        file = colon < 0 ? "" : condition.text().substring(0, colon);
        line = Integer.parseInt(condition.text().substring(colon + 1));
        watches = condition.pids().stream().map(observer::find).filter(p -> p != null && observer.isAlive(p)).map(Watch::new).toList();
    }

    /** @return takes it back when it is run */
    static Runnable arm(Observer observer, EventCondition condition, LongConsumer onStop) {
        var stop = new LineStop(observer, condition, onStop);
        stop.watches.forEach(watch -> observer.watch(watch.process, watch));
        return stop::disarm;
    }

    private void disarm() {
        for (Watch watch : watches) observer.unwatch(watch.process, watch);
    }

    private boolean isHere(CodeLocation place) {
        return place != null && place.line() == line && (file.isEmpty() || place.file().equals(file) || place.file().endsWith("/" + file));
    }

    private final class Watch implements StepGoal {
        private final Process process;

        Watch(Process process) { this.process = process; }

        @Override public boolean isReached(Position now) { return (isHere(now.place()) || isHere(now.caller())) && spent.compareAndSet(false, true); }

        @Override public void stopped() {
            Thread.ofVirtual().start(() -> {
                disarm();
                onStop.accept(process.id());
            });
        }
    }
}
