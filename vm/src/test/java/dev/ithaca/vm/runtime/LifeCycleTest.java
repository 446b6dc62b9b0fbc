package dev.ithaca.vm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifeCycleTest {
    /** sum(n) = n + sum(n - 1), not a tail call. */
    private static final class Sum extends TestFunction {
        Sum() { super("sum"); }

        @Override protected Object run(Process p, int site, Registers r) {
            Object rest;
            if (site == 2) {
                rest = p.takeLong();
            } else {
                if (!resumed(r, site) && safepoint(p)) return save(p, 1, r);
                if (r.longs[0] == 0) return 0L;
                if (r.longs[0] < 0) throw NostosException.panic("negative");
                rest = call(p, r.longs[0] - 1);
                if (p.unwinding) return save(p, 2, r);
            }
            return (Long) rest + r.longs[0];
        }
    }

    private static TestFunction sleeper() {
        return new TestFunction("sleeper") {
            @Override protected Object run(Process p, int site, Registers r) {
                p.sleep(1_000_000);
                return save(p, 1, r);
            }
        };
    }

    private static TestFunction reader(CountDownLatch never) {
        return new TestFunction("reader") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (site == 1) return p.takeRef();
                p.await(() -> {
                    never.await();
                    return "done";
                });
                return save(p, 1, r);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4000})
    void recursionIsBoundedByTheHeapOnly(int slice) {
        long depth = slice == 1 ? 20_000 : 1_000_000;
        TestFunction main = TestMachine.once(p -> new Sum().call(p, depth));
        try (var vm = new TestMachine(2, slice)) {
            assertThat(vm.run(main.closure()).value()).isEqualTo(depth * (depth + 1) / 2);
        }
    }

    @Test
    void runawayRecursionEndsInAnErrorThatCanBeCaught() {
        TestFunction main = new TestFunction("main") {
            @Override public boolean catches(int site) { return true; }

            @Override protected Object run(Process p, int site, Registers r) {
                try {
                    p.checkPending();
                    if (site == 0) new Sum().call(p, 1_000_000);
                    return p.unwinding ? save(p, 1, r) : "completed";
                } catch (Throwable t) {
                    return ((Tuple) p.caught(t).value()).get(0);
                }
            }
        };
        try (var vm = new TestMachine(1, 500, 10_000, List.of())) {
            assertThat(vm.run(main.closure()).value()).isEqualTo("StackOverflow");
        }
    }

    @Test
    void anUncaughtErrorOfMainIsReportedWithItsStack() {
        TestFunction bad = new TestFunction("bad") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (!resumed(r, site) && safepoint(p)) return save(p, 1, r);
                throw NostosException.panic("boom");
            }
        };
        TestFunction main = new TestFunction("main") {
            @Override protected Object run(Process p, int site, Registers r) {
                Object result = bad.call(p);
                return p.unwinding ? save(p, 3, r) : result;
            }
        };
        try (var vm = new TestMachine(1, 1)) {
            Completion end = vm.run(main.closure());
            assertThat(end.kind()).isEqualTo(Completion.Kind.CRASHED);
            assertThat(end.report()).isEqualTo("""
                    Runtime error: Panic: boom

                    Stack trace:
                      1. java/Int (test.nos:1)
                      2. main/Int (test.nos:13)
                    """);
        }
    }

    @Test
    void aCrashIsIsolatedAndReportedOnce() {
        TestFunction bad = TestMachine.once(p -> { throw new NostosException("text"); });
        TestFunction gather = TestMachine.gather(1);
        TestFunction main = TestMachine.once(p -> {
            p.spawnMonitor(bad.closure());
            return gather.call(p);
        });
        try (var vm = new TestMachine(2, 4000)) {
            Tuple down = (Tuple) vm.run(main.closure()).value();
            assertThat(down.get(3)).isEqualTo("Panic: Uncaught exception: text");
            assertThat(vm.errors()).startsWith("Process <pid 2> crashed: Panic: Uncaught exception: text\n\nStack trace:\n")
                    .containsOnlyOnce("crashed");
        }
    }

    @Test
    void kill() {
        var never = new CountDownLatch(1);
        TestFunction main = TestMachine.once(p -> {
            p.spawn(TestMachine.busy().closure());
            p.spawn(TestMachine.idle().closure());
            p.spawn(sleeper().closure());
            p.spawn(reader(never).closure());
            p.spawn(TestMachine.idle().closure());
            return TestMachine.idle().call(p);
        });
        try (var vm = new TestMachine(2, 4000)) {
            vm.machine.start(List.of(), main.closure());
            Observer seen = vm.machine.observer();
            TestMachine.until(() -> seen.find(6) != null && "waiting".equals(seen.status(seen.find(6)))
                    && "io_wait".equals(seen.status(seen.find(5))) && "sleeping".equals(seen.status(seen.find(4)))
                    && "waiting".equals(seen.status(seen.find(3))));
            seen.suspend(seen.find(6));
            TestMachine.until(() -> "suspended".equals(seen.status(seen.find(6))));
            assertThat(seen.children(1)).hasSize(5);
            for (long pid = 2; pid <= 6; pid++) {
                assertThat(seen.kill(seen.find(pid))).isTrue();
                assertThat(vm.machine.control().isAlive(new Pid(pid))).isFalse();
            }
            TestMachine.until(() -> seen.children(1).isEmpty());
            assertThat(seen.childCount(seen.find(1))).isZero();
            assertThat(seen.dead()).extracting(seen::exitReason).containsOnly("killed");
            assertThat(seen.kill(seen.find(2))).isFalse();
            assertThat(seen.capture(seen.find(2), 10, 10).join().frames()).isNotEmpty();
        }
    }

    @Test
    void whatIsOpenedForAProcessThatHasEndedMeanwhileIsClosed() throws InterruptedException {
        var opening = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        TestFunction opener = new TestFunction("opener") {
            @Override protected Object run(Process p, int site, Registers r) {
                p.await(() -> {
                    opening.countDown();
                    awaitUninterruptibly(ended);
                    p.own(closed::countDown);
                    return Unit.UNIT;
                });
                return save(p, 1, r);
            }
        };
        TestFunction main = TestMachine.once(p -> {
            p.spawn(opener.closure());
            return TestMachine.idle().call(p);
        });
        try (var vm = new TestMachine(2, 4000)) {
            vm.machine.start(List.of(), main.closure());
            opening.await();
            Observer seen = vm.machine.observer();
            seen.kill(seen.find(2));
            TestMachine.until(() -> seen.children(1).isEmpty());
            ended.countDown();
            assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Opening a file or a port does not always heed an interrupt either. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    @Test
    void suspendAndResume() {
        TestFunction main = TestMachine.once(p -> {
            p.spawn(TestMachine.busy().closure());
            return TestMachine.idle().call(p);
        });
        try (var vm = new TestMachine(1, 4000)) {
            vm.machine.start(List.of(), main.closure());
            Observer seen = vm.machine.observer();
            TestMachine.until(() -> seen.find(2) != null && seen.reductions(seen.find(2)) > 0);
            Process busy = seen.find(2);
            assertThat(seen.suspend(busy)).isTrue();
            TestMachine.until(() -> busy.state == ProcessState.SUSPENDED);
            long before = busy.reductions;
            assertThat(seen.capture(busy, 10, 10).join().frames().getFirst().variables().getFirst().value()).isInstanceOf(Long.class);
            assertThat(busy.reductions).isEqualTo(before);
            assertThat((int) busy.state).isEqualTo(ProcessState.SUSPENDED);
            seen.resume(busy);
            TestMachine.until(() -> seen.reductions(busy) > before);
        }
    }

    @Test
    void aRunningProcessAnswersAtItsNextSafepointAndIsNotCharged() {
        TestFunction main = TestMachine.once(p -> {
            for (int i = 0; i < 4; i++) p.spawn(TestMachine.busy().closure());
            p.spawn(TestMachine.idle().closure());
            return TestMachine.busy().call(p);
        });
        try (var vm = new TestMachine(2, 4000)) {
            vm.machine.start(List.of(), main.closure());
            Observer seen = vm.machine.observer();
            TestMachine.until(() -> seen.find(6) != null && "waiting".equals(seen.status(seen.find(6))));
            long idle = seen.reductions(seen.find(6));
            for (int round = 0; round < 50; round++) {
                for (long pid = 1; pid <= 6; pid++) {
                    Capture c = seen.capture(seen.find(pid), 10, 10).join();
                    if (pid < 6) assertThat(c.frames()).extracting(f -> f.location().function()).containsExactly("busy");
                }
            }
            assertThat(seen.reductions(seen.find(6))).isEqualTo(idle);
        }
    }

    @Test
    void blockingTasksDeliverValuesAndErrors() {
        TestFunction main = new TestFunction("main") {
            @Override public boolean catches(int site) { return site == 2; }

            @Override protected Object run(Process p, int site, Registers r) {
                switch (site) {
                    case 0 -> {
                        p.await(() -> {
                            ByteBuffer three = ByteBuffer.allocate(3);
                            p.machine().input().read(three);
                            return new String(three.array(), StandardCharsets.UTF_8);
                        });
                        return save(p, 1, r);
                    }
                    case 1 -> {
                        r.refs[0] = p.takeRef();
                        p.await(() -> { throw new NostosException(new Tuple("io_error", "gone")); });
                        return save(p, 2, r);
                    }
                    default -> {
                        try {
                            p.checkPending();
                        } catch (NostosException e) {
                            return r.refs[0] + " " + ((Tuple) e.value()).get(1);
                        }
                        return "no error";
                    }
                }
            }
        };
        try (var vm = new TestMachine(1, 4000)) {
            assertThat(vm.run(main.closure()).value()).isEqualTo("one gone");
        }
    }

    @Test
    void aHundredThousandProcesses() {
        int count = 100_000;
        TestFunction gather = TestMachine.gather(count);
        TestFunction echo = new TestFunction("echo") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (r.refs[0] == null) r.refs[0] = p.mailboxStart();
                Object message = p.mailboxNext(r.refs[0]);
                if (message == null) {
                    if (p.mailboxWait(r.refs[0], Long.MAX_VALUE) == 0) return save(p, 1, r);
                    message = p.mailboxNext(r.refs[0]);
                }
                p.send(message, Unit.UNIT);
                return Unit.UNIT;
            }
        };
        List<Object> pids = new ArrayList<>();
        TestFunction main = TestMachine.once(p -> {
            for (int i = 0; i < count; i++) pids.add(p.spawn(echo.closure()));
            for (Object pid : pids) p.send(pid, new Pid(p.id()));
            return gather.call(p);
        });
        try (var vm = new TestMachine(2, 4000)) {
            assertThat(vm.run(main.closure()).value()).isEqualTo(Unit.UNIT);
            assertThat(vm.machine.observer().spawned()).isEqualTo(count + 1);
        }
    }

    @Test
    void mainEndsEverything() {
        TestFunction main = TestMachine.once(p -> {
            p.spawn(TestMachine.busy().closure());
            p.spawn(sleeper().closure());
            p.machine().output().println("out");
            return 42L;
        });
        try (var vm = new TestMachine(2, 4000)) {
            assertThat(vm.run(main.closure())).isEqualTo(new Completion(Completion.Kind.RETURNED, 42L, null));
            assertThat(vm.output()).isEqualTo("out\n");
        }
    }

    @Test
    void aLinkedCrashEndsTheOtherAndItsLinks() {
        TestFunction bad = TestMachine.once(p -> { throw NostosException.panic("boom"); });
        TestFunction middle = TestMachine.once(p -> {
            p.spawnLink(bad.closure());
            return TestMachine.idle().call(p);
        });
        TestFunction gather = TestMachine.gather(1);
        TestFunction main = TestMachine.once(p -> {
            p.spawnMonitor(middle.closure());
            return gather.call(p);
        });
        try (var vm = new TestMachine(2, 4000)) {
            Tuple down = (Tuple) vm.run(main.closure()).value();
            assertThat((String) down.get(3)).contains("linked process <pid 3>").contains("boom");
        }
    }
}
