package dev.ithaca.vm.types;

import java.util.List;

/** A type. Equality is structural, except that inference variables are compared by identity. */
public sealed interface Type permits Type.Con, Type.Function, Type.Tuple, Type.Param, Type.Dynamic, TypeVariable {
    /** The type as the user would write it, {@code List[Int]}. */
    default String show() { return new TypePrinter().print(this); }

    /** A declared or built-in type applied to arguments; aliases are expanded before they get here. */
    record Con(TypeSymbol symbol, List<Type> args) implements Type {
        public Con { args = List.copyOf(args); }

        public Con(TypeSymbol symbol, Type... args) { this(symbol, List.of(args)); }
    }

    record Function(List<Type> params, Type result) implements Type {
        public Function { params = List.copyOf(params); }
    }

    /** At least two elements; unit is a {@link Con}. */
    record Tuple(List<Type> elements) implements Type {
        public Tuple { elements = List.copyOf(elements); }
    }

    /** The index-th parameter of the declared type whose fields mention it. */
    record Param(int index, String name) implements Type {}

    /** A type nothing is known about when code is generated: the value is boxed and checked where it is used. */
    record Dynamic() implements Type {}
}
