package dev.ithaca.vm.generated;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long lexing, parsing and checking take in a warm compiler: a module of 1,000 lines, and a project of 20 such
 * modules after one function was edited. Prints medians in milliseconds.
 *
 * <p>After {@code mvn -pl vm test-compile}, in the folder {@code vm}:
 * {@code java -cp target/test-classes:target/classes:$(cat target/classpath.txt) dev.ithaca.vm.generated.CheckingBenchmark}
 */
final class CheckingBenchmark {
    private static final int LINES = 1_000;
    private static final int MODULES = 20;
    private static final int ROUNDS = 120;
    private static final int MEASURED = 15;

    private CheckingBenchmark() {}

    public static void main(String[] args) {
        NostosCompiler compiler = Nostos.compiler();
        String module = module("", LINES);
        report("one module of " + module.lines().count() + " lines", measure(compiler, round ->
                ProgramSource.single(new SourceFile("bench.nos", module + "main() = step1(" + round + ")\n"))));
        List<ProgramSource.Unit> project = new ArrayList<>();
        for (int i = 0; i < MODULES; i++) {
            String uses = i == 0 ? "" : "use m" + (i - 1) + ".*\npub link" + i + "(x) = link" + (i - 1) + "(x) + 1\n";
            String text = uses + (i == 0 ? "pub link0(x) = x + 1\n" : "") + module("m" + i, LINES);
            project.add(new ProgramSource.Unit("m" + i, new SourceFile("m" + i + ".nos", text)));
        }
        report(MODULES + " modules, one function of the last edited", measure(compiler, round -> {
            List<ProgramSource.Unit> units = new ArrayList<>(project);
            units.add(new ProgramSource.Unit("main", new SourceFile("main.nos",
                    "use m" + (MODULES - 1) + ".*\nmain() = link" + (MODULES - 1) + "(" + round + ")\n")));
            return new ProgramSource(units, "main.main");
        }));
    }

    private interface Version {
        ProgramSource of(int round);
    }

    private static double measure(NostosCompiler compiler, Version version) {
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ProgramSource source = version.of(round);
            long start = System.nanoTime();
            if (!compiler.compile(source).succeeded()) throw new IllegalStateException("the program does not check");
            millis[round] = (System.nanoTime() - start) / 1e6;
        }
        double[] last = Arrays.copyOfRange(millis, ROUNDS - MEASURED, ROUNDS);
        Arrays.sort(last);
        return last[MEASURED / 2];
    }

    private static void report(String what, double millis) { System.out.printf("%s: %.1f ms%n", what, millis); }

    /** Ordinary code: types, matches, closures, list functions, strings; ten lines a piece. */
    private static String module(String prefix, int lines) {
        var text = new StringBuilder();
        for (int i = 1; i <= lines / 10; i++) {
            text.append("""
                    type Shape%1$d = Circle%1$d(Float) | Rect%1$d{w: Float, h: Float} | None%1$d
                    area%1$d(s: Shape%1$d) -> Float = match s {
                        Circle%1$d(r) -> 3.14 * r * r
                        Rect%1$d(w, h) -> w * h
                        None%1$d -> 0.0
                    }
                    total%1$d(xs) = xs.map(x => x * 2).filter(x => x > %1$d).fold(0, (a, x) => a + x)
                    name%1$d(n: Int) = if n > %1$d then "big ${n}" else "small " ++ show(n)
                    pick%1$d(o) = match o { Some(v) -> v + %1$d, None -> total%1$d([1, 2, 3]) }
                    step%1$d(n) = pick%1$d(Some(n)) + name%1$d(n).length() + area%1$d(Circle%1$d(1.5)).toInt()
                    """.formatted(i));
        }
        return prefix.isEmpty() ? text.toString() : text.toString().replaceAll("(Shape|Circle|Rect|None)(\\d)", "$1" + prefix.toUpperCase() + "x$2");
    }
}
