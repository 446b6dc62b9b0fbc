package dev.ithaca.vm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagingTest {
    /** Forwards a countdown to the next process; whoever sees zero tells main. */
    private static final class Node extends TestFunction {
        private final Pid main;

        Node(Pid main) {
            super("node");
            this.main = main;
        }

        // refs: 0 cursor, 1 next
        @Override protected Object run(Process p, int site, Registers r) {
            for (;;) {
                if (!resumed(r, site) && safepoint(p)) return save(p, 1, r);
                if (r.refs[0] == null) r.refs[0] = p.mailboxStart();
                Object message = p.mailboxNext(r.refs[0]);
                if (message == null) {
                    if (p.mailboxWait(r.refs[0], Long.MAX_VALUE) == 0) return save(p, 1, r);
                    continue;
                }
                p.mailboxTake(r.refs[0]);
                r.refs[0] = null;
                if (message instanceof Pid next) {
                    r.refs[1] = next;
                } else {
                    long n = (Long) message;
                    if (n > 0) p.send(r.refs[1], n - 1);
                    else p.send(main, Unit.UNIT);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4000, 200000", "2, 4000, 200000", "4, 1, 20000", "4, 7, 50000"})
    void aRingPassesItsCountdown(int workers, int slice, long hops) {
        TestFunction gather = TestMachine.gather(1);
        TestFunction main = new TestFunction("main") {
            @Override protected Object run(Process p, int site, Registers r) {
                Node node = new Node(new Pid(p.id()));
                Object first = p.spawn(node.closure());
                Object previous = first;
                for (int i = 1; i < 200; i++) {
                    Object next = p.spawn(node.closure());
                    p.send(previous, next);
                    previous = next;
                }
                p.send(previous, first);
                p.send(first, hops);
                return gather.call(p);
            }
        };
        try (var vm = new TestMachine(workers, slice)) {
            assertThat(vm.run(main.closure()).value()).isEqualTo(Unit.UNIT);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 4000", "4, 3"})
    void manySendersKeepTheirOrderAndLoseNothing(int workers, int slice) {
        int senders = 16;
        long each = 2_000;
        TestFunction sender = new TestFunction("sender") {
            @Override protected Object run(Process p, int site, Registers r) {
                while (r.longs[0] < each) {
                    if (!resumed(r, site) && safepoint(p)) return save(p, 1, r);
                    p.send(r.refs[0], new Tuple(r.refs[1], r.longs[0]++));
                }
                return Unit.UNIT;
            }
        };
        long[] expected = new long[senders];
        TestFunction main = new TestFunction("main") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (site == 0) {
                    for (int i = 0; i < senders; i++) p.spawn(sender.closure(new Pid(p.id()), (long) i));
                }
                while (r.longs[0] < senders * each) {
                    if (!resumed(r, site) && safepoint(p)) return save(p, 1, r);
                    if (r.refs[0] == null) r.refs[0] = p.mailboxStart();
                    if (p.mailboxNext(r.refs[0]) instanceof Tuple t) {
                        p.mailboxTake(r.refs[0]);
                        r.refs[0] = null;
                        int from = (int) (long) (Long) t.get(0);
                        if ((Long) t.get(1) != expected[from]++) return "out of order";
                        r.longs[0]++;
                    } else if (p.mailboxWait(r.refs[0], Long.MAX_VALUE) == 0) {
                        return save(p, 1, r);
                    }
                }
                return "all";
            }
        };
        try (var vm = new TestMachine(workers, slice)) {
            assertThat(vm.run(main.closure()).value()).isEqualTo("all");
        }
        assertThat(expected).containsOnly(each);
    }

    @Test
    void aSelectiveReceiveTakesFromTheMiddle() {
        TestFunction main = TestMachine.once(p -> {
            Pid self = new Pid(p.id());
            for (long i = 0; i < 5; i++) p.send(self, i);
            Object cursor = p.mailboxStart();
            while (!p.mailboxNext(cursor).equals(2L)) continue;
            // A guard may receive on its own before the outer receive takes its message.
            Object inner = p.mailboxStart();
            StringBuilder seen = new StringBuilder().append(p.mailboxNext(inner));
            p.mailboxTake(inner);
            p.mailboxTake(cursor);
            for (Object c = p.mailboxStart(), m = p.mailboxNext(c); m != null; m = p.mailboxNext(c)) seen.append(m);
            return seen.append(p.mailbox.length()).toString();
        });
        try (var vm = new TestMachine(1, 4000)) {
            assertThat(vm.run(main.closure()).value()).isEqualTo("01343");
        }
    }

    @Test
    void aDeadlineEndsAReceive() {
        TestFunction main = new TestFunction("main") {
            @Override protected Object run(Process p, int site, Registers r) {
                if (site == 0) {
                    r.refs[0] = p.mailboxStart();
                    if (p.mailboxNext(r.refs[0]) != null) return "message";
                    if (p.mailboxWait(r.refs[0], p.deadline(5)) == 1) return "at once";
                    if (p.unwinding) return save(p, 1, r);
                    return "no wait";
                }
                return p.takeInt() == 0 ? "timeout" : "message";
            }
        };
        try (var vm = new TestMachine(2, 4000)) {
            assertThat(vm.run(main.closure()).value()).isEqualTo("timeout");
        }
    }

    @Test
    void refusedMessagesNameThePart() {
        TestFunction main = TestMachine.once(p -> {
            try {
                p.send(new Pid(p.id()), new Tuple(1L, new dev.ithaca.vm.runtime.value.BufferValue()));
            } catch (NostosException e) {
                return ((Tuple) e.value()).get(1);
            }
            return "sent";
        });
        try (var vm = new TestMachine(1, 4000)) {
            assertThat((String) vm.run(main.closure()).value()).contains("Buffer");
        }
    }

    @Test
    void resultsChangeTheirFormOnTheWay() {
        TestFunction main = TestMachine.once(p -> {
            p.returnLong(200, ResultKind.UINT8);
            Object boxed = p.takeRef();
            p.returnRef(7L);
            long seven = p.takeLong();
            p.returnDouble(0.5, ResultKind.FLOAT);
            double half = p.takeDouble();
            p.returnRef(true);
            return boxed + " " + seven + " " + half + " " + p.takeInt();
        });
        try (var vm = new TestMachine(1, 4000)) {
            assertThat(vm.run(main.closure()).value()).isEqualTo("200 7 0.5 1");
        }
    }
}
