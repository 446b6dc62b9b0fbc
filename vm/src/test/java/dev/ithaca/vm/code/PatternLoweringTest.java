package dev.ithaca.vm.code;

import static dev.ithaca.vm.code.CoreDsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.CorePattern;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import dev.ithaca.vm.types.TestTypes;
import dev.ithaca.vm.types.Type;
import dev.ithaca.vm.types.TypeSymbol;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatternLoweringTest {
    private static final TypeSymbol SHAPE = TestTypes.variant("Shape", "Dot", List.of(), "Circle", List.of(INT),
            "Box", List.of(INT, FLOAT));
    private static final ConstructorSymbol DOT = SHAPE.constructors().get(0);
    private static final ConstructorSymbol CIRCLE = SHAPE.constructors().get(1);
    private static final ConstructorSymbol BOX = SHAPE.constructors().get(2);
    private static final Type SHAPES = new Type.Con(SHAPE);

    private final RegisterMachine machine = new RegisterMachine();
    private final Local s = local("s", DYN);
    private final Local a = local("a", INT);
    private final Local b = local("b", INT);

    private Object run(Core body, Object subject) {
        return machine.run(function("f", body.type(), List.of(s), body), subject);
    }

    private static Object structure(ConstructorSymbol c, Object... fields) {
        return new RegisterMachine.Structure(c, List.of(fields));
    }

    @Test void constructorsAreTestedOnceAndTheLastOneNotAtAll() {
        Local shape = local("shape", SHAPES);
        Core body = match(INT, get(shape),
                arm(con(CIRCLE, SHAPES, as(a)), get(a)),
                arm(con(DOT, SHAPES), num(0)),
                arm(con(BOX, SHAPES, as(b), any(FLOAT)), get(b)));
        FunctionInstance f = function("f", INT, List.of(shape), body);

        assertThat(machine.run(f, structure(CIRCLE, 7L))).isEqualTo(7L);
        assertThat(machine.run(f, structure(DOT))).isEqualTo(0L);
        assertThat(machine.run(f, structure(BOX, 9L, 1.5))).isEqualTo(9L);
        String listing = RegisterCodePrinter.print(new Lowering().lower(f));
        assertThat(listing).containsOnlyOnce("IsStruct Circle").containsOnlyOnce("IsStruct Dot")
                .doesNotContain("IsStruct Box").doesNotContain("Raise").doesNotContain("Unbox");
    }

    @Test void armsShareWhatTheyLoad() {
        Local pair = local("pair", new Type.Tuple(List.of(INT, INT)));
        Core body = match(INT, get(pair),
                arm(parts(pair.type(), lit(0L, INT), any(INT)), num(0)),
                arm(parts(pair.type(), lit(1L, INT), any(INT)), num(1)),
                arm(parts(pair.type(), as(a), any(INT)), get(a)));
        FunctionInstance f = function("f", INT, List.of(pair), body);

        assertThat(machine.run(f, new RegisterMachine.Pair(List.of(1L, 0L)))).isEqualTo(1L);
        assertThat(machine.run(f, new RegisterMachine.Pair(List.of(8L, 0L)))).isEqualTo(8L);
        assertThat(RegisterCodePrinter.print(new Lowering().lower(f))).containsOnlyOnce("TupleGet").containsOnlyOnce("Unbox");
    }

    @Test void listsOfAnyLength() {
        Local xs = local("xs", INTS);
        Local rest = local("rest", INTS);
        Core body = match(INT, get(xs),
                arm(elements(INTS, null), num(0)),
                arm(elements(INTS, null, as(a)), get(a)),
                arm(elements(INTS, as(rest), as(a), as(b)),
                        match(INT, get(rest), arm(elements(INTS, any(INTS), any(INT)), num(-1)),
                                arm(any(INTS), add(get(a), get(b))))));
        FunctionInstance f = function("f", INT, List.of(xs), body);

        assertThat(machine.run(f, List.of())).isEqualTo(0L);
        assertThat(machine.run(f, List.of(5L))).isEqualTo(5L);
        assertThat(machine.run(f, List.of(5L, 6L))).isEqualTo(11L);
        assertThat(machine.run(f, List.of(5L, 6L, 7L))).isEqualTo(-1L);
    }

    @Test void dynamicSubjectsAreTestedBeforeUse() {
        Core body = match(STRING, get(s),
                arm(lit(5L, DYN), str("five")),
                arm(lit(true, DYN), str("yes")),
                arm(lit("txt", DYN), str("text")),
                arm(con(CIRCLE, DYN, any(INT)), str("circle")),
                arm(parts(DYN, lit("inc", DYN), as(local("n", DYN), DYN)), str("inc")),
                arm(elements(DYN, any(DYN), lit(1L, DYN)), str("list")),
                arm(new CorePattern.StringPrefix("ab", lit("c", STRING), DYN), str("prefix")),
                arm(new CorePattern.Range(BigInteger.TEN, BigInteger.valueOf(20), false, DYN), str("range")),
                arm(new CorePattern.MapOf(List.of(new CorePattern.Entry(str("k"), lit(1L, DYN))), DYN), str("map")),
                arm(any(DYN), str("other")));

        assertThat(run(body, 5L)).isEqualTo("five");
        assertThat(run(body, true)).isEqualTo("yes");
        assertThat(run(body, false)).isEqualTo("other");
        assertThat(run(body, "txt")).isEqualTo("text");
        assertThat(run(body, structure(CIRCLE, 1L))).isEqualTo("circle");
        assertThat(run(body, new RegisterMachine.Pair(List.of("inc", 1L)))).isEqualTo("inc");
        assertThat(run(body, new RegisterMachine.Pair(List.of("dec", 1L)))).isEqualTo("other");
        assertThat(run(body, List.of(1L, 2L))).isEqualTo("list");
        assertThat(run(body, List.of("x"))).isEqualTo("other");
        assertThat(run(body, "abc")).isEqualTo("prefix");
        assertThat(run(body, 10L)).isEqualTo("range");
        assertThat(run(body, 20L)).isEqualTo("other");
        assertThat(run(body, Map.of("k", 1L))).isEqualTo("map");
        assertThat(run(body, Map.of("k", 2L))).isEqualTo("other");
    }

    @Test void alternativesBindTheSameVariables() {
        Core body = match(INT, get(s),
                arm(new CorePattern.Or(List.of(con(CIRCLE, DYN, as(a)), con(BOX, DYN, as(a), any(FLOAT))), DYN),
                        lt(num(0), get(a)), get(a)),
                arm(any(DYN), num(-1)));

        assertThat(run(body, structure(CIRCLE, 3L))).isEqualTo(3L);
        assertThat(run(body, structure(BOX, 4L, 2.0))).isEqualTo(4L);
        assertThat(run(body, structure(BOX, 0L, 2.0))).isEqualTo(-1L);
        assertThat(run(body, structure(DOT))).isEqualTo(-1L);
    }

    @Test void constraintsCompareAcrossRepresentationsAndNeverRaise() {
        Local wanted = local("wanted", INT);
        Local other = local("other", STRING);
        Core body = block(bind(wanted, num(7)), bind(other, str("x")), match(INT, get(s),
                arm(new CorePattern.Equal(get(wanted), DYN), num(1)),
                arm(new CorePattern.Equal(get(other), DYN), num(2)),
                arm(any(DYN), match(INT, get(wanted), arm(new CorePattern.Equal(get(other), INT), num(3)),
                        arm(new CorePattern.Equal(get(s), INT), num(4)), arm(any(INT), num(5))))));

        assertThat(run(body, 7L)).isEqualTo(1L);
        assertThat(run(body, "x")).isEqualTo(2L);
        assertThat(run(body, 8L)).isEqualTo(5L);
    }

    @Test void assignmentHappensEvenIfTheArmFailsLater() {
        Local v = var("v", INT);
        Core body = block(bind(v, num(0)), match(UNIT, tuple(num(5), num(6)),
                arm(parts(new Type.Tuple(List.of(INT, INT)), new CorePattern.Assign(v, INT), lit(0L, INT)), unit()),
                arm(any(DYN), unit())), get(v));

        assertThat(run(body, "")).isEqualTo(5L);
    }

    @Test void matchAsAConditionBranchesDirectly() {
        Core condition = match(BOOL, get(s), arm(lit(1L, DYN), bool(true)), arm(any(DYN), bool(false)));
        Core body = cond(condition, str("one"), str("more"));

        assertThat(run(body, 1L)).isEqualTo("one");
        assertThat(run(body, 2L)).isEqualTo("more");
        assertThat(RegisterCodePrinter.print(new Lowering().lower(function("f", STRING, List.of(s), body))))
                .doesNotContain("Const true");
    }

    @Test void subjectsOfClausesAreMatchedTogether() {
        Core body = new Core.Match(List.of(get(a), get(b)), List.of(
                new Core.Arm(List.of(lit(0L, INT), any(INT)), null, num(0), AT),
                new Core.Arm(List.of(any(INT), lit(0L, INT)), null, num(1), AT)), raise("none"), INT, AT);
        FunctionInstance f = function("f", INT, List.of(a, b), body);

        assertThat(machine.run(f, 0L, 0L)).isEqualTo(0L);
        assertThat(machine.run(f, 5L, 0L)).isEqualTo(1L);
    }
}
