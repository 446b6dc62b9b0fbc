package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.CallTracer;
import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Observer;
import dev.ithaca.vm.runtime.Process;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Keeps the first calls that it is told of, and ends the trace when it is full or time is over. */
final class RecordedCalls implements CallTrace, CallTracer.Listener {
    private final Observer observer;
    private final Set<Long> pids;
    private final AtomicReferenceArray<Call> calls;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<String> end = new AtomicReference<>();
    private volatile boolean over;
    private volatile CallTracer.Tracing tracing;

    private static final class Call {
        final int number;
        final Process process;
        final CallTracer.Function function;
        final Object[] arguments;
        final int millis;
        final CodeLocation from;
        Object result;
        Throwable thrown;
        final long startedNanos = System.nanoTime();
        long endedNanos;
        /** Written last. */
        volatile TracedCall.Outcome outcome = TracedCall.Outcome.UNDER_WAY;

        Call(int number, Process process, CallTracer.Function function, Object[] arguments, int millis, CodeLocation from) {
            this.number = number;
            this.process = process;
            this.function = function;
            this.arguments = arguments;
            this.millis = millis;
            this.from = from;
        }

        void end(TracedCall.Outcome how) {
            endedNanos = System.nanoTime();
            outcome = how;
        }
    }

    private RecordedCalls(Observer observer, Set<Long> pids, int most) {
        this.observer = observer;
        this.pids = Set.copyOf(pids);
        calls = new AtomicReferenceArray<>(most);
    }

    static RecordedCalls start(Observer observer, CallTracer tracer, String function, Set<Long> pids, int most, Duration time) {
        var recorded = new RecordedCalls(observer, pids, most);
        CallTracer.Tracing tracing = tracer.trace(function, recorded);
        recorded.tracing = tracing;
        if (recorded.over) tracing.stop();
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            recorded.finish("time is over");
        });
        return recorded;
    }

    private void finish(String why) {
        if (!end.compareAndSet(null, why)) return;
        over = true;
        CallTracer.Tracing started = tracing;
        if (started != null) started.stop();
    }

    @Override public void stop() { finish("stopped"); }

    @Override public String end() { return end.get(); }

    @Override public boolean known() { return tracing.functions() > 0; }

    @Override public boolean wants(Process p) { return !over && (pids.isEmpty() || pids.contains(p.id())); }

    @Override public Object entered(Process p, CallTracer.Function function, Object[] arguments) {
        int number = count.getAndIncrement();
        if (number >= calls.length()) return null;
        var call = new Call(number + 1, p, function, arguments, observer.nowMillis(), observer.callerPlace());
        calls.set(number, call);
        if (number + 1 == calls.length()) {
            over = true;
            // call sites are changed elsewhere: the worker is to go on
            Thread.ofVirtual().start(() -> finish("that many calls were seen"));
        }
        return call;
    }

    @Override public void returned(Object call, Object result) {
        ((Call) call).result = result;
        ((Call) call).end(TracedCall.Outcome.RETURNED);
    }

    @Override public void failed(Object call, Throwable thrown) {
        ((Call) call).thrown = thrown;
        ((Call) call).end(TracedCall.Outcome.FAILED);
    }

    @Override public void putAside(Object call) { ((Call) call).end(TracedCall.Outcome.PUT_ASIDE); }

    @Override public List<TracedCall> calls() {
        List<TracedCall> all = new ArrayList<>();
        for (int i = 0; i < calls.length(); i++) {
            Call call = calls.get(i);
            if (call != null) all.add(view(call));
        }
        return all;
    }

    private static String text(Throwable thrown) {
        if (!(thrown instanceof NostosException e)) return thrown.toString();
        return e.value() instanceof String said ? said : Preview.of(e.value());
    }

    private static TracedCall view(Call call) {
        TracedCall.Outcome outcome = call.outcome;
        List<VariableView> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments.length; i++) {
            RuntimeValueView value = RuntimeValueView.of(call.arguments[i], call.function.types().get(i));
            arguments.add(new VariableView(call.function.parameters().get(i), value.type(), value));
        }
        boolean returned = outcome == TracedCall.Outcome.RETURNED;
        boolean timed = returned || outcome == TracedCall.Outcome.FAILED;
        String error = outcome == TracedCall.Outcome.FAILED ? text(call.thrown) : null;
        CodeLocation at = call.from;
        return new TracedCall(call.number, call.process.id(), call.function.name(), call.millis, arguments, outcome,
                returned ? RuntimeValueView.of(call.result, call.function.resultType()) : null, error, timed ? call.endedNanos - call.startedNanos : -1,
                at == null ? null : new Place(at.function(), at.file(), at.line()));
    }
}
