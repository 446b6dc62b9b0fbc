package dev.ithaca.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that take all memory there is, each in a small JVM of its own. */
class MemoryExhaustionTest {
    private static final int LIMIT_SECONDS = 120;

    @TempDir Path folder;

    private String run(String program) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("test.nos"), program);
        Path output = folder.resolve("output");
        Process vm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseParallelGC",
                "-XX:-UseGCOverheadLimit", "-XX:NewRatio=1", "-XX:NewSize=96m", "-XX:GCTimeRatio=4", "-cp", System.getProperty("java.class.path"), "dev.ithaca.vm.cli.Main", "run", file.toString())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = vm.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        vm.destroyForcibly();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("came to an end after: %s", text).isTrue();
        return text;
    }

    @Test
    void theProcessThatKeepsAllIsEndedAndOneThatOnlyMakesGarbageIsSpared() throws Exception {
        assertThat(run("""
                hog(n, kept) = hog(n + 1, [n | kept])
                busy(0, sum) = sum
                busy(n, sum) = busy(n - 1, sum + [1..50].map(x => x * n).length())
                main() = {
                    me = self()
                    (_, ref) = spawn_monitor(() => hog(0, []))
                    spawn(() => { me <- busy(100000, 0) })
                    reason = receive { Down(^ref, _, why) -> why }
                    sum = receive { n -> n }
                    println("hog: ${reason}, busy: ${sum}")
                }
                """)).contains("Process <pid 2> ended: out of memory\n\nStack trace:\n  1. hog/").contains("hog: Error(\"out of memory\"), busy: 5000000");
    }

    @Test
    void theOwnerOfAFloodedMailboxIsEnded() throws Exception {
        assertThat(run("""
                deaf() = receive { "never" -> () }
                flood(target, n) = {
                    target <- (n, "text ${n}")
                    flood(target, n + 1)
                }
                main() = {
                    (target, ref) = spawn_monitor(() => deaf())
                    spawn(() => flood(target, 0))
                    receive { Down(^ref, _, why) -> println("deaf: ${why}") }
                }
                """)).contains("Process <pid 2> ended: out of memory").contains("deaf: Error(\"out of memory\")");
    }

    @Test
    void aMainThatTakesAllEndsWithAReport() throws Exception {
        assertThat(run("""
                hog(n, kept) = hog(n + 1, [n | kept])
                main() = hog(0, [])
                """)).contains("Runtime error: out of memory\n\nStack trace:\n  1. hog/").doesNotContain("Exception");
    }
}
