package dev.ithaca.vm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MvarsTest {
    private static final int A = 0;
    private static final int B = 1;

    /** count = count + 1 so many times, giving way while it holds the lock; then tells main. */
    private static final class Adder extends TestFunction {
        private final long times;

        Adder(long times) {
            super("adder");
            this.times = times;
        }

        // refs: 0 main; longs: 0 done, 1 old value
        @Override protected Object run(Process p, int start, Registers r) {
            int site = start;
            for (;;) {
                switch (site) {
                    case 0 -> {
                        if (r.longs[0] == times) {
                            p.send(r.refs[0], Unit.UNIT);
                            return Unit.UNIT;
                        }
                        p.mvarLock(A);
                        if (p.unwinding) return save(p, 1, r);
                        site = 1;
                    }
                    case 1 -> {
                        r.longs[1] = (Long) p.mvarGet(A);
                        if (safepoint(p)) return save(p, 2, r);
                        site = 2;
                    }
                    default -> {
                        p.mvarSet(A, r.longs[1] + 1);
                        p.mvarUnlock(A);
                        r.longs[0]++;
                        site = 0;
                    }
                }
            }
        }
    }

    private static TestFunction holder(int mvar) {
        return new TestFunction("holder") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (site == 0) {
                    p.mvarLock(mvar);
                    if (p.unwinding) return save(p, 1, r);
                }
                return TestMachine.idle().call(p);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4000})
    void readModifyWriteIsAtomic(int slice) {
        TestFunction gather = TestMachine.gather(8);
        TestFunction main = new TestFunction("main") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (site == 0) {
                    p.mvarSet(A, 0L);
                    for (int i = 0; i < 8; i++) p.spawn(new Adder(500).closure(new Pid(p.id())));
                    gather.call(p);
                    if (p.unwinding) return save(p, 1, r);
                }
                return p.mvarGet(A);
            }
        };
        try (var vm = new TestMachine(4, slice, 1_000, List.of("a", "b"))) {
            assertThat(vm.run(main.closure()).value()).isEqualTo(4_000L);
        }
    }

    @Test
    void killReleasesLocks() {
        TestFunction main = new TestFunction("main") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (site == 1) {
                    p.mvarLock(A);
                    return p.unwinding ? save(p, 2, r) : "free";
                }
                if (site == 2) return "freed";
                r.refs[0] = p.spawn(holder(A).closure());
                p.spawn(TestMachine.once(q -> q.machine().control().kill(q, (Pid) r.refs[0])).closure());
                p.sleep(0);
                return save(p, 1, r);
            }
        };
        try (var vm = new TestMachine(1, 4000, 1_000, List.of("a"))) {
            assertThat((String) vm.run(main.closure()).value()).startsWith("free");
        }
    }

    @Test
    void aDeadlockIsRefused() {
        TestFunction crossing = new TestFunction("crossing") {
            @Override protected Object run(Process p, int site, Registers r) {
                switch (site) {
                    case 0 -> {
                        p.mvarLock(B);
                        if (p.unwinding) return save(p, 1, r);
                    }
                    default -> { }
                }
                p.mvarLock(A);
                return p.unwinding ? save(p, 2, r) : Unit.UNIT;
            }
        };
        TestFunction main = new TestFunction("main") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (site == 0) {
                    p.mvarLock(A);
                    p.spawn(crossing.closure());
                    p.sleep(20);
                    return save(p, 1, r);
                }
                p.mvarLock(B);
                return p.unwinding ? save(p, 2, r) : "locked";
            }
        };
        try (var vm = new TestMachine(1, 4000, 1_000, List.of("a", "b"))) {
            assertThat(vm.run(main.closure()).report()).startsWith("Runtime error: Panic: deadlock: waiting for mvar `b`");
        }
    }

    @Test
    void initialisersRunBeforeMain() {
        TestFunction first = TestMachine.once(p -> 40L);
        TestFunction second = TestMachine.once(p -> (Long) p.mvarGet(A) + 2);
        TestFunction main = TestMachine.once(p -> p.mvarGet(B));
        try (var vm = new TestMachine(1, 4000, 1_000, List.of("a", "b"))) {
            vm.machine.start(List.of(new MvarInitializer(A, first.closure()), new MvarInitializer(B, second.closure())), main.closure());
            assertThat(vm.await().value()).isEqualTo(42L);
        }
    }
}
