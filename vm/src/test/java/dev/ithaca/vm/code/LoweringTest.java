package dev.ithaca.vm.code;

import static dev.ithaca.vm.code.CoreDsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoweringTest {
    private final RegisterMachine machine = new RegisterMachine();

    private static String listing(FunctionInstance f) { return RegisterCodePrinter.print(new Lowering().lower(f)); }

    @Test void arithmeticStaysUnboxed() {
        Local n = local("n", INT);
        FunctionInstance fib = function("fib", INT, List.of(n), self -> cond(lt(get(n), num(2)), get(n),
                add(call(self, sub(get(n), num(1))), call(self, sub(get(n), num(2))))));

        assertThat(machine.run(fib, 15L)).isEqualTo(610L);
        assertThat(listing(fib)).doesNotContain("Box").doesNotContain("Safepoint");
    }

    @Test void selfTailCallIsALoopThatSwapsItsParameters() {
        Local n = local("n", INT);
        Local a = local("a", INT);
        Local b = local("b", INT);
        FunctionInstance swap = function("swap", INT, List.of(n, a, b), self -> cond(eq(get(n), num(0)), get(a),
                call(self, sub(get(n), num(1)), get(b), get(a))));

        assertThat(machine.run(swap, 100_001L, 1L, 2L)).isEqualTo(2L);
        assertThat(machine.deepest).isEqualTo(1);
        assertThat(listing(swap)).contains("Safepoint").doesNotContain("= Call");
    }

    @Test void callInTailPositionOfAndIsATailCall() {
        Local n = local("n", INT);
        FunctionInstance[] other = new FunctionInstance[1];
        FunctionInstance even = function("even", BOOL, List.of(n),
                _ -> or(eq(get(n), num(0)), call(other[0], sub(get(n), num(1)))));
        other[0] = function("odd", BOOL, List.of(n), _ -> and(not(eq(get(n), num(0))), call(even, sub(get(n), num(1)))));

        assertThat(machine.run(even, 100_000L)).isEqualTo(1);
        assertThat(machine.run(even, 7L)).isEqualTo(0);
        assertThat(machine.deepest).isEqualTo(1);
    }

    @Test void operandKeepsItsValueWhenALaterOneAssignsTheVariable() {
        Local x = var("x", INT);
        FunctionInstance f = function("f", INT, List.of(),
                block(bind(x, num(1)), add(get(x), block(set(x, num(10)), get(x)))));

        assertThat(machine.run(f)).isEqualTo(11L);
    }

    @Test void closuresShareAssignedVariables() {
        Local n = var("n", INT);
        Local bump = local("bump", functionType(UNIT, List.of()));
        FunctionInstance f = function("f", INT, List.of(), block(bind(n, num(0)),
                bind(bump, lambda(UNIT, List.of(), set(n, add(get(n), num(1))))),
                apply(UNIT, get(bump)), apply(UNIT, get(bump)), get(n)));

        assertThat(machine.run(f)).isEqualTo(2L);
    }

    @Test void closuresInALoopSeeTheirOwnRound() {
        Local i = local("i", INT);
        Local kept = var("kept", DYN);
        Core remember = cond(eq(get(i), num(1)), set(kept, lambda(INT, List.of(), get(i))), unit());
        FunctionInstance f = function("f", INT, List.of(),
                block(bind(kept, dyn(unit())), forTo(i, num(0), num(5), remember), apply(INT, get(kept))));

        assertThat(machine.run(f)).isEqualTo(1L);
    }

    @Test void parameterSharedWithClosuresIsFreshInEachRoundOfATailCall() {
        Local n = var("n", INT);
        Local first = local("first", DYN);
        FunctionInstance f = function("f", INT, List.of(n, first), self -> cond(eq(get(n), num(0)),
                apply(INT, get(first)),
                block(set(n, sub(get(n), num(1))),
                        call(self, get(n), cond(eq(get(n), num(2)), dyn(lambda(INT, List.of(), get(n))), get(first))))));

        assertThat(machine.run(f, 3L, "none")).isEqualTo(2L);
    }

    @Test void localFunctionsCallThemselvesAndEachOther() {
        Local n = local("n", INT);
        Local m = local("m", INT);
        Local even = local("even", functionType(BOOL, List.of(n)));
        Local odd = local("odd", functionType(BOOL, List.of(m)));
        Core.Lambda evenBody = lambda(BOOL, List.of(n), or(eq(get(n), num(0)), apply(BOOL, get(odd), sub(get(n), num(1)))));
        Core.Lambda oddBody = lambda(BOOL, List.of(m), and(lt(num(0), get(m)), apply(BOOL, get(even), sub(get(m), num(1)))));
        FunctionInstance f = function("f", BOOL, List.of(), block(
                new Core.BindFunctions(List.of(even, odd), List.of(evenBody, oddBody), UNIT, AT),
                apply(BOOL, get(even), num(10))));

        assertThat(machine.run(f)).isEqualTo(1);
    }

    @Test void localFunctionLoopsInPlace() {
        Local n = local("n", INT);
        Local acc = local("acc", INT);
        Local go = local("go", functionType(INT, List.of(n, acc)));
        Core.Lambda body = lambda(INT, List.of(n, acc), cond(eq(get(n), num(0)), get(acc),
                apply(INT, get(go), sub(get(n), num(1)), add(get(acc), get(n)))));
        FunctionInstance f = function("f", INT, List.of(), block(
                new Core.BindFunctions(List.of(go), List.of(body), UNIT, AT), apply(INT, get(go), num(1000), num(0))));

        assertThat(machine.run(f)).isEqualTo(500_500L);
        assertThat(machine.deepest).isEqualTo(2);
    }

    @Test void dynamicValueOfAnotherTypeIsATypeError() {
        Local d = local("d", DYN);
        Local x = local("x", INT);
        FunctionInstance f = function("f", INT, List.of(d), block(bind(x, get(d)), get(x)));

        assertThat(machine.run(f, 4L)).isEqualTo(4L);
        assertThatThrownBy(() -> machine.run(f, "four")).hasMessageContaining("TypeError");
    }

    @Test void resultBoxesAfterATailCall() {
        Local n = local("n", INT);
        FunctionInstance inner = function("inner", INT, List.of(n), get(n));
        FunctionInstance outer = function("outer", DYN, List.of(n), call(inner, get(n)));

        assertThat(listing(outer)).containsPattern("Call inner \\[l0\\] true\\s+r\\d+ = Box INT");
    }

    @Test void codeAfterAJumpIsDroppedEvenIfItReadsVariablesThatWereNeverBound() {
        Local x = local("x", INT);
        FunctionInstance f = function("f", INT, List.of(),
                add(block(returns(num(1)), bind(x, num(2)), get(x)), get(x)));

        assertThat(machine.run(f)).isEqualTo(1L);
    }

    @Test void whatWasUnboxedIsNotBoxedAgain() {
        Local d = local("d", DYN);
        Local x = local("x", INT);
        FunctionInstance f = function("f", DYN, List.of(d), block(bind(x, get(d)), tuple(get(x), get(x))));

        assertThat(machine.run(f, 4L)).isEqualTo(new RegisterMachine.Pair(List.of(4L, 4L)));
        assertThat(listing(f)).contains("MakeTuple [r0, r0]").doesNotContain(" Box");
    }
}
