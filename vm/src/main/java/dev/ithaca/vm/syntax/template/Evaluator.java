package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates expressions at compile time as far as possible (partial evaluation): what depends on names or operations that
 * exist only at run time becomes {@link MetaValue.Code}.
 */
final class Evaluator {
    private final TemplateUse use;
    private final Codes codes;
    private final Control control;
    private final CompileTimeLibrary library;
    private final Helpers helpers;

    Evaluator(TemplateUse use) {
        this.use = use;
        this.codes = new Codes(use, this);
        this.control = new Control(this, use);
        this.library = new CompileTimeLibrary(this);
        this.helpers = new Helpers(this, use);
    }

    Codes codes() { return codes; }

    Control control() { return control; }

    QuoteRewriter rewriter(Environment environment) { return new QuoteRewriter(this, environment, use); }

    MetaValue eval(Expr expr, Environment env) {
        use.session().enterEvaluation();
        try {
            return dispatch(expr, env);
        } finally {
            use.session().leaveEvaluation();
        }
    }

    private MetaValue dispatch(Expr expr, Environment env) {
        return switch (expr) {
            case Expr.Literal literal -> literal(literal);
            case Expr.Unit _ -> new MetaValue.Unit();
            case Expr.Interpolation(List<Expr> parts, Span _) -> interpolation(expr, parts, env);
            case Expr.Variable(String name, Span _) -> {
                MetaValue value = env.lookup(name);
                yield value != null ? value : runtime(expr, env);
            }
            case Expr.Splice(Expr value, Span at) -> {
                try {
                    requireKnown(value, env);
                    yield eval(value, env);
                } catch (ExpansionException e) {
                    throw e.at(at);
                }
            }
            case Expr.Quote(Expr body, Span _) -> rewriter(env).quoted(body);
            case Expr.Field(Expr receiver, Name name, Span _) -> field(eval(receiver, env), name);
            case Expr.TupleField(Expr receiver, int index, Span _) -> component(eval(receiver, env), index);
            case Expr.Index(Expr receiver, List<Expr> indices, Span _) -> index(eval(receiver, env), evalAll(indices, env));
            case Expr.Unary(Expr.UnaryOp op, Expr operand, Span _) -> unary(op, eval(operand, env));
            case Expr.Binary binary -> binary(binary, env);
            case Expr.Tuple(List<Expr> elements, Span _) -> new MetaValue.TupleOf(evalAll(elements, env));
            case Expr.ListLit(List<Expr> elements, Expr tail, Span _) when tail == null -> new MetaValue.ListOf(evalAll(elements, env));
            case Expr.RangeList(Expr low, Expr high, Span _) -> range(expr, force(eval(low, env)), force(eval(high, env)), env);
            case Expr.MapLit(List<Expr.MapEntry> entries, Span _) -> map(entries, env);
            case Expr.Lambda lambda -> new MetaValue.Closure("lambda",
                    List.of(new MetaValue.Clause(lambda.params(), lambda.body())), env, lambda);
            case Expr.Call call -> call(call, env);
            case Expr.MethodCall call -> method(call, env);
            case Expr.Pipe(Expr value, Expr function, Span at) -> eval(unpiped(value, function, at), env);
            case Expr.Block _, Expr.If _, Expr.Match _, Expr.While _, Expr.For _ -> control.eval(expr, env);
            default -> runtime(expr, env);
        };
    }

    /** A splice of a name, or of its parts, needs a name of the template; anything else is a slip of the pen. */
    private static void requireKnown(Expr spliced, Environment env) {
        switch (spliced) {
            case Expr.Variable(String name, Span _) when env.lookup(name) == null ->
                    throw ExpansionException.unresolved("`" + name + "` is not a name of the template");
            case Expr.Field(Expr receiver, Name _, Span _) -> requireKnown(receiver, env);
            case Expr.MethodCall(Expr receiver, Name _, var _, var _, Span _) -> requireKnown(receiver, env);
            case Expr.Index(Expr receiver, var _, Span _) -> requireKnown(receiver, env);
            case Expr.TupleField(Expr receiver, int _, Span _) -> requireKnown(receiver, env);
            default -> { }
        }
    }

    /** An expression that only has a value at run time, with its splices filled in. */
    MetaValue runtime(Expr expr, Environment env) { return MetaValue.Code.of(rewriter(env).copy(expr)); }

    private List<MetaValue> evalAll(List<Expr> exprs, Environment env) { return exprs.stream().map(e -> eval(e, env)).toList(); }

    // ---- code and data ----------------------------------------------------------------------------------------------

    private MetaValue literal(Expr.Literal literal) {
        return switch (literal) {
            case Expr.IntLit(var value, Expr.IntKind kind, Span _) when kind == Expr.IntKind.INT -> new MetaValue.Int(value.longValue());
            case Expr.FloatLit(var value, Expr.FloatKind kind, Span _) when kind == Expr.FloatKind.FLOAT ->
                    new MetaValue.Float(value.doubleValue());
            case Expr.BoolLit(boolean value, Span _) -> new MetaValue.Bool(value);
            case Expr.CharLit(int codePoint, Span _) -> new MetaValue.Char(codePoint);
            case Expr.StringLit(String value, Span _) -> new MetaValue.Text(value);
            // Other numeric types are not computed with: they stay what was written.
            case Expr.IntLit _, Expr.FloatLit _ -> MetaValue.Code.of(literal);
        };
    }

    /** The data that code stands for if it needs nothing but itself, such as an argument {@code 2 * 3}; else the code. */
    MetaValue force(MetaValue value) {
        if (!(value instanceof MetaValue.Code code)) return value;
        Expr expr = code.asExpression();
        return expr == null || !isData(expr) ? value : eval(expr, new Environment());
    }

    /** Whether evaluation can end in data; keeps the effects of code from being lost. */
    private static boolean isData(Expr expr) {
        return switch (expr) {
            case Expr.IntLit(var _, Expr.IntKind kind, Span _) -> kind == Expr.IntKind.INT;
            case Expr.FloatLit(var _, Expr.FloatKind kind, Span _) -> kind == Expr.FloatKind.FLOAT;
            case Expr.Literal _, Expr.Unit _ -> true;
            case Expr.Interpolation(List<Expr> parts, Span _) -> parts.stream().allMatch(Evaluator::isData);
            case Expr.Unary(var _, Expr operand, Span _) -> isData(operand);
            case Expr.Binary(var _, Expr left, Expr right, Span _, Span _) -> isData(left) && isData(right);
            case Expr.Tuple(List<Expr> elements, Span _) -> elements.stream().allMatch(Evaluator::isData);
            case Expr.ListLit(List<Expr> elements, Expr tail, Span _) -> tail == null && elements.stream().allMatch(Evaluator::isData);
            case Expr.RangeList(Expr low, Expr high, Span _) -> isData(low) && isData(high);
            case Expr.MapLit(List<Expr.MapEntry> entries, Span _) ->
                    entries.stream().allMatch(e -> isData(e.key()) && isData(e.value()));
            default -> false;
        };
    }

    private MetaValue map(List<Expr.MapEntry> entries, Environment env) {
        Map<MetaValue, MetaValue> result = new LinkedHashMap<>();
        for (Expr.MapEntry entry : entries) result.put(force(eval(entry.key(), env)), eval(entry.value(), env));
        return new MetaValue.MapOf(result);
    }

    private MetaValue range(Expr expr, MetaValue low, MetaValue high, Environment env) {
        if (!(low instanceof MetaValue.Int(long from)) || !(high instanceof MetaValue.Int(long to))) return runtime(expr, env);
        if (from > to) return new MetaValue.ListOf(List.of());
        Session.checkSize(to - from < 0 ? Long.MAX_VALUE : to - from);
        List<MetaValue> elements = new ArrayList<>();
        for (long i = from; i <= to; i++) elements.add(new MetaValue.Int(i));
        return new MetaValue.ListOf(elements);
    }

    private MetaValue interpolation(Expr expr, List<Expr> parts, Environment env) {
        StringBuilder text = new StringBuilder();
        for (Expr part : parts) {
            MetaValue value = force(eval(part, env));
            if (value instanceof MetaValue.Code) return runtime(expr, env);
            text.append(Operations.show(value));
            Session.checkSize(text.length());
        }
        return new MetaValue.Text(text.toString());
    }

    // ---- operators --------------------------------------------------------------------------------------------------

    private MetaValue unary(Expr.UnaryOp op, MetaValue operand) {
        MetaValue value = force(operand);
        if (value instanceof MetaValue.Code) return MetaValue.Code.of(new Expr.Unary(op, codes.toExpr(value), use.site()));
        return op == Expr.UnaryOp.NEGATE ? Operations.negate(value) : Operations.not(value);
    }

    private MetaValue binary(Expr.Binary binary, Environment env) {
        Expr.BinaryOp op = binary.op();
        MetaValue left = force(eval(binary.left(), env));
        boolean decided = left instanceof MetaValue.Bool(boolean value)
                && (op == Expr.BinaryOp.AND && !value || op == Expr.BinaryOp.OR && value);
        if (decided) return left;
        MetaValue right = force(eval(binary.right(), env));
        if (!(left instanceof MetaValue.Code) && !(right instanceof MetaValue.Code)) return Operations.binary(op, left, right);
        return MetaValue.Code.of(new Expr.Binary(op, codes.toExpr(left), codes.toExpr(right), use.site(), use.site()));
    }

    // ---- parts of values --------------------------------------------------------------------------------------------

    private MetaValue field(MetaValue receiver, Name name) {
        return switch (force(receiver)) {
            case MetaValue.FunctionTarget(Item.Function function) -> Targets.part(function, name.text());
            case MetaValue.TypeTarget(Item.TypeDef type) -> Targets.part(type, name.text());
            case MetaValue.MapOf(Map<MetaValue, MetaValue> entries) -> {
                MetaValue value = entries.get(new MetaValue.Text(name.text()));
                if (value == null) throw ExpansionException.unresolved("there is no part `" + name + "` in " + keys(entries));
                yield value;
            }
            case MetaValue.Code code -> MetaValue.Code.of(new Expr.Field(codes.toExpr(code), new Name(name.text(), use.site()), use.site()));
            case MetaValue other -> throw ExpansionException.unresolved(Operations.describe(other) + " has no part `" + name + "`");
        };
    }

    private static String keys(Map<MetaValue, MetaValue> entries) {
        return entries.keySet().stream().map(Operations::show).toList().toString();
    }

    private MetaValue component(MetaValue receiver, int index) {
        return switch (force(receiver)) {
            case MetaValue.TupleOf(List<MetaValue> elements) -> element(elements, index);
            case MetaValue.Code code -> MetaValue.Code.of(new Expr.TupleField(codes.toExpr(code), index, use.site()));
            case MetaValue other -> throw ExpansionException.unresolved(Operations.describe(other) + " has no component " + index);
        };
    }

    private MetaValue index(MetaValue receiver, List<MetaValue> indices) {
        MetaValue value = force(receiver);
        MetaValue index = force(indices.getFirst());
        if (value instanceof MetaValue.Code || index instanceof MetaValue.Code || indices.size() > 1) {
            return MetaValue.Code.of(new Expr.Index(codes.toExpr(value), indices.stream().map(codes::toExpr).toList(), use.site()));
        }
        return switch (value) {
            case MetaValue.ListOf(List<MetaValue> elements) when index instanceof MetaValue.Int(long i) -> element(elements, i);
            case MetaValue.MapOf(Map<MetaValue, MetaValue> entries) -> {
                MetaValue found = entries.get(index);
                if (found == null) throw ExpansionException.unresolved("no key " + Operations.show(index) + " in " + keys(entries));
                yield found;
            }
            default -> throw ExpansionException.unresolved(
                    "cannot index %s with %s".formatted(Operations.describe(value), Operations.describe(index)));
        };
    }

    static MetaValue element(List<MetaValue> elements, long index) {
        if (index >= 0 && index < elements.size()) return elements.get((int) index);
        throw ExpansionException.unresolved("index %d is out of range for %d element(s)".formatted(index, elements.size()));
    }

    // ---- calls ------------------------------------------------------------------------------------------------------

    private static Expr unpiped(Expr value, Expr function, Span at) {
        if (!(function instanceof Expr.Call(Expr called, List<TypeExpr> types, List<Expr.Arg> args, Span _))) {
            return new Expr.Call(function, List.of(), List.of(new Expr.Arg(null, value)), at);
        }
        List<Expr.Arg> all = new ArrayList<>(List.of(new Expr.Arg(null, value)));
        all.addAll(args);
        return new Expr.Call(called, types, all, at);
    }

    private MetaValue call(Expr.Call call, Environment env) {
        List<Expr> args = call.args().stream().map(Expr.Arg::value).toList();
        if (!(call.function() instanceof Expr.Variable(String name, Span _)) || env.lookup(name) != null) {
            MetaValue function = eval(call.function(), env);
            List<MetaValue> values = evalAll(args, env);
            if (function instanceof MetaValue.Closure closure) return control.apply(closure, values);
            return MetaValue.Code.of(new Expr.Call(codes.toExpr(function), call.typeArgs(), arguments(call.args(), values), use.site()));
        }
        if (helpers.isHelper(name, args)) return helpers.call(name, args.getFirst(), env);
        if (!CompileTimeLibrary.has(name) || args.isEmpty()) return runtime(call, env);
        List<MetaValue> values = args.stream().map(arg -> force(eval(arg, env))).toList();
        return isKnown(values) ? library.call(name, values) : runtime(call, env);
    }

    private MetaValue method(Expr.MethodCall call, Environment env) {
        MetaValue receiver = force(eval(call.receiver(), env));
        List<MetaValue> values = new ArrayList<>(List.of(receiver));
        for (Expr.Arg arg : call.args()) values.add(force(eval(arg.value(), env)));
        if (env.lookup(call.name().text()) instanceof MetaValue.Closure closure) return control.apply(closure, values);
        if (CompileTimeLibrary.has(call.name().text()) && isKnown(values)) return library.call(call.name().text(), values);
        return MetaValue.Code.of(new Expr.MethodCall(codes.toExpr(receiver), new Name(call.name().text(), use.site()), call.typeArgs(),
                arguments(call.args(), values.subList(1, values.size())), use.site()));
    }

    private static boolean isKnown(List<MetaValue> values) { return values.stream().noneMatch(MetaValue.Code.class::isInstance); }

    private List<Expr.Arg> arguments(List<Expr.Arg> written, List<MetaValue> values) {
        List<Expr.Arg> args = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Name label = written.get(i).label();
            args.add(new Expr.Arg(label == null ? null : new Name(label.text(), use.site()), codes.toExpr(values.get(i))));
        }
        return args;
    }

    /** Evaluates code that has to give data. */
    MetaValue run(Expr expr, Environment env) {
        MetaValue value = force(control.strictly(() -> eval(expr, env)));
        if (value instanceof MetaValue.Code(List<Stmt> statements, List<Item> _)) {
            throw ExpansionException.unresolved("`" + CodeText.excerpt(statements) + "` has no value at compile time");
        }
        return value;
    }
}
