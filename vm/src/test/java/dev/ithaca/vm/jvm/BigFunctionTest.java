package dev.ithaca.vm.jvm;

import static dev.ithaca.vm.code.CoreDsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions beyond the limits of JVM methods. */
class BigFunctionTest {
    private static final int STATEMENTS = 3_000;

    private final Local n = local("n", INT);
    private final Local e = local("e", DYN);

    private FunctionInstance next() {
        return function("next", INT, List.of(n), cond(eq(get(n), num(1_000)), div(get(n), num(0)), add(get(n), num(1))));
    }

    @ParameterizedTest @ValueSource(ints = {1, 10, 4000})
    void thousandsOfStatementsWithCallsAndAHandler(int slice) {
        Local count = var("count", INT);
        FunctionInstance next = next();
        List<Core> body = new ArrayList<>(List.of(bind(count, num(0))));
        for (int i = 0; i < STATEMENTS; i++) {
            Local step = local("step" + i, INT);
            body.add(bind(step, call(next, get(count))));
            body.add(set(count, get(step)));
        }
        body.add(get(count));
        Core all = tryCatch(new Core.Block(body, INT, AT), e, get(count), null);
        Core main = block(bind(count, num(0)), add(all, num(5)));
        assertThat(CompiledProgram.runOnce(slice, function("main", INT, List.of(), main))).isEqualTo(1_005L);
    }

    @Test
    void longListLiterals() {
        FunctionInstance next = next();
        Core[] elements = IntStream.range(0, 4 * STATEMENTS).mapToObj(i -> call(next, num(-i))).toArray(Core[]::new);
        Object value = CompiledProgram.runOnce(4000, function("main", INTS, List.of(), list(elements)));
        assertThat(value).asString().startsWith("[1, 0, -1").endsWith(", -11998]");
    }
}
