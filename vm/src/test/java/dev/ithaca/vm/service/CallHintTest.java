package dev.ithaca.vm.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The parameters of calls; {@code @} marks the caret. */
class CallHintTest {
    private static final String FILE = "a.nos";
    private static final String START = """
            # Area of a box.
            area(width: Int, height: Int) -> Int = width * height
            type Shape = Circle(Float) | Dot

            """;

    private final LanguageService service = new Workspace().service();

    private Optional<CallHint> hint(String text) {
        String whole = START + text;
        int caret = whole.indexOf('@');
        return service.callAround(ProgramSource.single(new SourceFile(FILE, whole.replace("@", ""))), FILE, caret);
    }

    /** The signature with the active parameter in brackets. */
    private String shown(String text) {
        CallHint.Signature signature = hint(text).orElseThrow().signatures().getFirst();
        if (signature.active() < 0) return signature.text();
        CallHint.Range active = signature.parameters().get(signature.active());
        return signature.text().substring(0, active.start()) + "<" + signature.text().substring(active.start(), active.end()) + ">"
                + signature.text().substring(active.end());
    }

    @Test void the_parameter_at_the_caret_is_marked() {
        assertThat(shown("main() = area(@)\n")).isEqualTo("area(<width: Int>, height: Int) -> Int");
        assertThat(shown("main() = area(1, @)\n")).isEqualTo("area(width: Int, <height: Int>) -> Int");
        assertThat(shown("main() = area((1 + 2), [1, 2].length()@)\n")).isEqualTo("area(width: Int, <height: Int>) -> Int");
        assertThat(shown("main() = area(1, 2, @)\n")).isEqualTo("area(width: Int, height: Int) -> Int");
    }

    @Test void labels_choose_their_parameter() { assertThat(shown("main() = area(height: @1)\n")).isEqualTo("area(width: Int, <height: Int>) -> Int"); }

    @Test void a_receiver_is_the_first_argument() { assertThat(shown("main() = 3.area(@)\n")).isEqualTo("area(width: Int, <height: Int>) -> Int"); }

    @Test void the_innermost_call_counts() {
        assertThat(shown("main() = area(area(1, @2), 3)\n")).isEqualTo("area(width: Int, <height: Int>) -> Int");
        assertThat(shown("main() = area(area(1, 2), @3)\n")).isEqualTo("area(width: Int, <height: Int>) -> Int");
    }

    @Test void constructors_and_the_library_are_calls_too() {
        assertThat(shown("main() = Circle(@)\n")).isEqualTo("Circle(<Float>) of Shape");
        assertThat(hint("main() = [1].map(@)\n").orElseThrow().signatures().getFirst().text()).startsWith("map(");
    }

    @Test void unfinished_calls_are_answered() { assertThat(shown("main() = area(1, @\n")).isEqualTo("area(width: Int, <height: Int>) -> Int"); }

    @Test void its_documentation_comes_along() {
        assertThat(hint("main() = area(@)\n").orElseThrow().signatures().getFirst().doc()).isEqualTo("Area of a box.");
    }

    @Test void outside_of_calls_there_is_none() {
        assertThat(hint("main() = area(1, 2) @\n")).isEmpty();
        assertThat(hint("main() = (1 + @2)\n")).isEmpty();
        assertThat(hint("main() = area(1, { x = 2\n @x })\n")).isEmpty();
        assertThat(hint("main() = \"area(@)\"\n")).isEmpty();
        assertThat(hint("main() = unknown(@)\n")).isEmpty();
    }
}
