package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Span;
import java.util.List;

/** Something a call can choose: a function with its clauses, or builtins of one name and signature. */
sealed interface Callable permits FunctionSymbol, BuiltinFunction {
    String name();

    int arity();

    /** Null if the parameter has no name callers may use. */
    String parameterName(int index);

    boolean hasDefault(int index);

    /** Types of one use. */
    Scheme.Use instantiate(Session session, Place at);

    /** Parameter types as far as annotations tell, for choosing among overloads; never solved. */
    List<Type> shape();

    /** Name with parameter types, {@code f/Int,_}; orders equally good overloads. */
    String signature();

    /** Number of declared type parameters. */
    int typeParamCount();

    /**
     * A call with one argument per parameter, in order; null for parameters left to their defaults. Types are concrete.
     */
    Core call(Emitter out, List<Type> params, Type result, List<Core> args, Span span);

    default int requiredCount() {
        int count = 0;
        for (int i = 0; i < arity(); i++) if (!hasDefault(i)) count++;
        return count;
    }

    default boolean accepts(int argumentCount) { return argumentCount >= requiredCount() && argumentCount <= arity(); }

    /** For a function found by name; its default values are evaluated in its own scope. */
    default Expr defaultValue(int index) { return null; }
}
