package dev.ithaca.vm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.runtime.value.Pid;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes go on as if nothing were while others look at them, stop them and let them go on. */
class DisturbanceTest {
    private static final int PROCESSES = 40;
    private static final long BALLS = 20;

    /** Throws each ball to somebody; now and then sleeps, waits with a deadline or does IO before that. */
    private static final class Player extends TestFunction {
        private final Pid[] players;

        Player(Pid[] players) {
            super("player");
            this.players = players;
        }

        // refs: 0 cursor, 1 ball
        @Override protected Object run(Process p, int start, Registers r) {
            int site = start;
            for (;;) {
                if (site == 2) {
                    long ball = (Long) r.refs[1];
                    r.refs[1] = null;
                    site = 1;
                    if (ball == 0) p.send(new Pid(1), 1L);
                    else p.send(players[ThreadLocalRandom.current().nextInt(PROCESSES)], ball - 1);
                }
                if (!resumed(r, start) && safepoint(p)) return save(p, 1, r);
                if (r.refs[0] == null) r.refs[0] = p.mailboxStart();
                r.refs[1] = p.mailboxNext(r.refs[0]);
                if (r.refs[1] == null) {
                    p.mailboxWait(r.refs[0], p.id() % 2 == 0 ? p.deadline(1) : Long.MAX_VALUE);
                    if (p.unwinding) return save(p, 1, r);
                    continue;
                }
                p.mailboxTake(r.refs[0]);
                r.refs[0] = null;
                switch (ThreadLocalRandom.current().nextInt(20)) {
                    case 0 -> p.sleep(1);
                    case 1 -> p.await(() -> 1L);
                    case 2 -> p.sleep(0);
                    default -> site = 2;
                }
                if (p.unwinding) return save(p, 2, r);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4000})
    void everyBallComesHome(int slice) throws InterruptedException {
        Pid[] players = new Pid[PROCESSES];
        TestFunction gather = TestMachine.gather((int) BALLS);
        TestFunction main = TestMachine.once(p -> {
            Player player = new Player(players);
            for (int i = 0; i < PROCESSES; i++) players[i] = (Pid) p.spawn(player.closure());
            for (int i = 0; i < BALLS; i++) p.send(players[i], 500L);
            return gather.call(p);
        });
        try (var vm = new TestMachine(4, slice)) {
            vm.machine.start(List.of(), main.closure());
            Thread[] disturbers = new Thread[2];
            for (int i = 0; i < disturbers.length; i++) {
                Random random = new Random(i);
                disturbers[i] = Thread.ofPlatform().start(() -> disturb(vm.machine, random));
            }
            assertThat(vm.await().value()).isEqualTo(1L);
            for (Thread t : disturbers) t.join();
        }
    }

    private static void disturb(Machine machine, Random random) {
        Observer seen = machine.observer();
        while (!machine.completion().isDone()) {
            Process p = seen.find(1 + random.nextInt(PROCESSES + 1));
            if (p == null) continue;
            switch (random.nextInt(3)) {
                case 0 -> {
                    seen.suspend(p);
                    Thread.onSpinWait();
                    seen.resume(p);
                }
                case 1 -> seen.capture(p, 5, 5).join();
                default -> seen.capture(p, 5, 5);
            }
            Thread.yield();
        }
    }
}
