package dev.ithaca.vm.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.library.Library;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.types.CheckedProgram;
import dev.ithaca.vm.types.Checker;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.ProgramChecker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From source text to verified register code of everything a program needs. */
class ProgramLoweringTest {
    private static Map<String, FunctionCode> lower(String text) {
        CheckedProgram program = new ProgramChecker(new Library())
                .check(List.of(new Checker.Unit("", Parser.parse(new SourceFile("test.nos", text)).module())));
        assertThat(program.hasErrors()).as("%s", program.diagnostics()).isFalse();
        Map<FunctionInstance, FunctionCode> done = new LinkedHashMap<>();
        Deque<FunctionInstance> work = new ArrayDeque<>();
        work.add(program.entry("main").orElseThrow());
        while (!work.isEmpty()) {
            FunctionInstance next = work.remove();
            if (done.containsKey(next)) continue;
            FunctionCode code = new Lowering().lower(next);
            assertThat(RegisterCodeVerifier.verify(code)).as(RegisterCodePrinter.print(code)).isEmpty();
            done.put(next, code);
            addCallees(code, work);
        }
        Map<String, FunctionCode> byName = new LinkedHashMap<>();
        done.forEach((f, code) -> byName.put(f.name(), code));
        return byName;
    }

    private static void addCallees(FunctionCode code, Deque<FunctionInstance> work) {
        for (Block block : code.blocks()) {
            for (Instruction i : block.body()) {
                if (i instanceof Instruction.Call c) work.add(c.function());
                if (i instanceof Instruction.FunctionRef r) work.add(r.function());
                if (i instanceof Instruction.MakeClosure m) addCallees(m.code(), work);
            }
        }
    }

    @Test void typedListLoopNeedsNoBoxes() {
        String code = RegisterCodePrinter.print(lower("""
                total([], acc) = acc
                total([h | t], acc) = total(t, acc + h)
                main() = total([1, 2, 3], 0)
                """).get("total"));

        assertThat(code).contains("Jump b1").doesNotContain("Unbox").doesNotContain("= Box").doesNotContain("Call");
    }

    @Test void serverWithClosuresAndCleanup() {
        Map<String, FunctionCode> program = lower("""
                type Msg = Add(Int) | Total(Pid)
                server(total) = receive {
                    Add(n) -> server(total + n)
                    Total(who) -> { who <- total; server(total) }
                }
                safe(f) = try f() catch { ("DivisionByZero", _) -> 0 } finally println("done")
                main() = {
                    pid = spawn(server(0))
                    var seen = 0
                    [1, 2, 3].each(n => { seen = seen + n; pid <- Add(n) })
                    pid <- Total(self())
                    receive { n -> println(show(n)) after 1000 -> println("late") }
                    while seen > 0 { if seen == 3 then break; seen = seen - 1 }
                    safe(() => 10 / seen)
                }
                """);

        assertThat(RegisterCodePrinter.print(program.get("server"))).contains("MailboxWait").doesNotContain("Call server");
        assertThat(RegisterCodePrinter.print(program.get("main"))).contains("seen in").contains("(cell)");
        assertThat(program.get("safe").blocks()).anyMatch(b -> b.exception() != null);
    }

    @Test void baseCasesOfBranchingRecursionAreTestedWhereItCalls() {
        Map<String, FunctionCode> program = lower("""
                type Tree = Leaf(Int) | Node(Tree, Tree)
                total(Leaf(n)) = n
                total(Node(left, right)) = total(left) + total(right)
                ack(0, n) = n + 1
                ack(m, 0) = ack(m - 1, 1)
                ack(m, n) = { a = ack(m, n - 1); b = ack(m, 0); ack(m - 1, max(a, b)) }
                size([]) = 0
                size([_ | t]) = 1 + size(t)
                main() = total(Node(Leaf(1), Leaf(2))) + ack(1, 1) + size([1])
                """);

        assertThat(tests(program.get("total"))).as("at the entry and before both calls").isEqualTo(3);
        assertThat(tests(program.get("ack"))).as("m is not 0 where it is handed on").isEqualTo(2);
        assertThat(tests(program.get("size"))).as("calls itself once").isEqualTo(1);
    }

    @Test void functionValuesOfKnownTypeAreCalledWithoutBoxes() {
        Map<String, FunctionCode> program = lower("""
                twice(f: (Int) -> Int, n) = f(f(n)) + 1
                check(f: (Int, String) -> Bool, n) = if f(n, "") then 1 else 0
                third(f: (Int, Int, Int) -> Int) = f(1, 2, 3)
                main() = twice(x => x * 2, 3) + check((n, _) => n > 0, 1) + third((_, _, c) => c)
                """);

        assertThat(RegisterCodePrinter.print(program.get("twice"))).contains("CallClosure").doesNotContain("ox");
        assertThat(RegisterCodePrinter.print(program.get("check"))).contains("CallClosure").doesNotContain("ox");
        assertThat(RegisterCodePrinter.print(program.get("third"))).as("no entry for three").contains("Box").contains("Unbox");
    }

    private static long tests(FunctionCode code) {
        return code.blocks().stream().filter(b -> b.end() instanceof Terminator.Branch).count();
    }
}
