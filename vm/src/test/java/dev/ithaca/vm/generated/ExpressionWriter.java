package dev.ithaca.vm.generated;

import dev.ithaca.vm.generated.GeneratedType.FunctionOf;
import dev.ithaca.vm.generated.GeneratedType.Named;
import dev.ithaca.vm.generated.GeneratedType.Primitive;
import dev.ithaca.vm.generated.GeneratedType.TupleOf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an expression of a wanted type. */
final class ExpressionWriter {
    private final ProgramGenerator program;
    private final OperationWriter operations;

    ExpressionWriter(ProgramGenerator program) {
        this.program = program;
        operations = new OperationWriter(program, this);
    }

    String write(GeneratedType type, Scope scope, int depth) {
        List<Scope.Variable> same = scope.of(type);
        if (!same.isEmpty() && program.chance(depth <= 0 ? 1 : 3)) return program.any(same).name();
        if (depth <= 0) return leaf(type, scope);
        return switch (program.random.nextInt(16)) {
            case 0 -> "(if " + write(Primitive.BOOL, scope, depth - 1) + " then " + write(type, scope, depth - 1) + " else "
                    + write(type, scope, depth - 1) + ")";
            case 1 -> "(if " + write(Primitive.BOOL, scope, depth - 2) + " " + program.body(type, scope, depth - 2) + " else "
                    + program.body(type, scope, depth - 2) + ")";
            case 2 -> program.body(type, scope, depth - 2);
            case 3, 4 -> match(type, scope, depth - 1);
            case 5 -> attempt(type, scope, depth - 1);
            case 6, 7 -> call(type, scope, depth - 1);
            case 8 -> "(" + lambda(new FunctionOf(List.of(Primitive.INT), type), scope, depth - 1) + ")(" + leaf(Primitive.INT, scope) + ")";
            case 9 -> take(type, scope, depth - 1);
            default -> construct(type, scope, depth);
        };
    }

    private String construct(GeneratedType type, Scope scope, int depth) {
        return switch (type) {
            case Primitive _ when !program.chance(4) -> operations.write(type, scope, depth - 1);
            case Named n when !program.chance(3) && n.name().matches("List|Option|Map|Result") -> operations.write(type, scope, depth - 1);
            case FunctionOf f -> "(" + lambda(f, scope, depth - 1) + ")";
            default -> value(type, scope, depth - 1);
        };
    }

    /** A value spelled out, with parts of the given depth. */
    private String value(GeneratedType type, Scope scope, int depth) {
        return switch (type) {
            case Primitive p -> literal(p);
            case TupleOf t -> all(t.parts(), scope, depth, "(", ")");
            case FunctionOf f -> "(" + lambda(f, scope, depth) + ")";
            case Named n -> switch (n.name()) {
                case "List" -> {
                    var items = new ArrayList<GeneratedType>();
                    for (int k = program.random.nextInt(4); k > 0; k--) items.add(n.arg(0));
                    yield all(items, scope, depth, "[", "]");
                }
                case "Option" -> program.chance(4) ? "None" : "Some(" + write(n.arg(0), scope, depth) + ")";
                case "Result" -> program.chance(3) ? "Err(" + write(n.arg(1), scope, depth) + ")" : "Ok(" + write(n.arg(0), scope, depth) + ")";
                case "Map" -> program.chance(5) ? "%{}" : "%{" + write(n.arg(0), scope, depth) + ": " + write(n.arg(1), scope, depth)
                        + ", " + leaf(n.arg(0), scope) + ": " + leaf(n.arg(1), scope) + "}";
                default -> instance(n, scope, depth);
            };
        };
    }

    private String instance(Named type, Scope scope, int depth) {
        Declared declared = declared(type);
        Declared.Constructor c = program.any(declared.constructors());
        List<GeneratedType> fields = Declared.fields(c, type);
        if (fields.isEmpty()) return c.name();
        List<Scope.Variable> bases = declared.isRecord() ? scope.of(type) : List.of();
        if (!bases.isEmpty() && program.chance(2)) {
            int changed = program.random.nextInt(fields.size());
            return c.name() + "(" + program.any(bases).name() + ", f" + changed + ": " + write(fields.get(changed), scope, depth) + ")";
        }
        if (!declared.isRecord() || program.chance(2)) return all(fields, scope, depth, c.name() + "(", ")");
        var labelled = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) labelled.add("f" + i + ": " + write(fields.get(i), scope, depth));
        return labelled.reversed().stream().collect(Collectors.joining(", ", c.name() + "(", ")"));
    }

    private Declared declared(Named type) {
        return program.declared.stream().filter(d -> d.name().equals(type.name())).findFirst().orElseThrow();
    }

    String all(List<GeneratedType> types, Scope scope, int depth, String open, String close) {
        return types.stream().map(t -> write(t, scope, depth)).collect(Collectors.joining(", ", open, close));
    }

    String leaf(GeneratedType type, Scope scope) {
        List<Scope.Variable> same = scope.of(type);
        return same.isEmpty() || program.chance(3) ? value(type, scope, 0) : program.any(same).name();
    }

    private String literal(Primitive p) {
        return switch (p) {
            case INT -> program.any(List.of("0", "1", "2", "3", "7", "-1", "100", "9223372036854775807"));
            case FLOAT -> program.any(List.of("0.0", "1.5", "-2.25", "1.0e10"));
            case BOOL -> program.any(List.of("true", "false"));
            case STRING -> program.any(List.of("\"\"", "\"a\"", "\"héllo\"", "\"a,b\"", "'xy'"));
            case CHAR -> program.any(List.of("'a'", "'é'", "'\\n'"));
            case SMALL -> program.any(List.of("0i8", "1i8", "127i8", "-128i8"));
            case BIG -> program.any(List.of("0n", "5n", "123456789012345678901234567890n"));
            case UNIT -> "()";
        };
    }

    String lambda(FunctionOf type, Scope scope, int depth) {
        Scope inner = scope.nested();
        var params = new ArrayList<String>();
        for (GeneratedType p : type.params()) {
            String name = program.fresh("x");
            params.add(name + ": " + p.text());
            inner.add(name, p, false);
        }
        String body = depth > 1 && program.chance(3) ? program.body(type.result(), inner, depth - 1) : write(type.result(), inner, depth);
        return "(" + String.join(", ", params) + ") => " + body;
    }

    private String attempt(GeneratedType type, Scope scope, int depth) {
        String inside = program.chance(3) ? "throw(" + write(program.type(1), scope, 1) + ")" : write(type, scope, depth - 1);
        if (program.chance(3)) inside = program.body(type, scope, depth - 1);
        String name = program.fresh("e");
        String cleanup = program.chance(3) ? " finally { " + write(program.type(1), scope, 1) + " }" : "";
        // The type of a try is only known where something asks for it.
        String result = program.fresh("r");
        return "{ " + result + ": " + type.text() + " = try { " + inside + " } catch { \"a\" -> " + write(type, scope, depth - 1) + ", "
                + name + " -> " + write(type, scope, depth - 1) + " }" + cleanup + "\n " + result + " }";
    }

    private String match(GeneratedType type, Scope scope, int depth) {
        GeneratedType subject = program.type(2);
        var arms = new ArrayList<String>();
        for (int n = program.random.nextInt(3); n > 0; n--) {
            Scope inner = scope.nested();
            String pattern = new PatternWriter(program).pattern(subject, inner, 2);
            String guard = program.chance(4) ? " when " + write(Primitive.BOOL, inner, 1) : "";
            arms.add(pattern + guard + " -> " + write(type, inner, depth - 1));
        }
        Scope rest = scope.nested();
        String name = program.fresh("m");
        rest.add(name, subject, false);
        arms.add(name + " -> " + write(type, rest, depth - 1));
        // The annotation tells what an empty list or None is.
        String bound = program.fresh("s");
        return "{ " + bound + ": " + subject.text() + " = " + write(subject, scope, depth - 1) + "\n match " + bound + " { "
                + String.join("\n ", arms) + " } }";
    }

    private String call(GeneratedType type, Scope scope, int depth) {
        List<Scope.Variable> values = scope.functions(type);
        if (!values.isEmpty() && program.chance(2)) {
            Scope.Variable f = program.any(values);
            return f.name() + all(((FunctionOf) f.type()).params(), scope, depth - 1, "(", ")");
        }
        var fitting = program.functions.stream().filter(f -> f.name().indexOf('@') < 0 && f.result().equals(type)).toList();
        if (!fitting.isEmpty() && program.chance(2)) {
            ProgramGenerator.Function f = program.any(fitting);
            String name = f.name().replace("#", "");
            if (name.equals(f.name())) return name + all(f.params(), scope, depth - 1, "(", ")");
            return name + all(f.params(), scope, depth - 1, "(" + program.random.nextInt(4) + (f.params().isEmpty() ? "" : ", "), ")");
        }
        var generic = program.functions.stream().filter(f -> f.name().indexOf('@') >= 0).toList();
        return generic.isEmpty() ? construct(type, scope, depth) : generic(program.any(generic).name(), type, scope, depth);
    }

    private String generic(String marked, GeneratedType type, Scope scope, int depth) {
        String name = marked.substring(0, marked.indexOf('@'));
        return switch (marked.substring(marked.indexOf('@') + 1)) {
            case "same" -> name + "(" + write(type, scope, depth - 1) + ")";
            case "apply" -> {
                FunctionOf f = new FunctionOf(List.of(program.type(1)), type);
                yield name + "(" + lambda(f, scope, depth - 1) + ", " + write(f.params().getFirst(), scope, depth - 1) + ")";
            }
            case "text" -> type == Primitive.STRING ? name + "(" + write(program.type(2), scope, depth - 1) + ")" : construct(type, scope, depth);
            default -> {
                GeneratedType compared = program.type(1);
                yield type == Primitive.INT ? name + "(" + write(compared, scope, depth - 1) + ", " + write(compared, scope, depth - 1) + ")"
                        : construct(type, scope, depth);
            }
        };
    }

    /** Takes a part out of something bigger. */
    private String take(GeneratedType type, Scope scope, int depth) {
        String bound = program.fresh("t");
        if (type == Primitive.INT && !program.measured.isEmpty() && program.chance(2)) return measure(scope, depth);
        // A function that waits may not count in the module variable.
        return switch (program.random.nextInt(program.hasTotal ? 4 : 5)) {
            case 4 -> message(type, scope, depth);
            case 0 -> "(" + write(type, scope, depth - 1) + ", " + write(program.type(1), scope, 0) + ").0";
            case 1 -> "[" + write(type, scope, depth - 1) + "][0]";
            case 2 -> "{ " + bound + ": " + GeneratedType.option(type).text() + " = "
                    + write(GeneratedType.option(type), scope, depth - 1) + "\n " + bound + ".unwrapOr(" + write(type, scope, depth - 1) + ") }";
            default -> "[" + write(type, scope, depth - 1) + "].fold(" + write(type, scope, depth - 1) + ", (" + bound + ", _) => " + bound + ")";
        };
    }

    /** The trait's methods in all their forms of call. */
    private String measure(Scope scope, int depth) {
        GeneratedType type = program.any(program.measured);
        String bound = program.fresh("q");
        String value = "{ " + bound + ": " + type.text() + " = " + write(type, scope, depth - 1) + "\n ";
        return value + switch (program.random.nextInt(4)) {
            case 0 -> bound + ".measure() }";
            case 1 -> "measure(" + bound + ") }";
            case 2 -> "measureOf(" + bound + ") }";
            default -> "[" + bound + "].map(measure).sum() + " + bound + ".measureTwice() }";
        };
    }

    /** A value that travels through the program's own mailbox, where its type is forgotten. */
    private String message(GeneratedType type, Scope scope, int depth) {
        String bound = program.fresh("v");
        return "{ " + bound + " = " + write(type, scope, depth - 1) + "\n self() <- (\"" + bound + "\", " + bound + ")\n "
                + bound + "r: " + type.text() + " = receive { (\"" + bound + "\", " + bound + "m) -> " + bound + "m }\n " + bound + "r }";
    }
}
