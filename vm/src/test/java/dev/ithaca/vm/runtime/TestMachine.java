package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A machine for tests, with its output in memory. */
public final class TestMachine implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    public final Machine machine;

    public TestMachine(int workers, int slice) { this(workers, slice, 10_000_000, List.of()); }

    public TestMachine(int workers, int slice, long maxFrames, List<String> mvars) {
        machine = new Machine(new MachineConfig(workers, slice, maxFrames, List.of(), new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true), new PrintStream(err, true), mvars, TestMachine::decode, SystemMessages.tuples(), false, false));
    }

    private static CodeLocation decode(StackTraceElement e) {
        boolean compiled = e.getMethodName().equals("run") && e.getClassName().contains("Test$");
        return compiled ? new CodeLocation("java", "java/Int", "test.nos", 1, 1) : null;
    }

    /** Runs main to its end. */
    public Completion run(Closure main) {
        machine.start(List.of(), main);
        return await();
    }

    public Completion await() { return machine.completion().orTimeout(60, TimeUnit.SECONDS).join(); }

    public String output() { return out.toString(StandardCharsets.UTF_8); }

    public String errors() { return err.toString(StandardCharsets.UTF_8); }

    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("condition never held");
            Thread.onSpinWait();
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A function that runs once, without suspending. */
    public static TestFunction once(Function<Process, Object> body) {
        return new TestFunction("once") {
            @Override protected Object run(Process p, int site, Registers r) { return body.apply(p); }
        };
    }

    /** A function that waits for ever. */
    public static TestFunction idle() {
        return new TestFunction("idle") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (site == 0) r.refs[0] = p.mailboxStart();
                while (p.mailboxNext(r.refs[0]) != null) p.mailboxTake(r.refs[0]);
                for (;;) {
                    p.mailboxWait(r.refs[0], Long.MAX_VALUE);
                    if (p.unwinding) return save(p, 1, r);
                    while (p.mailboxNext(r.refs[0]) != null) r.longs[0]++;
                }
            }
        };
    }

    /** A function that loops for ever, counting in its first register. */
    public static TestFunction busy() {
        return new TestFunction("busy") {
            @Override protected Object run(Process p, int site, Registers r) {
                for (;;) {
                    if (!resumed(r, site) && safepoint(p)) return save(p, 1, r);
                    r.longs[0]++;
                }
            }
        };
    }

    /** A function that waits for that many messages and then returns the last. */
    public static TestFunction gather(int count) {
        return new TestFunction("gather") {
            @Override protected Object run(Process p, int site, Registers r) {
                for (;;) {
                    if (!resumed(r, site) && safepoint(p)) return save(p, 1, r);
                    if (r.longs[0] == count) return r.refs[1];
                    Object cursor = r.refs[0] == null ? p.mailboxStart() : r.refs[0];
                    Object message = p.mailboxNext(cursor);
                    if (message == null) {
                        r.refs[0] = cursor;
                        if (p.mailboxWait(cursor, Long.MAX_VALUE) == 0) return save(p, 1, r);
                        continue;
                    }
                    p.mailboxTake(cursor);
                    r.refs[0] = null;
                    r.refs[1] = message;
                    r.longs[0]++;
                }
            }
        };
    }

    @Override public void close() {
        machine.stop();
        await();
    }
}
