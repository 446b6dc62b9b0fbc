package dev.ithaca.vm.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake is told once, without errors that follow from it; what upstream ignores is told, too. */
class OneMistakeTest {
    private static final String SHAPE = "trait Shape area(self) -> Int end type Sq = { s: Int } ";

    @ParameterizedTest
    @CsvSource(delimiterString = " ~ ", textBlock = """
            main() = { y = zz + 1 ; zz + y } ~ unknown variable `zz`
            use nope.* main() = foo(1) ~ module `nope` not found
            use nope.{foo} main() = foo(1) ~ module `nope` not found
            use stdlib.list.{mapp} main() = mapp([1], x => x) ~ `mapp` is not defined in module `stdlib.list`
            type S = A | B main() = match A { A -> 1, D -> 2 } ~ Unknown constructor: D
            f(x: Strng) = x.size main() = 1 ~ unknown type `Strng`
            f(x: Strng) = x + x main() = 1 ~ unknown type `Strng`
            main() = { x: Strng = "a" ; x.length() + 1 } ~ type mismatch: expected Strng, found String
            """)
    void whatFollowsFromAMistakeIsNotTold(String program, String message) {
        assertThat(Programs.check(program).diagnostics()).extracting(Diagnostic::message).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " ~ ", textBlock = """
            Sq: Shape aera(self) = 1 end main() = Sq(1).area() ~ type `Sq` does not implement method `area` required by trait `Shape`
            """)
    void aMissingMethodIsNotMissedAgain(String program, String message) {
        assertThat(Programs.errors(SHAPE + program)).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " ~ ", textBlock = """
            (a, b) = (1, 2) ~ this definition has no effect: outside functions only a name can be bound
            Area(x) = x ~ this definition has no effect: outside functions only a name can be bound
            type P = { x: Int } type P = { y: Int } ~ type `P` is defined twice: the first definition counts
            type P = { x: Int, x: Int } ~ field `x` is defined twice: the first one counts
            type S = A | A ~ constructor `A` is defined twice: the first one counts
            x = 1 x = 2 ~ value `x` is defined twice: the last definition counts
            Sq: Shape area(self) = 1 aera(self) = 2 end ~ trait `Shape` has no method `aera`, so nothing calls this one
            type Q = { x: Int } f(q: Q) = { q.x = 2 } ~ field `x` of `Q` is not mutable, so this assignment panics
            type L = List[Strng] ~ unknown type `Strng`
            type P = { x: Strng } f() = P("a").x ++ "b" ~ unknown type `Strng`
            type V = A(Strng) | B f() = A(1) ~ unknown type `Strng`
            Circle: Shape area(self) = 1 end ~ unknown type `Circle`
            """)
    void whatHasNoEffectIsWarnedOf(String program, String message) {
        assertThat(Programs.warnings(SHAPE + program + " main() = 1")).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " ~ ", textBlock = """
            main() = match 1\\n 1 -> 2\\nend\\nf() = 1 ~ 1
            module geo\\n pub f() = 1\\nend ~ 1
            main() = #* comment ~ 1
            """)
    void aSyntaxErrorIsToldOnce(String program, int errors) {
        String text = program.replace("\\n", "\n");
        List<Diagnostic> found = Parser.parse(new SourceFile("test.nos", text)).diagnostics();
        assertThat(found).hasSize(errors);
    }
}
