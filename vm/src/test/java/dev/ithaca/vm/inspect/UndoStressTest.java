package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.runtime.TestMachine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Processes that never stand still, tied to each other, are killed and brought back again and again. */
class UndoStressTest {
    private static final int PROCESSES = 40;
    private static final int ROUNDS = 150;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000;

    /** Each sends itself messages, has a finally to run, computes between, and is linked with the one started before it. */
    private static final String RESTLESS = """
            work(n: Int, beats: Int) -> Int = if n == 0 then beats else work(n - 1, beats)
            beat(beats: Int) -> Int = {
                self() <- ("beat", beats + 1)
                next = receive {
                    ("beat", b) -> work(500, b)
                    ("link", p) -> { link(p); beats }
                    ("watch", p) -> { monitor(p); beats }
                    Down(_, _, _) -> beats
                    after 50 -> beats
                }
                beat(next)
            }
            begin(n: Int, before: List[Pid]) -> () = if n == 0 then () else {
                p = spawn { try { beat(0) } finally { work(2000, 0) } }
                match before {
                    [] -> ()
                    [q | _] -> { if n %% 4 == 0 then p <- ("watch", q) else p <- ("link", q) }
                }
                begin(n - 1, [p | before])
            }
            main() = {
                begin(%d, [])
                receive { "stop" -> () }
            }
            """.formatted(PROCESSES);

    @Test
    void nobodyIsLostNorStuck() {
        try (VirtualMachine vm = InspectedProgram.start(RESTLESS, VmOptions.standard().withWorkers(3))) {
            Inspector inspector = vm.inspector();
            TestMachine.until(() -> inspector.statistics().alive() == PROCESSES + 1
                    && inspector.population().alive() == PROCESSES + 1 && linked(inspector) >= PROCESSES);
            var random = new Random(5);
            Set<Long> living = new HashSet<>();
            for (long pid = 2; pid <= PROCESSES + 1; pid++) living.add(pid);
            for (int round = 0; round < ROUNDS; round++) {
                List<Long> candidates = new ArrayList<>(living);
                Set<Long> victims = new HashSet<>();
                for (int i = random.nextInt(4); i >= 0; i--) victims.add(candidates.get(random.nextInt(candidates.size())));
                Killing killing = inspector.killUndoably(victims);
                if (random.nextBoolean()) LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE_NANOS));
                Undone undone = killing.undo().join();
                assertThat(undone.back()).as("round %d, lost %s", round, undone.lost()).containsAll(victims);
                assertThat(undone.lost()).isEmpty();
            }
            for (long pid : living) {
                long before = inspector.info(pid).orElseThrow().reductions();
                TestMachine.until(() -> inspector.info(pid).orElseThrow().reductions() > before + 10_000);
                assertThat(inspector.info(pid).orElseThrow().alive()).isTrue();
            }
            assertThat(inspector.statistics().alive()).isEqualTo(PROCESSES + 1);
            assertThat(inspector.children(1)).hasSize(PROCESSES);
            assertThat(inspector.processes()).hasSize(PROCESSES + 1);
            assertThat(linked(inspector)).isGreaterThanOrEqualTo(PROCESSES);
            for (long pid : living) {
                for (long other : links(inspector, pid)) assertThat(links(inspector, other)).as("<%d> and <%d>", pid, other).contains(pid);
            }
        }
    }

    private static int linked(Inspector inspector) { return inspector.processes().stream().mapToInt(p -> links(inspector, p.pid()).size()).sum(); }

    private static List<Long> links(Inspector inspector, long pid) { return inspector.snapshot(pid, 0, 0).join().orElseThrow().links(); }
}
