package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.ArrayValue;
import dev.ithaca.vm.runtime.value.BufferValue;
import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Float32Array;
import dev.ithaca.vm.runtime.value.Float64Array;
import dev.ithaca.vm.runtime.value.Int64Array;
import dev.ithaca.vm.runtime.value.ListCursor;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Estimates the bytes a process keeps alive: its own structures, frames and messages, and what their values reach, shared
 * parts once. Sizes are those of a 64-bit JVM with compressed references. A walk ends when its time is up and then
 * extrapolates nothing: the figure is a lower bound.
 */
final class HeapMeter {
    private static final int PROCESS_BYTES = 240;
    private static final int FRAME_BYTES = 48;
    private static final int MESSAGE_BYTES = 40;
    private static final int OBJECT_BYTES = 16;
    private static final int ENTRY_BYTES = 48;
    private static final long BUDGET_NANOS = 2_000_000;
    private static final int CHECK_EVERY = 256;
    private static final int MIN_AGE_MILLIS = 200;
    private static final int MAX_FRAMES = 10_000;

    private final Machine machine;

    HeapMeter(Machine machine) { this.machine = machine; }

    long lastOrEstimate(Process p) {
        HeapSize size = p.heapSize;
        return size != null ? size.bytes() : ownBytes(p);
    }

    /** Walks what was captured and remembers the figure; messages that were not captured count like those that were. */
    void measure(Capture capture) {
        Process p = capture.process();
        HeapSize last = p.heapSize;
        if (last != null && machine.millis() - last.measuredMillis() < MIN_AGE_MILLIS) return;
        long bytes = ownBytes(p) + new Walk(BUDGET_NANOS, Integer.MAX_VALUE).of(capture);
        p.heapSize = new HeapSize(bytes, machine.millis(), p.heapSize);
    }

    /** The live heap of a process that stands still, or less if the time is not enough. */
    long walk(Process p, long nanos) {
        long bytes = ownBytes(p) + new Walk(nanos, Integer.MAX_VALUE).of(machine.observer().still(p));
        p.heapSize = new HeapSize(bytes, machine.millis(), p.heapSize);
        return bytes;
    }

    /** @param whole false if the walk ended early, so that there is more */
    record Measured(long bytes, boolean whole) {}

    /** What the values in frames and messages take, without remembering it; ends after so much time or so many objects. */
    Measured walk(Capture capture, long nanos, int objects) {
        Walk walk = new Walk(nanos, objects);
        long bytes = walk.of(capture);
        return new Measured(bytes, !walk.isOver());
    }

    static long ownBytes(Process p) {
        return PROCESS_BYTES + (long) FRAME_BYTES * p.frames + (long) MESSAGE_BYTES * p.mailbox.length();
    }

    /** One traversal. */
    private static final class Walk {
        private final long end;
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final ArrayDeque<Object> pending = new ArrayDeque<>();
        private final int limit;
        private int visited;
        private boolean over;
        private long bytes;

        Walk(long nanos, int objects) {
            end = System.nanoTime() + nanos;
            limit = objects;
        }

        boolean isOver() { return over; }

        long of(Capture capture) {
            int frames = 0;
            for (Frame f = capture.top(); f != null && frames < MAX_FRAMES && !late(); f = f.next, frames++) {
                for (FrameVariable v : f.code.variables(f)) visit(v.value());
            }
            long stack = bytes;
            for (Capture.QueuedMessage m : capture.messages()) {
                if (late()) break;
                visit(m.value());
            }
            int captured = capture.messages().size();
            if (captured == 0) return stack;
            return stack + (bytes - stack) * Math.max(captured, capture.process().mailbox.length()) / captured;
        }

        private void visit(Object root) {
            push(root);
            while (!pending.isEmpty() && !late()) children(pending.pop());
        }

        private boolean late() {
            if (++visited > limit || visited % CHECK_EVERY == 0 && System.nanoTime() > end) over = true;
            return over;
        }

        private void push(Object value) {
            switch (value) {
                case null -> { }
                case Long _, Double _ -> bytes += OBJECT_BYTES;
                case Boolean _ -> { }
                case String s -> {
                    if (seen.add(s)) bytes += 40 + s.length();
                }
                default -> {
                    if (seen.add(value)) pending.push(value);
                }
            }
        }

        private void children(Object value) {
            bytes += OBJECT_BYTES;
            switch (value) {
                case ListValue list when list.isFlat() -> bytes += 8L * list.size();
                case ListValue list -> {
                    for (Object o : list) {
                        bytes += 8;
                        push(o);
                        if (late()) return;
                    }
                }
                case Tuple t -> {
                    bytes += 4L * t.arity();
                    for (int i = 0; i < t.arity(); i++) push(t.get(i));
                }
                case Struct s -> {
                    int arity = s.shape().arity();
                    bytes += 8L * arity;
                    for (int i = 0; i < arity; i++) {
                        Object field = s.get(i);
                        if (!(field instanceof Number)) push(field);
                    }
                }
                case MapValue map -> {
                    for (Map.Entry<Object, Object> e : map.entries()) {
                        bytes += ENTRY_BYTES;
                        push(e.getKey());
                        push(e.getValue());
                        if (late()) return;
                    }
                }
                case SetValue set -> {
                    for (Object o : set) {
                        bytes += ENTRY_BYTES;
                        push(o);
                        if (late()) return;
                    }
                }
                case Closure c -> {
                    for (int i = 0; i < c.captureCount(); i++) push(c.capture(i));
                }
                case Cell c -> push(c.value);
                case Int64Array a -> bytes += 8L * a.length();
                case Float64Array a -> bytes += 8L * a.length();
                case Float32Array a -> bytes += 4L * a.length();
                case ArrayValue a -> bytes += 4L * a.size();
                case ListCursor c -> push(c.remaining());
                case BufferValue b -> bytes += 64;
                default -> { }
            }
        }
    }
}
