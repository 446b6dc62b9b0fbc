package dev.ithaca.vm.generated;

import dev.ithaca.vm.generated.GeneratedType.Named;
import dev.ithaca.vm.generated.GeneratedType.Primitive;
import dev.ithaca.vm.generated.GeneratedType.TupleOf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks: bindings, assignments, loops, local functions, and a value at the end. */
final class StatementWriter {
    private final ProgramGenerator program;
    private final ExpressionWriter expressions;

    StatementWriter(ProgramGenerator program) {
        this.program = program;
        expressions = new ExpressionWriter(program);
    }

    /** @param scope gets the block's variables */
    String block(GeneratedType result, Scope scope, int depth) {
        var lines = new ArrayList<String>();
        for (int n = program.random.nextInt(4); n > 0; n--) lines.add(statement(scope, depth - 1));
        lines.add(expressions.write(result, scope, depth));
        return "{ " + String.join("\n    ", lines) + " }";
    }

    private String statement(Scope scope, int depth) {
        return switch (program.random.nextInt(11)) {
            case 0, 1 -> bind(scope, depth, false);
            case 2, 3 -> bind(scope, depth, true);
            case 4 -> assign(scope, depth);
            case 5 -> loop(scope, depth);
            case 6 -> lambda(scope, depth);
            case 7 -> tuple(scope, depth);
            case 8 -> localFunction(scope, depth);
            case 9 -> program.hasTotal ? "total = total + " + expressions.leaf(Primitive.INT, scope) : bind(scope, depth, false);
            default -> condition(scope, depth);
        };
    }

    private String bind(Scope scope, int depth, boolean assignable) {
        GeneratedType type = program.type(2);
        String name = program.fresh("v");
        // Empty collections and the like need the annotation: nothing else tells their types.
        String text = (assignable ? "var " : "") + name + ": " + type.text() + " = " + expressions.write(type, scope, depth);
        scope.add(name, type, assignable);
        return text;
    }

    private String assign(Scope scope, int depth) {
        List<Scope.Variable> targets = scope.assignable();
        if (targets.isEmpty()) return bind(scope, depth, true);
        Scope.Variable target = program.any(targets);
        if (target.type() instanceof Named n && n.name().equals("Map")) {
            return target.name() + "[" + expressions.write(n.arg(0), scope, 1) + "] = " + expressions.write(n.arg(1), scope, depth);
        }
        return target.name() + " = " + expressions.write(target.type(), scope, depth);
    }

    private String loop(Scope scope, int depth) {
        Scope inner = scope.nested();
        String counter = program.fresh("i");
        String leave = program.chance(3) ? "\n if " + expressions.write(Primitive.BOOL, inner, 1) + " { "
                + (program.chance(2) ? "break" : "continue") + " }" : "";
        if (program.chance(2)) {
            inner.add(counter, Primitive.INT, false);
            return "for " + counter + " = 0 to " + program.random.nextInt(4) + " { " + assign(inner, depth - 1) + leave + " }";
        }
        return "var " + counter + " = 0\n while " + counter + " < " + program.random.nextInt(4) + " { " + counter + " = " + counter
                + " + 1\n " + assign(inner, depth - 1) + leave + " }";
    }

    private String lambda(Scope scope, int depth) {
        GeneratedType.FunctionOf type = new GeneratedType.FunctionOf(List.of(program.type(1)), program.type(1));
        String name = program.fresh("g");
        String text = name + " = " + expressions.lambda(type, scope, depth);
        scope.add(name, type, false);
        return text;
    }

    private String tuple(Scope scope, int depth) {
        TupleOf type = new TupleOf(List.of(program.type(1), program.type(1)));
        List<String> names = type.parts().stream().map(_ -> program.fresh("d")).toList();
        String text = names.stream().collect(Collectors.joining(", ", "(", ")")) + ": " + type.text() + " = "
                + expressions.write(type, scope, depth);
        for (int i = 0; i < names.size(); i++) scope.add(names.get(i), type.parts().get(i), false);
        return text;
    }

    private String localFunction(Scope scope, int depth) {
        GeneratedType param = program.type(1);
        GeneratedType result = program.type(1);
        String name = program.fresh("h");
        Scope inner = scope.nested();
        String x = program.fresh("x");
        inner.add(x, param, false);
        String text = name + "(" + x + ": " + param.text() + ") = " + expressions.write(result, inner, depth - 1);
        scope.add(name, new GeneratedType.FunctionOf(List.of(param), result), false);
        return text;
    }

    private String condition(Scope scope, int depth) {
        return "if " + expressions.write(Primitive.BOOL, scope, 2) + " { " + assign(scope.nested(), depth - 1) + " }"
                + (program.chance(2) ? " else { " + assign(scope.nested(), depth - 1) + " }" : "");
    }
}
