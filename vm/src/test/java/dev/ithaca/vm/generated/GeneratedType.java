package dev.ithaca.vm.generated;

import java.util.List;
import java.util.stream.Collectors;

/** The types generated programs use, with the text that names them. */
sealed interface GeneratedType {
    enum Primitive implements GeneratedType {
        INT("Int"), FLOAT("Float"), BOOL("Bool"), STRING("String"), CHAR("Char"), SMALL("Int8"), BIG("BigInt"), UNIT("()");

        private final String text;

        Primitive(String text) { this.text = text; }

        @Override public String text() { return text; }
    }

    /** {@code List[T]}, {@code Option[T]}, {@code Map[K, V]}, and declared types with their arguments. */
    record Named(String name, List<GeneratedType> args) implements GeneratedType {
        @Override public String text() { return args.isEmpty() ? name : name + "[" + texts(args) + "]"; }

        GeneratedType arg(int i) { return args.get(i); }
    }

    record TupleOf(List<GeneratedType> parts) implements GeneratedType {
        @Override public String text() { return "(" + texts(parts) + ")"; }
    }

    record FunctionOf(List<GeneratedType> params, GeneratedType result) implements GeneratedType {
        @Override public String text() { return "(" + texts(params) + ") -> " + result.text(); }
    }

    String text();

    static GeneratedType list(GeneratedType element) { return new Named("List", List.of(element)); }

    static GeneratedType option(GeneratedType element) { return new Named("Option", List.of(element)); }

    private static String texts(List<GeneratedType> types) {
        return types.stream().map(GeneratedType::text).collect(Collectors.joining(", "));
    }

    /** Whether values can be compared with {@code ==}. */
    default boolean hasEquality() {
        return switch (this) {
            case Primitive _ -> true;
            case Named n -> n.args().stream().allMatch(GeneratedType::hasEquality);
            case TupleOf t -> t.parts().stream().allMatch(GeneratedType::hasEquality);
            case FunctionOf _ -> false;
        };
    }
}
