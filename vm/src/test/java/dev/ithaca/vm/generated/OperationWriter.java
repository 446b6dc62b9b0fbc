package dev.ithaca.vm.generated;

import dev.ithaca.vm.generated.GeneratedType.FunctionOf;
import dev.ithaca.vm.generated.GeneratedType.Named;
import dev.ithaca.vm.generated.GeneratedType.Primitive;
import java.util.List;

/** Writes operators and library calls. */
final class OperationWriter {
    private final ProgramGenerator program;
    private final ExpressionWriter expressions;

    OperationWriter(ProgramGenerator program, ExpressionWriter expressions) {
        this.program = program;
        this.expressions = expressions;
    }

    String write(GeneratedType type, Scope scope, int depth) {
        Site at = new Site(scope, depth);
        return switch (type) {
            case Primitive p -> primitive(p, at);
            case Named n when n.name().equals("List") -> list(n, at);
            case Named n when n.name().equals("Option") -> option(n, at);
            case Named n when n.name().equals("Map") -> at.of(type) + (program.chance(2)
                    ? ".insert(" + at.of(n.arg(0)) + ", " + at.of(n.arg(1)) + ")" : ".remove(" + at.of(n.arg(0)) + ")");
            default -> expressions.leaf(type, scope);
        };
    }

    /** Writes parts at one place. */
    private final class Site {
        private final Scope scope;
        private final int depth;

        Site(Scope scope, int depth) {
            this.scope = scope;
            this.depth = depth;
        }

        String of(GeneratedType type) { return "(" + expressions.write(type, scope, depth) + ")"; }

        /** A value whose type is told where it is bound, for methods that must know it. */
        String known(GeneratedType type) {
            String name = program.fresh("k");
            return "{ " + name + ": " + type.text() + " = " + of(type) + "\n " + name + " }";
        }

        String lambda(GeneratedType result, GeneratedType... params) {
            return expressions.lambda(new FunctionOf(List.of(params), result), scope, depth);
        }
    }

    private String primitive(Primitive p, Site at) {
        return switch (p) {
            case INT -> number(at);
            case BOOL -> truth(at);
            case STRING -> text(at);
            case FLOAT -> program.chance(3) ? "toFloat(" + at.of(Primitive.INT) + ")"
                    : at.of(p) + " " + program.any(List.of("+", "-", "*", "/")) + " " + at.of(p);
            case SMALL, BIG -> at.of(p) + " " + program.any(List.of("+", "-", "*")) + " " + at.of(p);
            case CHAR -> "\"abc\".chars()[" + program.random.nextInt(3) + "]";
            case UNIT -> "()";
        };
    }

    private String number(Site at) {
        GeneratedType element = program.type(1);
        return switch (program.random.nextInt(9)) {
            case 0, 1, 2 -> at.of(Primitive.INT) + " " + program.any(List.of("+", "-", "*", "/", "%")) + " " + at.of(Primitive.INT);
            case 3 -> "-" + at.of(Primitive.INT);
            case 4 -> "length(" + at.known(GeneratedType.list(element)) + ")";
            case 5 -> at.known(GeneratedType.list(Primitive.INT)) + ".sum()";
            case 6 -> at.known(GeneratedType.list(element)) + ".fold(" + at.of(Primitive.INT) + ", "
                    + at.lambda(Primitive.INT, Primitive.INT, element) + ")";
            case 7 -> at.of(Primitive.INT) + ".max(" + at.of(Primitive.INT) + ")";
            default -> at.of(Primitive.STRING) + ".length()";
        };
    }

    private String truth(Site at) {
        GeneratedType compared = program.type(2);
        return switch (program.random.nextInt(7)) {
            case 0 -> at.of(Primitive.BOOL) + " && " + at.of(Primitive.BOOL);
            case 1 -> at.of(Primitive.BOOL) + " || " + at.of(Primitive.BOOL);
            case 2 -> "!" + at.of(Primitive.BOOL);
            case 3 -> at.of(Primitive.INT) + " " + program.any(List.of("<", "<=", ">", ">=")) + " " + at.of(Primitive.INT);
            case 4 -> at.of(Primitive.STRING) + " " + program.any(List.of("<", "==", "!=")) + " " + at.of(Primitive.STRING);
            case 5 -> at.known(compared) + " " + program.any(List.of("==", "!=")) + " " + at.known(compared);
            default -> at.known(GeneratedType.list(compared)) + ".any(" + at.lambda(Primitive.BOOL, compared) + ")";
        };
    }

    private String text(Site at) {
        return switch (program.random.nextInt(5)) {
            case 0, 1 -> at.of(Primitive.STRING) + " ++ " + at.of(Primitive.STRING);
            case 2 -> "show(" + at.of(program.type(2)) + ")";
            case 3 -> "\"v=${" + expressions.leaf(Primitive.INT, at.scope) + "}!\"";
            default -> at.known(GeneratedType.list(Primitive.INT)) + ".map(show).join(\"-\")";
        };
    }

    private String list(Named type, Site at) {
        GeneratedType element = type.arg(0);
        GeneratedType other = program.type(1);
        return switch (program.random.nextInt(8)) {
            case 0 -> at.of(type) + " ++ " + at.of(type);
            case 1 -> at.of(element) + " :: " + at.of(type);
            case 2 -> "[" + at.of(element) + " | " + at.of(type) + "]";
            case 3 -> at.known(GeneratedType.list(other)) + ".map(" + at.lambda(element, other) + ")";
            case 4 -> at.known(type) + ".filter(" + at.lambda(Primitive.BOOL, element) + ")";
            case 5 -> at.known(type) + ".take(" + at.of(Primitive.INT) + ")";
            case 6 -> at.known(type) + ".reverse()";
            default -> at.known(GeneratedType.list(other)) + ".flatMap(" + at.lambda(type, other) + ")";
        };
    }

    private String option(Named type, Site at) {
        GeneratedType other = program.type(1);
        return switch (program.random.nextInt(4)) {
            case 0 -> at.known(GeneratedType.option(other)) + ".map(" + at.lambda(type.arg(0), other) + ")";
            case 1 -> at.known(GeneratedType.list(type.arg(0))) + ".find(" + at.lambda(Primitive.BOOL, type.arg(0)) + ")";
            case 2 -> at.known(GeneratedType.option(other)) + ".flatMap(" + at.lambda(type, other) + ")";
            default -> "Some(" + at.of(type.arg(0)) + ")";
        };
    }
}
