package dev.ithaca.vm.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warnings for values that patterns leave out, at any depth. */
class CoverageTest {
    private static final String TYPES = "type C = R | G | B\ntype T = L | N(T, Int, T)\n";

    @ParameterizedTest @CsvSource(delimiter = '=', quoteCharacter = '~', value = {
        "f(R)#1;f(G)#2                                  = B",
        "f(Some(1))#1;f(None)#2                         = Some(_)",
        "f([])#1;f([x])#2                               = [_ | [_ | _]]",
        "f(true, false)#1;f(false, _)#2                 = true, true",
        "f(x)#match x { (R, _) -> 1, (_, true) -> 2 }   = (G, false)",
        "f(x)#match x { Some(Some(y)) -> y, None -> 0 } = Some(None)",
        "f(N(L, _, _))#1;f(L)#2                         = N(N(_, _, _), _, _)",
        "f(x: Int)#match x { 1 -> 1, 2 -> 2 }           = _",
        "f(n) when n > 0#1                              = _",
    })
    void namesAMissingValue(String function, String witness) {
        assertThat(Programs.warnings(program(function)))
                .containsExactly("non-exhaustive patterns: `" + witness.strip() + "` not covered");
    }

    @ParameterizedTest @CsvSource(delimiter = '=', quoteCharacter = '~', value = {
        "f(R)#1;f(G | B)#2 = ok",
        "f([])#1;f([_])#2;f([_, _ | _])#3 = ok",
        "f(x)#match x { (true, R) -> 1, (true, _) -> 2, (false, _) -> 3 } = ok",
        "f(0)#1;f(n)#n = ok",
        "f(x: String)#match x { [~a~ | r] -> r, _ -> x } = ok",
    })
    void isSilentWhenEveryValueIsCovered(String function, String verdict) {
        assertThat(Programs.warnings(program(function.replace('~', '"')))).as(verdict).isEmpty();
    }

    /** {@code #} stands for the equals sign of a definition and {@code ;} for a line end. */
    private static String program(String function) {
        return TYPES + function.strip().replace("#", " = ").replace(";", "\n") + "\nmain() = 1\n";
    }
}
