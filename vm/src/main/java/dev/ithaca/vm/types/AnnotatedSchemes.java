package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.List;

/** The general types of library functions, taken from their annotations without looking at their bodies. */
final class AnnotatedSchemes {
    private AnnotatedSchemes() {}

    /** The type of a function of which only the annotations are known. */
    static Scheme unknown(FunctionSymbol function) {
        Annotations annotations = new Annotations(function, () -> new TypeVariable(TypeVariable.GENERIC));
        return new Scheme(annotations.typeParams(), annotations.params(), annotations.result(), List.of());
    }

    static Scheme of(FunctionSymbol function) {
        Annotations annotations = new Annotations(function, () -> new TypeVariable(TypeVariable.GENERIC));
        List<Constraint> constraints = new ArrayList<>();
        for (Annotations.Bound bound : annotations.bounds()) {
            BoundConstraint constraint = new BoundConstraint(null, bound.trait().text(), null, bound.variable());
            bound.variable().await(constraint);
            constraints.add(constraint);
        }
        Scheme scheme = new Scheme(annotations.typeParams(), annotations.params(), annotations.result(), constraints);
        function.generalised(scheme);
        return scheme;
    }
}
