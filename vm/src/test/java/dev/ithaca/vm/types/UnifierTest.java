package dev.ithaca.vm.types;

import static dev.ithaca.vm.types.BuiltinTypes.INT;
import static dev.ithaca.vm.types.BuiltinTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnifierTest {
    private final Unifier unifier = new Unifier();

    private static String print(Type type) { return new TypePrinter().print(type); }

    @Test void solvesVariablesThroughStructure() {
        TypeVariable a = unifier.fresh();
        TypeVariable b = unifier.fresh();
        Type left = new Type.Function(List.of(a, BuiltinTypes.list(b)), a);
        Type right = new Type.Function(List.of(INT, BuiltinTypes.list(STRING)), unifier.fresh());
        assertThat(unifier.unify(left, right)).isNull();
        assertThat(print(right)).isEqualTo("(Int, List[String]) -> Int");
    }

    @Test void namesTheInnermostDifference() {
        Mismatch m = unifier.unify(BuiltinTypes.map(STRING, INT), BuiltinTypes.map(STRING, STRING));
        assertThat(m).isEqualTo(new Mismatch(Mismatch.Kind.DIFFERENT, INT, STRING, 1));
    }

    @Test void refusesATypeThatContainsItself() {
        TypeVariable a = unifier.fresh();
        assertThat(unifier.unify(a, BuiltinTypes.list(a)).kind()).isEqualTo(Mismatch.Kind.INFINITE);
    }

    @Test void aFailedTryLeavesNoTrace() {
        TypeVariable a = unifier.fresh();
        TypeVariable b = unifier.fresh();
        assertThat(unifier.tryUnify(new Type.Tuple(List.of(a, b, INT)), new Type.Tuple(List.of(b, INT, STRING)))).isFalse();
        assertThat(unifier.unify(a, INT)).isNull();
        assertThat(unifier.unify(b, STRING)).isNull();
    }

    @Test void dynamicFitsAnything() {
        assertThat(unifier.unify(BuiltinTypes.list(BuiltinTypes.DYNAMIC), BuiltinTypes.list(INT))).isNull();
    }

    @Test void variablesOfOuterLevelsAreNotGeneralised() {
        TypeVariable outer = unifier.fresh();
        unifier.enterLevel();
        TypeVariable inner = unifier.fresh();
        TypeVariable tied = unifier.fresh();
        unifier.unify(tied, BuiltinTypes.list(outer));
        unifier.leaveLevel();
        Scheme scheme = Scheme.generalise(List.of(), List.of(inner, tied), inner, unifier.level());
        assertThat(((TypeVariable) Unifier.prune(scheme.params().getFirst())).isGeneric()).isTrue();
        assertThat(outer.isGeneric()).isFalse();
    }

    @Test void printsVariablesInOrderOfAppearance() {
        TypeVariable a = unifier.fresh();
        TypeVariable b = unifier.fresh();
        assertThat(print(new Type.Function(List.of(b, a), new Type.Tuple(List.of(a, b))))).isEqualTo("(a, b) -> (b, a)");
        assertThat(print(new Type.Function(List.of(), BuiltinTypes.UNIT))).isEqualTo("() -> ()");
    }
}
