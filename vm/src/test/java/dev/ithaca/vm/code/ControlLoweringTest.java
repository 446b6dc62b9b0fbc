package dev.ithaca.vm.code;

import static dev.ithaca.vm.code.CoreDsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.types.Builtin;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import dev.ithaca.vm.types.MvarSymbol;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops, exceptions with cleanup, locks and receive. */
class ControlLoweringTest {
    private static final Builtin LOG = new Builtin("log", "a -> ()", null, false, logMethod(), "");

    private final RegisterMachine machine = new RegisterMachine();
    private final Local x = local("x", INT);
    private final Local e = local("e", DYN);

    /** Stands for a builtin; the machine notes the argument. */
    @SuppressWarnings("unused")
    public static void log(Object value) {}

    private static java.lang.reflect.Method logMethod() {
        try {
            return ControlLoweringTest.class.getMethod("log", Object.class);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Core log(String text) { return new Core.CallBuiltin(LOG, List.of(str(text)), UNIT, AT); }

    private Object run(Core body, Object... args) {
        List<Local> params = args.length == 0 ? List.of() : List.of(x);
        return machine.run(function("f", body.type().equals(NEVER) ? INT : body.type(), params, body), args);
    }

    @Test void whileWithBreakValueAndContinue() {
        Local i = var("i", INT);
        Core counting = new Core.While(bool(true), block(
                set(i, add(get(i), num(1))),
                cond(lt(get(i), num(10)), continues(), unit()),
                breaks(get(i))), INT, AT);

        assertThat(run(block(bind(i, num(0)), add(counting, num(100))))).isEqualTo(110L);
    }

    @Test void forExcludesItsEndAndEvaluatesItOnce() {
        Local sum = var("sum", INT);
        Local end = var("end", INT);
        Local i = local("i", INT);
        Core body = block(bind(sum, num(0)), bind(end, num(4)),
                forTo(i, num(0), get(end), block(set(end, num(100)), set(sum, add(get(sum), get(i))))), get(sum));

        assertThat(run(body)).isEqualTo(6L);
    }

    @Test void forVariableCanBeAssignedWithoutChangingTheCount() {
        Local i = var("i", INT);
        Local rounds = var("rounds", INT);
        Core body = block(bind(rounds, num(0)), forTo(i, num(0), num(3),
                block(set(i, num(50)), set(rounds, add(get(rounds), num(1))))), get(rounds));

        assertThat(run(body)).isEqualTo(3L);
    }

    @Test void handlerGetsTheThrownValueOrPassesItOn() {
        Core handler = match(INT, get(e), arm(lit("mine", DYN), num(1)), arm(any(DYN), new Core.Rethrow(INT, AT)));

        assertThat(run(tryCatch(throwing(str("mine")), e, handler, null))).isEqualTo(1L);
        assertThatThrownBy(() -> run(tryCatch(throwing(str("other")), e, handler, null))).hasMessage("other");
    }

    @Test void cleanupRunsOnEveryWayOut() {
        assertThat(run(tryCatch(num(1), null, null, log("normal")))).isEqualTo(1L);
        assertThat(run(tryCatch(throwing(str("x")), e, num(2), log("handled")))).isEqualTo(2L);
        assertThatThrownBy(() -> run(tryCatch(div(num(1), num(0)), null, null, log("unhandled")))).hasMessageContaining("zero");
        assertThatThrownBy(() -> run(tryCatch(throwing(str("x")), e, throwing(str("y")), log("raised in handler")))).hasMessage("y");
        assertThat(run(block(tryCatch(returns(num(3)), null, null, log("return")), num(0)))).isEqualTo(3L);

        assertThat(machine.log).containsExactly("normal", "handled", "unhandled", "raised in handler", "return");
    }

    @Test void breakAndContinueRunTheCleanupsInside() {
        Local i = local("i", INT);
        Core body = tryCatch(block(cond(eq(get(i), num(0)), continues(), unit()), breaks(unit())), null, null, log("inner"));
        Core loop = tryCatch(block(forTo(i, num(0), num(5), body), num(0)), null, null, log("outer"));

        run(loop);

        assertThat(machine.log).containsExactly("inner", "inner", "outer");
    }

    @Test void nestedCleanupsRunInsideOutAndAnErrorInOneReplacesTheOneInFlight() {
        Core inner = tryCatch(throwing(str("first")), null, null, block(log("a"), throwing(str("second"))));
        Core outer = tryCatch(inner, null, null, log("b"));

        assertThatThrownBy(() -> run(outer)).hasMessage("second");
        assertThat(machine.log).containsExactly("a", "b");
    }

    @Test void returnedValueIsTheOneFromBeforeCleanup() {
        Local v = var("v", INT);
        Core body = block(bind(v, num(1)), tryCatch(returns(get(v)), null, null, set(v, num(2))));

        assertThat(run(body)).isEqualTo(1L);
    }

    @Test void exceptionAfterReturnFromATryIsNotCaughtByIt() {
        Local n = local("n", INT);
        FunctionInstance safe = function("safe", INT, List.of(n), tryCatch(div(num(10), get(n)), e, num(-1), null));
        Core body = block(new Core.Call(safe, List.of(get(x)), INT, AT), div(num(1), num(0)));

        assertThat(machine.run(safe, 0L)).isEqualTo(-1L);
        assertThatThrownBy(() -> run(body, 2L)).hasMessageContaining("zero");
    }

    @Test void handlerReadsVariablesAsTheyWereWhenItRaised() {
        Local v = var("v", INT);
        Core body = block(bind(v, num(1)), tryCatch(block(set(v, num(2)), set(v, div(get(v), num(0))), num(0)), e, get(v), null));

        assertThat(run(body)).isEqualTo(2L);
    }

    @Test void noTailCallUnderAHandler() {
        FunctionInstance f = function("f", INT, List.of(x), self ->
                tryCatch(call(self, get(x)), e, call(self, num(0)), null));

        String listing = RegisterCodePrinter.print(new Lowering().lower(f));
        assertThat(listing).contains("Call f [l0] false").contains("Jump b1");
    }

    @Test void locksAreReleasedOnEveryWayOut() {
        MvarSymbol m = new MvarSymbol("", "m", INT);
        assertThat(run(new Core.MvarLocked(m, num(1), INT, AT))).isEqualTo(1L);
        assertThatThrownBy(() -> run(new Core.MvarLocked(m, raise("x"), INT, AT))).hasMessageContaining("x");
        assertThat(run(block(new Core.MvarLocked(m, returns(num(2)), UNIT, AT), num(0)))).isEqualTo(2L);

        assertThat(machine.locks).containsExactly("lock m", "unlock m", "lock m", "unlock m", "lock m", "unlock m");
    }

    @Test void receiveTakesTheFirstMessageThatFitsAndLeavesTheRest() {
        machine.mailbox.addAll(List.of("a", 1L, "b", 2L));
        Local n = local("n", DYN);
        Core receive = new Core.Receive(List.of(
                arm(as(n, DYN), not(eq(get(n), dyn(str("a")))), get(n))), null, null, DYN, AT);

        assertThat(run(receive)).isEqualTo(1L);
        assertThat(machine.mailbox).containsExactly("a", "b", 2L);
    }

    @Test void receiveTimesOutWhenNothingFits() {
        machine.mailbox.add("noise");
        Core receive = new Core.Receive(List.of(arm(lit(1L, DYN), num(1))), num(0), num(-1), INT, AT);

        assertThat(run(receive)).isEqualTo(-1L);
        assertThat(machine.mailbox).containsExactly("noise");
    }

    @Test void serverLoopInsideReceiveIsAJump() {
        machine.mailbox.addAll(List.of(1L, 2L, "stop"));
        Local sum = local("sum", INT);
        Local n = local("n", INT);
        FunctionInstance server = function("server", INT, List.of(sum), self -> new Core.Receive(List.of(
                arm(lit("stop", DYN), get(sum)),
                arm(as(n, DYN), call(self, add(get(sum), get(n))))), null, null, INT, AT));

        assertThat(machine.run(server, 0L)).isEqualTo(3L);
        assertThat(RegisterCodePrinter.print(new Lowering().lower(server))).doesNotContain("Call server");
    }

    @Test void functionsThatTailCallOneAnotherAreOneLoop() {
        Local n = local("n", INT);
        Local m = local("m", INT);
        FunctionInstance[] other = new FunctionInstance[1];
        FunctionInstance even = function("even", INT, List.of(n), _ ->
                new Core.If(eq(get(n), num(0)), num(0), call(other[0], add(get(n), num(-1))), INT, AT));
        other[0] = function("odd", INT, List.of(m), _ ->
                new Core.If(eq(get(m), num(0)), num(1), call(even, add(get(m), num(-1))), INT, AT));

        assertThat(machine.run(even, 7L)).isEqualTo(1L);
        assertThat(RegisterCodePrinter.print(new Lowering().lower(even))).doesNotContain("Call ");
    }
}
