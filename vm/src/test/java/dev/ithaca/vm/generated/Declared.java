package dev.ithaca.vm.generated;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A record or variant type of a generated program.
 *
 * @param parameter name of its type parameter, or null
 * @param constructors one with the type's own name for a record
 */
record Declared(String name, String parameter, boolean isRecord, List<Constructor> constructors) {
    /** Fields of the type parameter's type are null in {@code fields}. */
    record Constructor(String name, List<GeneratedType> fields) {}

    GeneratedType type(GeneratedType argument) {
        return new GeneratedType.Named(name, parameter == null ? List.of() : List.of(argument));
    }

    /** Types of a constructor's fields in a value of the given type. */
    static List<GeneratedType> fields(Constructor constructor, GeneratedType.Named of) {
        return constructor.fields().stream().map(f -> f == null ? of.arg(0) : f).toList();
    }

    String declaration() {
        String head = "type " + name + (parameter == null ? "" : "[" + parameter + "]") + " = ";
        if (isRecord) return head + "{" + labelled(constructors.getFirst()) + "}\n";
        return head + constructors.stream().map(this::variant).collect(Collectors.joining(" | ", "| ", "")) + "\n";
    }

    private String labelled(Constructor c) {
        return IntStream.range(0, c.fields().size()).mapToObj(i -> "f" + i + ": " + text(c.fields().get(i)))
                .collect(Collectors.joining(", "));
    }

    private String variant(Constructor c) {
        if (c.fields().isEmpty()) return c.name();
        return c.name() + c.fields().stream().map(this::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private String text(GeneratedType field) { return field == null ? parameter : field.text(); }
}
