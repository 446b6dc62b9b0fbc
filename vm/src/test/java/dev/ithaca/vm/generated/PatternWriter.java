package dev.ithaca.vm.generated;

import dev.ithaca.vm.generated.GeneratedType.Named;
import dev.ithaca.vm.generated.GeneratedType.Primitive;
import dev.ithaca.vm.generated.GeneratedType.TupleOf;
import java.util.List;
import java.util.stream.Collectors;

/** Writes patterns for values of a type; their variables go into the scope. */
final class PatternWriter {
    private final ProgramGenerator program;

    PatternWriter(ProgramGenerator program) { this.program = program; }

    String pattern(GeneratedType type, Scope scope, int depth) {
        if (depth <= 0 || program.chance(4)) return program.chance(3) ? "_" : variable(type, scope);
        return switch (type) {
            case Primitive p -> literal(p, type, scope);
            case TupleOf t -> t.parts().stream().map(p -> pattern(p, scope, depth - 1)).collect(Collectors.joining(", ", "(", ")"));
            case Named n -> named(n, scope, depth - 1);
            case GeneratedType.FunctionOf _ -> variable(type, scope);
        };
    }

    private String variable(GeneratedType type, Scope scope) {
        String name = program.fresh("b");
        scope.add(name, type, false);
        return name;
    }

    private String literal(Primitive p, GeneratedType type, Scope scope) {
        return switch (p) {
            case INT -> program.any(List.of("0", "-1", "1..5", "1 | 2 | 3", "-5..=7", "9223372036854775807"));
            case BOOL -> program.any(List.of("true", "false"));
            case STRING -> program.chance(3) ? "[\"a\" | " + variable(type, scope) + "]" : program.any(List.of("\"a\"", "\"\" | 'xy'"));
            case CHAR -> "'a'";
            case SMALL -> "1i8";
            case BIG -> "5n";
            case UNIT -> "()";
            case FLOAT -> variable(type, scope);
        };
    }

    private String named(Named n, Scope scope, int depth) {
        return switch (n.name()) {
            case "List" -> switch (program.random.nextInt(4)) {
                case 0 -> "[]";
                case 1 -> "[" + element(n.arg(0), scope, depth) + "]";
                case 2 -> "[" + element(n.arg(0), scope, depth) + ", " + element(n.arg(0), scope, depth) + "]";
                default -> "[" + element(n.arg(0), scope, depth) + " | " + variable(n, scope) + "]";
            };
            case "Option" -> program.chance(3) ? "None" : "Some(" + pattern(n.arg(0), scope, depth) + ")";
            case "Result" -> program.chance(2) ? "Ok(" + pattern(n.arg(0), scope, depth) + ")" : "Err(" + pattern(n.arg(1), scope, depth) + ")";
            case "Map" -> "%{" + (n.arg(0) == Primitive.INT ? "1" : "\"a\"") + ": " + variable(n.arg(1), scope) + "}";
            default -> {
                Declared declared = program.declared.stream().filter(d -> d.name().equals(n.name())).findFirst().orElseThrow();
                Declared.Constructor c = program.any(declared.constructors());
                if (c.fields().isEmpty()) yield c.name();
                yield Declared.fields(c, n).stream().map(f -> pattern(f, scope, depth)).collect(Collectors.joining(", ", c.name() + "(", ")"));
            }
        };
    }

    /** Alternatives inside list brackets would be taken for a tail; strings for a prefix of a text. */
    private String element(GeneratedType type, Scope scope, int depth) {
        return type == Primitive.STRING ? variable(type, scope) : "(" + pattern(type, scope, depth) + ")";
    }
}
