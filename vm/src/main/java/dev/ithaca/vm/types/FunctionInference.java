package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Infers all clauses of a function against its parameter and result types. */
final class FunctionInference {
    private final Session session;
    private final FunctionSymbol function;
    private final Body body;
    private final List<Type> params;
    private final Type result;
    private final Frame frame;
    private boolean separate;
    private final List<ClauseDraft> clauses = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();

    /** @param typeNames names that stand for types in the body */
    FunctionInference(Session session, FunctionSymbol function, List<Type> params, Type result, Map<String, Type> typeNames) {
        this.session = session;
        this.function = function;
        this.params = params;
        this.result = result;
        this.body = new Body(session, function.module(), typeNames);
        this.frame = new Frame(null, function.qualifiedName(), result, function.resultAnnotation() != null);
    }

    /**
     * Clauses of one function may match tuples of different shape at one position, which leaves the position open; decided
     * by the caller when the clauses do not agree otherwise.
     */
    void separateTuples() { separate = true; }

    boolean mixesTuples() {
        if (function.clauses().size() < 2) return false;
        for (int i = 0; i < params.size(); i++) {
            int at = i;
            Set<String> shapes = new HashSet<>();
            for (Item.Function clause : function.clauses()) {
                Pattern p = clause.params().get(at).pattern();
                if (p instanceof Pattern.Tuple) shapes.add(shape(p));
            }
            if (shapes.size() > 1) return true;
        }
        return false;
    }

    private static String shape(Pattern pattern) {
        if (!(pattern instanceof Pattern.Tuple t)) return "_";
        StringBuilder text = new StringBuilder("(");
        t.elements().forEach(e -> text.append(shape(e)));
        return text.append(')').toString();
    }

    void infer() {
        boolean plain = isPlain();
        for (int i = 0; i < params.size(); i++) {
            Pattern pattern = function.first().params().get(i).pattern();
            String name = pattern instanceof Pattern.Variable v && function.clauses().size() == 1 ? v.name() : null;
            boolean synthetic = !plain || name == null;
            variables.add(new Variable(name == null ? "argument" + (i + 1) : name, frame, params.get(i), false,
                    function.annotation(i) != null, synthetic));
        }
        for (Item.Function clause : function.clauses()) infer(clause, plain);
        session.drain();
        defaults();
        if (!plain && !session.elaborating() && !function.isLibrary()) {
            new Coverage(body).checkClauses(function.clauses(), params, new Place(function.file(), function.nameInSource().span()));
        }
    }

    /** One clause of plain names is called without any matching. */
    private boolean isPlain() {
        if (function.clauses().size() > 1 || function.first().guard() != null) return false;
        return function.first().params().stream()
                .allMatch(p -> p.pattern() instanceof Pattern.Variable || p.pattern() instanceof Pattern.Wildcard);
    }

    private void infer(Item.Function clause, boolean plain) {
        LocalScope scope = new LocalScope(null, frame);
        List<Patterns.Draft> patterns = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            if (plain) {
                if (!(clause.params().get(i).pattern() instanceof Pattern.Variable v)) continue;
                scope.declare(variables.get(i));
                body.declared(variables.get(i), v.span());
            } else {
                patterns.add(parameter(clause.params().get(i).pattern(), i, scope));
            }
        }
        session.drain();
        Typed guard = clause.guard() == null ? null : body.operators().truth(clause.guard(), scope);
        Typed value = body.infer(clause.body(), scope, result);
        session.drain();
        resultOf(clause, value);
        clauses.add(new ClauseDraft(patterns, guard, value, clause.span()));
    }

    private Patterns.Draft parameter(Pattern pattern, int index, LocalScope scope) {
        Type type = params.get(index);
        if (separate && pattern instanceof Pattern.Tuple) type = body.fresh();
        return body.patterns().infer(pattern, type, scope, scope);
    }

    private void resultOf(Item.Function clause, Typed value) {
        Place place = body.place(clause.body().span());
        Mismatch mismatch = session.unifier().unify(result, value.type());
        if (mismatch != null) session.report().mismatch(place, mismatch);
        session.drain();
    }

    /** Default values, each in the scope of the parameters before it. */
    private void defaults() {
        if (session.elaborating()) return;
        LocalScope scope = new LocalScope(null, frame);
        for (int i = 0; i < params.size(); i++) {
            Expr value = function.defaultValue(i);
            if (value != null) {
                Typed typed = body.infer(value, scope, params.get(i));
                session.drain();
                Type param = Unifier.prune(params.get(i));
                if (param instanceof TypeVariable v && !concatenates(v, typed.type())) {
                    session.report().plain(body.place(value.span()), "type implementing Concat",
                            new TypePrinter().print(typed.type()));
                } else if (session.unifier().unify(params.get(i), typed.type()) != null) {
                    session.report().plain(body.place(value.span()), param, typed.type());
                }
                session.drain();
            }
            String name = function.parameterName(i);
            if (name != null) scope.declare(new Variable(name, frame, params.get(i), false, true, false));
        }
    }

    private boolean concatenates(TypeVariable param, Type value) {
        boolean wanted = param.waiting().stream().anyMatch(c -> !c.isDone() && c instanceof BoundConstraint b
                && b.trait().equals("Concat"));
        return !wanted || Unifier.prune(value) instanceof TypeVariable || session.traits().holds(value, "Concat", _ -> { });
    }

    /** The body as code; types of the instance are concrete. */
    Core.Function emit(Emitter out, FunctionInstance instance) {
        List<Local> locals = variables.stream().map(v -> v.local(out)).toList();
        Span span = function.first().span();
        Core code;
        if (isPlain()) {
            code = clauses.getFirst().body().emit().emit(out);
        } else {
            Core error = new Core.Throw(new Core.Const("No clause matched for function '" + function.signature() + "'",
                    BuiltinTypes.STRING, span), instance.resultType(), span);
            List<Core.Arm> arms = clauses.stream().map(c -> c.emit(out, locals)).toList();
            code = locals.isEmpty() ? guarded(arms, error) : new Core.Match(ClauseDraft.subjects(locals, span), arms, error,
                    instance.resultType(), span);
        }
        return new Core.Function(instance, locals, code, function.file(), span);
    }

    /** Clauses without parameters differ in their guards only. */
    private static Core guarded(List<Core.Arm> arms, Core error) {
        Core code = error;
        for (int i = arms.size() - 1; i >= 0; i--) {
            Core.Arm arm = arms.get(i);
            code = arm.guard() == null ? arm.body()
                    : new Core.If(arm.guard(), arm.body(), code, arm.body().type(), arm.span());
        }
        return code;
    }

    Body body() { return body; }

    /** The parameters of a wrapper that computes default values: those given, then the missing ones in order. */
    Core.Function emitDefaults(Emitter out, FunctionInstance instance, boolean[] given) {
        LocalScope scope = new LocalScope(null, frame);
        List<Local> locals = new ArrayList<>();
        List<Core> code = new ArrayList<>();
        List<Core> args = new ArrayList<>();
        Span span = function.first().span();
        for (int i = 0; i < params.size(); i++) {
            String name = function.parameterName(i);
            Variable variable = new Variable(name == null ? "argument" + (i + 1) : name, frame, params.get(i), false, true, false);
            if (given[i]) {
                locals.add(variable.local(out));
            } else {
                Typed value = body.infer(function.defaultValue(i), scope, params.get(i));
                session.unifier().unify(params.get(i), value.type());
                session.drain();
                code.add(new Core.Bind(variable.local(out), value.emit().emit(out), BuiltinTypes.UNIT, span));
            }
            if (name != null) scope.declare(variable);
            Local local = variable.local(out);
            args.add(new Core.LocalGet(local, local.type(), span));
        }
        code.add(out.call(function, out.concreteAll(params), instance.resultType(), args, span));
        return new Core.Function(instance, locals, new Core.Block(code, instance.resultType(), span), function.file(), span);
    }
}
