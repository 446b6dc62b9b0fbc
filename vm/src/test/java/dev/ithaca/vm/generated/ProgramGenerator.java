package dev.ithaca.vm.generated;

import dev.ithaca.vm.generated.GeneratedType.FunctionOf;
import dev.ithaca.vm.generated.GeneratedType.Named;
import dev.ithaca.vm.generated.GeneratedType.Primitive;
import dev.ithaca.vm.generated.GeneratedType.TupleOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Writes well-typed programs that end: functions call only earlier ones, loops and recursions count down from small
 * numbers. What they compute is of no interest.
 */
final class ProgramGenerator {
    /** A function of the program; {@code T} in its types, if it is generic, stands for any type with equality and a text. */
    record Function(String name, List<GeneratedType> params, GeneratedType result) {}

    private static final List<Primitive> SIMPLE = List.of(Primitive.INT, Primitive.INT, Primitive.STRING, Primitive.BOOL,
            Primitive.FLOAT, Primitive.CHAR, Primitive.SMALL, Primitive.BIG);

    final Random random;
    final List<Declared> declared = new ArrayList<>();
    final List<Function> functions = new ArrayList<>();
    /** Types with an implementation of the program's trait; empty until every implementation is written. */
    final List<GeneratedType> measured = new ArrayList<>();
    private int names;

    /** Whether the program has a module variable for functions to count in. */
    final boolean hasTotal;

    ProgramGenerator(long seed) {
        random = new Random(seed);
        hasTotal = chance(3);
    }

    static String program(long seed) { return new ProgramGenerator(seed).program(); }

    private String program() {
        var text = new StringBuilder();
        for (int n = random.nextInt(4); n > 0; n--) text.append(declareType());
        if (hasTotal) text.append("mvar total: Int = ").append(random.nextInt(5)).append('\n');
        for (int n = 1 + random.nextInt(5); n > 0; n--) text.append(function());
        if (chance(2)) text.append(measure());
        GeneratedType result = new TupleOf(List.of(type(2), type(1), Primitive.STRING));
        text.append("main() = ").append(body(result, moduleScope(), 2 + random.nextInt(4))).append('\n');
        return text.toString();
    }

    boolean chance(int oneIn) { return random.nextInt(oneIn) == 0; }

    <T> T any(List<T> list) { return list.get(random.nextInt(list.size())); }

    String fresh(String prefix) { return prefix + names++; }

    /** Any type without functions in it. */
    GeneratedType type(int depth) {
        if (depth <= 0 || chance(2)) return any(SIMPLE);
        return switch (random.nextInt(declared.isEmpty() ? 6 : 9)) {
            case 0, 1 -> GeneratedType.list(type(depth - 1));
            case 2 -> GeneratedType.option(type(depth - 1));
            case 3 -> new Named("Result", List.of(type(depth - 1), Primitive.STRING));
            case 4 -> new Named("Map", List.of(chance(2) ? Primitive.INT : Primitive.STRING, type(depth - 1)));
            case 5 -> new TupleOf(chance(3) ? List.of(type(depth - 1), type(0), type(0)) : List.of(type(depth - 1), type(depth - 1)));
            default -> any(declared).type(type(depth - 1));
        };
    }

    GeneratedType typeOrFunction(int depth) {
        if (!chance(4)) return type(depth);
        return new FunctionOf(chance(2) ? List.of(type(1)) : List.of(type(1), type(0)), type(1));
    }

    private Scope moduleScope() {
        Scope scope = new Scope();
        if (hasTotal) scope.add("total", Primitive.INT, false);
        return scope;
    }

    private String declareType() {
        String name = "T" + declared.size();
        String parameter = chance(3) ? "A" : null;
        boolean isRecord = chance(2);
        var constructors = new ArrayList<Declared.Constructor>();
        int count = isRecord ? 1 : 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            var fields = new ArrayList<GeneratedType>();
            int most = isRecord ? 4 : 3;
            for (int f = isRecord ? 1 + random.nextInt(most) : random.nextInt(most); f > 0; f--) {
                fields.add(parameter != null && chance(2) ? null : chance(8) ? new FunctionOf(List.of(type(0)), type(0)) : type(1));
            }
            constructors.add(new Declared.Constructor(isRecord ? name : "C" + declared.size() + i, fields));
        }
        // A parameter nothing mentions could not be inferred from the values.
        boolean mentioned = constructors.stream().allMatch(c -> c.fields().contains(null));
        Declared type = new Declared(name, mentioned ? parameter : null, isRecord, constructors.stream()
                .map(c -> mentioned || parameter == null ? c : new Declared.Constructor(c.name(),
                        c.fields().stream().map(f -> f == null ? Primitive.INT : f).toList())).toList());
        declared.add(type);
        return type.declaration();
    }

    /** A trait with a default method, implementations for several types, and a function bound to it. */
    private String measure() {
        var text = new StringBuilder("trait Measure\n  measure(self) -> Int\n  measureTwice(self) -> Int = self.measure() + self.measure()\nend\n");
        var types = new ArrayList<GeneratedType>(List.of(Primitive.INT, Primitive.STRING, Primitive.BOOL));
        for (Declared d : declared) if (d.parameter() == null) types.add(d.type(null));
        for (GeneratedType type : types) {
            Scope scope = moduleScope();
            scope.add("self", type, false);
            text.append(type.text()).append(": Measure measure(self) = ")
                    .append(new ExpressionWriter(this).write(Primitive.INT, scope, 2)).append(" end\n");
        }
        text.append("List[E]: Measure measure(self) = self.length() end\n");
        text.append("measureOf[M: Measure](m: M) -> Int = m.measureTwice() + measure(m)\n");
        measured.addAll(types);
        measured.add(GeneratedType.list(any(types)));
        return text.toString();
    }

    private String function() {
        if (chance(6)) return generic();
        String name = fresh("fun");
        var params = new ArrayList<GeneratedType>();
        for (int n = random.nextInt(4); n > 0; n--) params.add(typeOrFunction(2));
        GeneratedType result = chance(8) ? typeOrFunction(1) : type(2);
        return chance(4) ? recursive(name, params, result) : chance(6) ? states(result) : plain(name, params, result);
    }

    private String plain(String name, List<GeneratedType> params, GeneratedType result) {
        Scope scope = moduleScope();
        String header = header(name, params, scope);
        String text = header + " -> " + result.text() + " = " + body(result, scope, 1 + random.nextInt(4)) + "\n";
        functions.add(new Function(name, params, result));
        return text;
    }

    /** Counts its first parameter down, in tail position or not. */
    private String recursive(String name, List<GeneratedType> rest, GeneratedType result) {
        Scope scope = moduleScope();
        String header = header(name, rest, scope).replaceFirst("\\(", rest.isEmpty() ? "(n: Int" : "(n: Int, ");
        scope.add("n", Primitive.INT, false);
        var expressions = new ExpressionWriter(this);
        String again = next(List.of(name), List.of(rest), scope);
        Scope after = scope.nested();
        String more = again;
        if (chance(2)) {
            after.add("deep", result, false);
            more = "{ deep = " + again + "\n" + expressions.write(result, after, 2) + " }";
        }
        String text = header + " -> " + result.text() + " = if n <= 0 then " + expressions.write(result, scope, 2)
                + " else " + more + "\n";
        // Calls give the counter as a literal, see ExpressionWriter.call.
        functions.add(new Function(name + "#", rest, result));
        return text;
    }

    /** Two or three functions that call one another, and themselves, in tail position, counting down. */
    private String states(GeneratedType result) {
        var names = new ArrayList<String>();
        var params = new ArrayList<List<GeneratedType>>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            names.add(fresh("state"));
            params.add(chance(3) ? List.of() : List.of(typeOrFunction(2)));
        }
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            Scope scope = moduleScope();
            String header = header(names.get(i), params.get(i), scope).replaceFirst("\\(", params.get(i).isEmpty() ? "(n: Int" : "(n: Int, ");
            scope.add("n", Primitive.INT, false);
            var expressions = new ExpressionWriter(this);
            Scope inner = scope.nested();
            inner.add("kept", result, false);
            text.append(header).append(" -> ").append(result.text()).append(" = if n <= 0 then ").append(expressions.write(result, scope, 2))
                    .append(" else if ").append(expressions.write(Primitive.BOOL, scope, 1)).append(" then ").append(next(names, params, scope))
                    .append(" else { kept = ").append(expressions.write(result, scope, 1)).append('\n').append(next(names, params, inner)).append(" }\n");
        }
        for (int i = 0; i < names.size(); i++) functions.add(new Function(names.get(i) + "#", params.get(i), result));
        return text.toString();
    }

    private String next(List<String> names, List<List<GeneratedType>> params, Scope scope) {
        int chosen = random.nextInt(names.size());
        var expressions = new ExpressionWriter(this);
        return names.get(chosen) + "(n - 1" + params.get(chosen).stream().map(t -> ", " + expressions.write(t, scope, 1)).collect(Collectors.joining()) + ")";
    }

    private String header(String name, List<GeneratedType> params, Scope scope) {
        var parts = new ArrayList<String>();
        for (GeneratedType p : params) {
            String param = fresh("p");
            scope.add(param, p, false);
            parts.add(param + ": " + p.text());
        }
        return name + parts.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** Functions whose types are left to the compiler; used at many types by the writer. */
    private String generic() {
        String name = fresh("gen");
        return switch (random.nextInt(5)) {
            case 0 -> define(name + "@same", name + "(x) = x\n");
            case 1 -> define(name + "@same", name + "[T](x: T) -> T = { y = [x]\n match y { [z] -> z, _ -> x } }\n");
            case 2 -> define(name + "@text", name + "(x) = \"<\" ++ show(x) ++ \">\"\n");
            case 3 -> define(name + "@equal", name + "(x, y) = if x == y then 1 else 2\n");
            default -> define(name + "@apply", name + "(f, x) = f(x)\n");
        };
    }

    private String define(String marked, String text) {
        functions.add(new Function(marked, List.of(), Primitive.UNIT));
        return text;
    }

    String body(GeneratedType result, Scope scope, int depth) { return new StatementWriter(this).block(result, scope.nested(), depth); }
}
