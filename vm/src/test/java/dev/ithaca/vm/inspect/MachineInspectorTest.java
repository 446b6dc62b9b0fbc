package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.TestFunction;
import dev.ithaca.vm.runtime.TestMachine;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Pid;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineInspectorTest {
    private static ProcessSnapshot snapshot(Inspector inspector, long pid) {
        return inspector.snapshot(pid, 100, 100).join().orElseThrow();
    }

    @Test
    void aWaitingProcessShowsItsStackItsVariablesAndItsMailbox() {
        TestFunction deaf = new TestFunction("deaf") {
            @Override protected Object run(dev.ithaca.vm.runtime.Process p, int site, Registers r) {
                if (site == 0) {
                    r.refs[1] = ListValue.range(1, 1_000_000);
                    r.longs[0] = 42;
                }
                p.sleep(1_000_000);
                return save(p, 1, r);
            }
        };
        TestFunction main = TestMachine.once(p -> {
            Object pid = p.spawn(deaf.closure());
            p.send(pid, "first");
            p.send(pid, ListValue.of(2L, 3L));
            return TestMachine.idle().call(p);
        });
        try (var vm = new TestMachine(2, 4000)) {
            vm.machine.start(List.of(), main.closure());
            Inspector inspector = new MachineInspector(vm.machine);
            TestMachine.until(() -> inspector.info(2).map(i -> i.status() == ProcessStatus.SLEEPING && i.mailboxLength() == 2).orElse(false));
            ProcessSnapshot s = snapshot(inspector, 2);
            assertThat(s.frameCount()).isEqualTo(1);
            FrameView frame = s.frames().getFirst();
            assertThat(frame.function()).isEqualTo("deaf");
            assertThat(frame.line()).isEqualTo(11);
            VariableView list = frame.variables().getFirst();
            assertThat(list.type()).isEqualTo("List[Int]");
            assertThat(list.value().text()).startsWith("[1, 2, 3, ").endsWith("…").hasSizeLessThanOrEqualTo(200);
            assertThat(list.value().childCount()).isEqualTo(1_000_000);
            assertThat(list.value().children(999_998, 2_000_000)).extracting(c -> c.label() + "=" + c.value().text())
                    .containsExactly("999998=999999", "999999=1000000");
            assertThat(frame.variables().getLast().value().text()).isEqualTo("42");
            assertThat(s.mailbox()).extracting(m -> m.sender() + " " + m.value().text()).containsExactly("1 \"first\"", "1 [2, 3]");
            assertThat(s.info().heapBytes()).isGreaterThan(100);
            assertThat(snapshot(inspector, 1).children()).containsExactly(2L);
        }
    }

    @Test
    void theDeadStayListedWithTheirLastState() {
        TestFunction bad = TestMachine.once(p -> { throw NostosException.panic("boom"); });
        TestFunction main = TestMachine.once(p -> {
            p.spawn(bad.closure());
            p.spawn(TestMachine.idle().closure());
            return TestMachine.idle().call(p);
        });
        try (var vm = new TestMachine(2, 4000)) {
            vm.machine.start(List.of(), main.closure());
            Inspector inspector = new MachineInspector(vm.machine);
            TestMachine.until(() -> inspector.info(2).map(i -> !i.alive()).orElse(false)
                    && inspector.info(3).map(i -> i.status() == ProcessStatus.WAITING).orElse(false));
            assertThat(inspector.kill(3)).isTrue();
            TestMachine.until(() -> inspector.processes().size() == 3 && inspector.statistics().alive() == 1);
            assertThat(inspector.processes()).extracting(i -> i.pid() + " " + i.status().label() + " " + i.exitReason())
                    .containsExactly("1 waiting null", "2 dead Panic: boom", "3 dead killed");
            assertThat(snapshot(inspector, 3).frames()).isNotEmpty();
            assertThat(inspector.snapshot(99, 1, 1).join()).isEmpty();
            assertThat(inspector.kill(2)).isFalse();
        }
    }

    @Test
    void thePopulationSaysTheSameAsTheProcessesOneByOne() {
        TestFunction bad = TestMachine.once(p -> { throw NostosException.panic("boom"); });
        TestFunction sleeper = new TestFunction("sleeper") {
            @Override protected Object run(dev.ithaca.vm.runtime.Process p, int site, Registers r) {
                p.sleep(1_000_000);
                return save(p, 1, r);
            }
        };
        TestFunction main = TestMachine.once(p -> {
            p.spawn(bad.closure());
            Object pid = p.spawnLink(sleeper.closure());
            p.send(pid, "first");
            p.send(pid, "second");
            return TestMachine.idle().call(p);
        });
        try (var vm = new TestMachine(2, 4000)) {
            vm.machine.start(List.of(), main.closure());
            Inspector inspector = new MachineInspector(vm.machine);
            TestMachine.until(() -> inspector.info(2).map(i -> !i.alive()).orElse(false)
                    && inspector.info(3).map(i -> i.status() == ProcessStatus.SLEEPING).orElse(false)
                    && inspector.info(1).map(i -> i.status() == ProcessStatus.WAITING).orElse(false));
            Population all = inspector.population();
            assertThat(List.of(all.pid(0), all.pid(1), all.pid(2))).containsExactly(1L, 3L, 2L);
            assertThat(all.alive()).isEqualTo(2);
            assertThat(List.of(all.rowOf(1), all.rowOf(3), all.rowOf(2), all.rowOf(9))).containsExactly(0, 1, 2, -1);
            for (ProcessInfo one : inspector.processes()) {
                int row = all.rowOf(one.pid());
                assertThat(all.status(row)).isEqualTo(one.status());
                assertThat(all.reductions(row)).isEqualTo(one.reductions());
                assertThat(all.parent(row)).isEqualTo(one.parent());
                assertThat(all.childCount(row)).isEqualTo(one.childCount());
                assertThat(all.place(row)).isEqualTo(new Place(one.function(), one.file(), one.line()));
                assertThat(all.origin(row).function()).isEqualTo(one.initialFunction());
                assertThat(all.exitReason(row)).isEqualTo(one.exitReason());
            }
            assertThat(all.mailboxLength(1)).isEqualTo(2);
            assertThat(all.received(1)).isEqualTo(2);
            assertThat(all.sent(0)).isEqualTo(2);
            assertThat(all.oldestMessageMillis(1)).isNotNegative();
            assertThat(all.oldestMessageMillis(0)).isEqualTo(-1);
            assertThat(all.linkCount(0)).isEqualTo(1);
        }
    }

    @Test
    void aStoppedMachineKeepsItsLastStates() {
        TestFunction main = TestMachine.once(p -> {
            p.spawn(TestMachine.busy().closure());
            return TestMachine.idle().call(p);
        });
        try (var vm = new TestMachine(1, 4000)) {
            vm.machine.start(List.of(), main.closure());
            Inspector inspector = new MachineInspector(vm.machine);
            TestMachine.until(() -> inspector.info(2).isPresent() && inspector.info(2).get().reductions() > 0);
            vm.machine.stop();
            vm.await();
            assertThat(inspector.processes()).hasSize(2).allMatch(i -> !i.alive() && "killed".equals(i.exitReason()));
            assertThat(snapshot(inspector, 2).frames()).extracting(FrameView::function).containsExactly("busy");
            assertThat(inspector.statistics().alive()).isZero();
        }
    }

    @Test
    void snapshotsDoNotDisturbMessagesThatArrive() {
        TestFunction gather = TestMachine.gather(50_000);
        TestFunction main = TestMachine.once(p -> {
            p.spawn(new TestFunction("sender") {
                @Override protected Object run(dev.ithaca.vm.runtime.Process q, int site, Registers r) {
                    while (r.longs[0]++ < 50_000) {
                        q.send(new Pid(1), r.longs[0]);
                        if (safepoint(q)) return save(q, 1, r);
                    }
                    return r.longs[0];
                }
            }.closure());
            return gather.call(p);
        });
        try (var vm = new TestMachine(2, 10)) {
            vm.machine.start(List.of(), main.closure());
            Inspector inspector = new MachineInspector(vm.machine);
            while (!vm.machine.completion().isDone()) {
                inspector.snapshot(1, 10, 10).join();
                inspector.snapshot(2, 10, 10).join();
            }
            assertThat(vm.await().value()).isEqualTo(50_000L);
        }
    }
}
