package dev.ithaca.vm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProfileTest {
    @Test @Timeout(60) void aFunctionCountsOnceHoweverOftenItStandsOnAStack() throws InterruptedException {
        var looked = new CountDownLatch(3);
        var profile = new Profile(() -> {
            looked.countDown();
            return List.of(List.of("leaf/", "walk/_", "walk/_", "main/"));
        }, () -> 42);
        assertTrue(looked.await(60, TimeUnit.SECONDS));
        List<String> lines = profile.end().lines().toList();
        List<List<String>> rows = lines.stream().filter(line -> line.matches("(leaf|walk|main)/.*")).map(line -> List.of(line.split("\\s+"))).toList();
        assertEquals(List.of("leaf/", "main/", "walk/_"), rows.stream().map(List::getFirst).toList());
        assertEquals(1, rows.stream().map(row -> row.get(1)).distinct().count(), "all have the same total: " + rows);
        assertEquals(List.of("100.0", "0.0", "0.0"), rows.stream().map(row -> row.get(3)).toList());
        assertTrue(lines.getLast().endsWith(" 42 reductions"), lines::toString);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), lines::toString);
    }

    @Test @Timeout(60) void theInspectorTellsWhatASchedulerThreadExecutes() {
        String endless = "spin(n) = if n < 0 then 0 else spin(n + 1 - n % 7)\nmain() = spin(0)\n";
        try (VirtualMachine machine = Nostos.compiler().compile(ProgramSource.single(new SourceFile("spin.nos", endless))).program().orElseThrow()
                .start(VmOptions.standard().withWorkers(1))) {
            List<List<String>> running;
            do running = machine.inspector().running();
            while (running.isEmpty() || !running.getFirst().getFirst().startsWith("spin/"));
            assertEquals(1, running.size());
        }
    }
}
