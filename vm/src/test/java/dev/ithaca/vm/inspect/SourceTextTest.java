package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.runtime.TestMachine;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a value, put into a program, makes the value anew. */
class SourceTextTest {
    private static final NostosCompiler COMPILER = Nostos.compiler();

    /** The text of the value that an expression makes in a program. */
    private static String text(String expression) {
        var program = COMPILER.compile(ProgramSource.single(new SourceFile("test.nos", """
                type Msg = Deposit(Int) | Moved{from: String, to: Char} | Close
                type Point = {x: Float, y: Float}
                module Geo
                    pub type Shape = Circle(Float) | Dot
                end
                taker() = receive { "stop" -> () after 1000000000 -> () }
                main() = {
                    p = spawn(taker())
                    p <- %s
                    receive { "stop" -> () after 1000000000 -> () }
                }
                """.formatted(expression)))).program();
        try (VirtualMachine vm = program.orElseThrow(() -> new AssertionError(expression)).start(VmOptions.standard().withWorkers(1))) {
            TestMachine.until(() -> vm.inspector().info(2).map(info -> info.mailboxLength() == 1).orElse(false));
            return vm.inspector().snapshot(2, 0, 1).join().orElseThrow().mailbox().getFirst().value().source(new SourceNames("", Set.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"()", "true", "-5", "(-9223372036854775807 - 1)", "1.5", "-0.25", "2.5f32", "7i8", "-128i8", "-7i16", "9i32", "200u8", "18446744073709551615u64",
        "-123456789012345678901234567890n", "1.50d", "'x'", "'\\''", "'\\n'", "\"a\\tb\\\\ \\\"c\\\"\\n\"", "(\"$\" ++ \"{1 + 1}\")", "\"$x {y}\"", "[1, 2]", "[]", "#{1, 2}",
        "%{\"a\": [1], \"b\": []}", "(1, \"one\", None)", "[Some(1), None]", "Ok(Deposit(-20))", "[Deposit(1), Moved(from: \"here\", to: '!'), Close]",
        "Point(x: 1.0, y: -2.0)", "[Geo.Circle(1.0), Geo.Dot]"})
    void aValueIsWrittenAsItWasMade(String expression) { assertThat(text(expression)).isEqualTo(expression); }

    @Test
    void processesAndFunctionsBecomeNames() {
        var names = new SourceNames("", Set.of("p7"));
        assertThat(SourceText.of(new Tuple(new Pid(7), new Pid(8), new Pid(7), Double.NaN), names)).isEqualTo("(p7_, p8, p7_, unknown3)");
        assertThat(names.placeholders()).containsExactly(new SourceNames.Placeholder("p7_", true, "process <7>"),
                new SourceNames.Placeholder("p8", true, "process <8>"), new SourceNames.Placeholder("unknown3", false, "NaN"));
    }

    @Test
    void whatIsTooLargeIsOneName() {
        var names = new SourceNames("", Set.of());
        Object deep = new Pid(7);
        for (int i = 0; i < 1_000; i++) deep = new Tuple(new Pid(8), deep);
        assertThat(SourceText.of(ListValue.of("x".repeat(100_000)), names)).isEqualTo("unknown1");
        assertThat(SourceText.of(deep, names)).isEqualTo("unknown2");
        assertThat(names.placeholders()).allMatch(p -> p.meaning().startsWith("too large to be written down: "));
    }
}
