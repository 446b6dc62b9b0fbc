import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of this folder on Ithaca, on Erlang/OTP and in plain Java, interleaved, and prints medians and
 * ratios. A program that does not end is named, and given up after a limit. Usage: compare [--rounds N] [--limit SECONDS]
 * [program...]
 */
public class Compare {
    private static final Set<String> IN_JAVA = Set.of("fib", "tak", "ackermann", "tail_loop", "tail_loop_modulo", "mandelbrot", "record_update");
    private static final int LIMIT_SECONDS = 180;
    /** After so long it is said what is waited for. */
    private static final int PATIENCE_SECONDS = 30;

    /** Times of one side in milliseconds: the first run of each process, and the second half of its runs. */
    private static final class Times {
        final List<Double> cold = new ArrayList<>();
        final List<Double> warm = new ArrayList<>();
        boolean givenUp;
    }

    private final Map<String, Times> times = new LinkedHashMap<>();
    private final String program;
    private final int limitSeconds;

    private Compare(String program, int limitSeconds) {
        this.program = program;
        this.limitSeconds = limitSeconds;
    }

    public static void main(String[] args) throws Exception {
        Path bench = Path.of(System.getProperty("bench"));
        Path scratch = Files.createDirectories(bench.resolve("../target/bench").normalize());
        int rounds = 3;
        int limit = LIMIT_SECONDS;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--rounds")) rounds = Integer.parseInt(args[++i]);
            else if (args[i].equals("--limit")) limit = Integer.parseInt(args[++i]);
            else names.add(args[i]);
        }
        if (names.isEmpty()) names = programs(bench);
        boolean erlang = onPath("erl") && onPath("erlc");
        if (!erlang) System.out.println("Erlang/OTP is not installed (apt-get install erlang-base); its column is left out.");
        System.out.printf("%-20s %9s %9s %9s %9s %7s %7s %9s %7s%n", "milliseconds", "ithaca", "cold", "beam", "cold",
                "/beam", "cold", "java", "/java");
        for (String name : names) {
            var comparison = new Compare(name, limit);
            for (int round = 0; round < rounds; round++) {
                comparison.measure("ithaca", ithaca(bench, scratch, name));
                if (erlang && Files.exists(bench.resolve("erlang/" + name + ".erl"))) comparison.measure("beam", beam(bench, scratch, name));
                if (IN_JAVA.contains(name)) {
                    comparison.measure("java", List.of(java(), "-Xss1g", bench.resolve("java/Baseline.java").toString(), name));
                }
            }
            comparison.print();
        }
    }

    private void print() {
        Times ithaca = times.get("ithaca");
        Times beam = times.get("beam");
        Times plain = times.get("java");
        System.out.printf(Locale.ROOT, "%-20s %9.1f %9.1f %9s %9s %7s %7s %9s %7s%n", program, median(ithaca.warm), median(ithaca.cold),
                beam == null ? "-" : number(median(beam.warm)), beam == null ? "-" : number(median(beam.cold)),
                beam == null ? "-" : ratio(median(ithaca.warm), median(beam.warm)),
                beam == null ? "-" : ratio(median(ithaca.cold), median(beam.cold)),
                plain == null ? "-" : number(median(plain.warm)), plain == null ? "-" : ratio(median(ithaca.warm), median(plain.warm)));
    }

    private static String number(double d) { return String.format(Locale.ROOT, "%.1f", d); }

    private static String ratio(double a, double b) { return String.format(Locale.ROOT, "%.2f", a / b); }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private static List<String> programs(Path bench) throws IOException {
        try (var files = Files.list(bench.resolve("nostos"))) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".nos") && !f.equals("harness.nos"))
                    .map(f -> f.substring(0, f.length() - 4)).sorted().toList();
        }
    }

    private static List<String> ithaca(Path bench, Path scratch, String name) throws IOException {
        Path whole = scratch.resolve(name + ".nos");
        Files.writeString(whole, Files.readString(bench.resolve("nostos/harness.nos")) + "\n" + Files.readString(bench.resolve("nostos/" + name + ".nos")));
        return List.of(bench.resolve("../bin/nostos").toString(), "run", whole.toString());
    }

    private static List<String> beam(Path bench, Path scratch, String name) throws Exception {
        for (String module : List.of("harness", name)) {
            new ProcessBuilder("erlc", "-o", scratch.toString(), bench.resolve("erlang/" + module + ".erl").toString()).inheritIO().start().waitFor();
        }
        return List.of("erl", "+P", "3000000", "-noshell", "-pa", scratch.toString(), "-run", "harness", "main", name);
    }

    private void measure(String side, List<String> command) throws Exception {
        Times t = times.computeIfAbsent(side, _ -> new Times());
        if (t.givenUp) return;
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofVirtual().start(() -> limit(process, side, t));
        var runs = new ArrayList<Double>();
        var other = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("run")) runs.add(Double.parseDouble(words[1]));
                else other.append(line).append('\n');
            }
        }
        if (runs.isEmpty()) {
            if (!t.givenUp) System.out.println(program + " on " + side + " gave no result: " + other);
            return;
        }
        t.cold.add(runs.getFirst());
        t.warm.addAll(runs.subList(runs.size() / 2, runs.size()));
    }

    /** Ends a process that takes too long, with all it has started: they have the same output open. */
    private void limit(Process process, String side, Times t) {
        try {
            int patience = Math.min(PATIENCE_SECONDS, limitSeconds);
            if (process.waitFor(patience, TimeUnit.SECONDS)) return;
            System.err.println("waiting for " + program + " on " + side + ", at most " + limitSeconds + " s ...");
            if (process.waitFor(limitSeconds - patience, TimeUnit.SECONDS)) return;
            t.givenUp = true;
            System.out.println(program + " on " + side + " did not end within " + limitSeconds + " s: given up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String java() { return Path.of(System.getProperty("java.home"), "bin", "java").toString(); }

    private static boolean onPath(String command) {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, command))) return true;
        }
        return false;
    }
}
