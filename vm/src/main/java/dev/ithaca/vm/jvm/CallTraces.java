package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.CallTracer;
import dev.ithaca.vm.types.FunctionInstance;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The traces of calls under way. The call sites of a traced function lead through a {@link CallProbe}, and straight to the
 * function again when the trace ends: code that is not traced is as if there were no such thing.
 */
final class CallTraces implements CallTracer {
    /** A probe needs a few of the 255 slots a method has for its arguments. */
    private static final int MOST_PARAMETERS = 120;

    private record Trace(String name, Listener listener) {
        boolean concerns(FunctionInstance f) { return f.name().equals(name) || f.qualifiedName().equals(name); }
    }

    private final Linker linker;
    private final List<Trace> traces = new CopyOnWriteArrayList<>();

    CallTraces(Linker linker) { this.linker = linker; }

    @Override public Tracing trace(String name, Listener listener) {
        var trace = new Trace(name, listener);
        traces.add(trace);
        linker.relink(trace::concerns);
        return new Tracing() {
            @Override public int functions() { return linker.linked(trace::concerns); }

            @Override public void stop() {
                if (traces.remove(trace)) linker.relink(trace::concerns);
            }
        };
    }

    /** What a call site of the function is to lead to. */
    MethodHandle through(CompiledFunction function, MethodHandle plain) {
        if (traces.isEmpty() || function.instance() == null || plain.type().parameterCount() > MOST_PARAMETERS) return plain;
        MethodHandle target = plain;
        for (Trace trace : traces) {
            if (trace.concerns(function.instance())) target = new CallProbe(trace.listener, function).before(target);
        }
        return target;
    }
}
