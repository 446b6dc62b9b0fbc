package dev.ithaca.vm.jvm;

import static dev.ithaca.vm.code.CoreDsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closures, records and collections in compiled code. */
class ValuesTest {
    private final Local n = local("n", INT);
    private final Local k = local("k", INT);

    private static FunctionInstance main(Core body) { return function("main", body.type(), List.of(), body); }

    private static FunctionInstance identity(Local x) {
        return function("identity", INT, List.of(x), self -> cond(lt(get(x), num(0)), call(self, num(0)), get(x)));
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 4000})
    void closuresCaptureValuesAndCells(int slice) {
        Local count = var("count", INT);
        Local step = local("step", INT);
        Local bump = local("bump", functionType(INT, List.of(k)));
        Core lambda = lambda(INT, List.of(k), block(set(count, add(get(count), add(get(k), call(identity(n), get(step))))), get(count)));
        Core body = block(bind(count, num(0)), bind(step, num(100)), bind(bump, lambda),
                apply(INT, get(bump), num(1)), apply(INT, get(bump), num(2)), add(get(count), apply(INT, get(bump), num(3))));
        assertThat(CompiledProgram.run(slice, main(body))).isEqualTo(203L + 306L);
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 4000})
    void functionsAreValues(int slice) {
        Local f = local("f", functionType(INT, List.of(n)));
        FunctionInstance twice = function("twice", INT, List.of(f), apply(INT, get(f), apply(INT, get(f), num(1))));
        FunctionInstance addTen = function("addTen", INT, List.of(n), add(call(identity(k), get(n)), num(10)));
        Core value = new Core.FunctionValue(addTen, functionType(INT, List.of(n)), AT);
        assertThat(CompiledProgram.run(slice, main(call(twice, value)))).isEqualTo(21L);
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 4000})
    void manyArgumentsTravelInAnArray(int slice) {
        List<Local> params = java.util.stream.IntStream.range(0, 6).mapToObj(i -> local("a" + i, INT)).toList();
        Core sum = params.stream().map(p -> get(p)).reduce((a, b) -> add(a, b)).orElseThrow();
        Local f = local("f", functionType(INT, params));
        Core body = block(bind(f, lambda(INT, params, sum)), apply(INT, get(f), num(1), num(2), num(3), num(4), num(5), num(6)));
        assertThat(CompiledProgram.run(slice, main(body))).isEqualTo(21L);
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 4000})
    void collectionsAreBuiltAndShown(int slice) {
        Core body = tuple(list(num(1), call(identity(n), num(2))), str("x"), bool(true));
        assertThat(CompiledProgram.run(slice, main(body))).hasToString("([1, 2], \"x\", true)");
    }
}
