package dev.ithaca.vm.jvm;

import static dev.ithaca.vm.code.CoreDsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls, loops and exceptions, unwound at every safepoint, at some, and hardly ever. */
class ControlFlowTest {
    private final Local n = local("n", INT);
    private final Local acc = local("acc", INT);
    private final Local e = local("e", DYN);

    private static FunctionInstance main(Core body) { return function("main", body.type(), List.of(), body); }

    private FunctionInstance fib() {
        return function("fib", INT, List.of(n), self -> cond(lt(get(n), num(2)), get(n),
                add(call(self, sub(get(n), num(1))), call(self, sub(get(n), num(2))))));
    }

    private FunctionInstance depth() {
        return function("depth", INT, List.of(n), self -> cond(eq(get(n), num(0)), num(0), add(num(1), call(self, sub(get(n), num(1))))));
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 10, 4000})
    void recursion(int slice) { assertThat(CompiledProgram.run(slice, main(call(fib(), num(15))))).isEqualTo(610L); }

    @ParameterizedTest @ValueSource(ints = {1, 10, 4000})
    void recursionIsBoundedByTheHeap(int slice) {
        long depth = slice == 1 ? 20_000 : 500_000;
        assertThat(CompiledProgram.run(slice, main(call(depth(), num(depth))))).isEqualTo(depth);
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 10, 4000})
    void selfTailCallsAreLoops(int slice) {
        FunctionInstance sum = function("sum", INT, List.of(n, acc), self -> cond(eq(get(n), num(0)), get(acc),
                call(self, sub(get(n), num(1)), add(get(acc), get(n)))));
        assertThat(CompiledProgram.run(slice, main(call(sum, num(10_000), num(0))))).isEqualTo(50_005_000L);
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 10, 4000})
    void mutualTailCallsRunInConstantSpace(int slice) {
        FunctionInstance[] odd = new FunctionInstance[1];
        FunctionInstance even = function("even", BOOL, List.of(n),
                cond(eq(get(n), num(0)), bool(true), new Core.Block(List.of(new Core.Call(lazily(odd, n), List.of(sub(get(n), num(1))), BOOL, AT)), BOOL, AT)));
        odd[0] = even;
        long rounds = slice == 1 ? 10_000 : 1_000_000;
        assertThat(CompiledProgram.run(slice, main(call(even, num(rounds))))).isEqualTo(true);
    }

    /** A function that calls another which is known later, in tail position. */
    private static FunctionInstance lazily(FunctionInstance[] other, Local n) {
        return function("odd", BOOL, List.of(n), _ -> cond(eq(get(n), num(0)), bool(false), call(other[0], sub(get(n), num(1)))));
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 10, 4000})
    void nestedLoopsWithCallsInside(int slice) {
        Local i = local("i", INT);
        Local j = local("j", INT);
        Local total = var("total", INT);
        Core body = block(bind(total, num(0)),
                forTo(i, num(0), num(20), forTo(j, num(0), num(10), set(total, add(get(total), call(fib(), num(5)))))), get(total));
        assertThat(CompiledProgram.run(slice, main(body))).isEqualTo(1000L);
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 10, 4000})
    void exceptionsReachHandlersInResumedFrames(int slice) {
        FunctionInstance deep = function("deep", INT, List.of(n), self -> cond(eq(get(n), num(0)), div(num(1), get(n)),
                add(num(1), call(self, sub(get(n), num(1))))));
        Local seen = var("seen", INT);
        Core body = block(bind(seen, num(0)),
                tryCatch(set(seen, call(deep, num(50))), e, set(seen, num(7)), set(seen, add(get(seen), num(1)))), get(seen));
        assertThat(CompiledProgram.run(slice, main(body))).isEqualTo(8L);
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 10, 4000})
    void handlersGoOnAfterSuspendingInsideTheRegion(int slice) {
        Local i = local("i", INT);
        Local sum = var("sum", INT);
        FunctionInstance risky = function("risky", INT, List.of(n),
                cond(lt(get(n), num(50)), call(fib(), num(3)), div(get(n), num(0))));
        Core body = block(bind(sum, num(0)), forTo(i, num(0), num(100),
                tryCatch(set(sum, add(get(sum), call(risky, get(i)))), e, set(sum, add(get(sum), num(10))), null)), get(sum));
        assertThat(CompiledProgram.run(slice, main(body))).isEqualTo(600L);
    }

    @ParameterizedTest @ValueSource(ints = {1, 10, 4000})
    void uncaughtErrorsShowTheSourceStackWithoutTailCalls(int slice) {
        FunctionInstance fails = function("fails", INT, List.of(n), div(num(1), get(n)));
        FunctionInstance tail = function("tail", INT, List.of(n), call(fails, get(n)));
        FunctionInstance outer = function("outer", INT, List.of(n), add(num(1), call(tail, get(n))));
        assertThat(CompiledProgram.crash(slice, main(add(num(1), call(outer, num(0)))))).isEqualTo("""
                Runtime error: Panic: Uncaught exception: (DivisionByZero, Division by zero)

                Stack trace:
                  1. fails/ (test.nos:1)
                  2. outer/ (test.nos:1)
                  3. main/ (test.nos:1)
                """);
    }

    @ParameterizedTest @ValueSource(ints = {1, 10, 4000})
    void valuesOfTheWrongKindAreTypeErrors(int slice) {
        Core bad = new Core.Arithmetic(dev.ithaca.vm.syntax.Expr.BinaryOp.ADD, INT, new Core.Block(List.of(dyn(str("x"))), INT, AT), num(1), INT, AT);
        assertThat(CompiledProgram.crash(slice, main(bad))).startsWith("Runtime error: Type error: expected Int, got String");
    }
}
