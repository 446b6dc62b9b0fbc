package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Blocks, choices, loops and calls of closures at compile time. */
final class Control {
    private final Evaluator evaluator;
    private final TemplateUse use;
    /** Inside {@code comptime}, where everything has to be computed; elsewhere unknown parts are code. */
    private boolean strict;

    Control(Evaluator evaluator, TemplateUse use) {
        this.evaluator = evaluator;
        this.use = use;
    }

    MetaValue strictly(Supplier<MetaValue> evaluation) {
        boolean before = strict;
        strict = true;
        try {
            return evaluation.get();
        } finally {
            strict = before;
        }
    }

    MetaValue eval(Expr expr, Environment env) {
        return switch (expr) {
            case Expr.Block block -> block(block, new Environment(env));
            case Expr.If(Expr condition, Expr then, Expr otherwise, Span _) -> conditional(expr, condition, then, otherwise, env);
            case Expr.Match(Expr subject, List<Expr.Arm> arms, Span _) -> match(expr, subject, arms, env);
            case Expr.While(Expr condition, Expr body, Span _) when strict -> loop(condition, body, env);
            case Expr.For(Name variable, Expr low, Expr high, Expr body, Span _) when strict -> loop(variable, low, high, body, env);
            default -> evaluator.runtime(expr, env);
        };
    }

    // ---- blocks -----------------------------------------------------------------------------------------------------

    private MetaValue block(Expr.Block block, Environment env) {
        MetaValue last = new MetaValue.Unit();
        int rest = block.statements().size();
        for (Stmt statement : block.statements()) {
            rest--;
            last = new MetaValue.Unit();
            switch (statement) {
                case Stmt.Expression(Expr value, Span _) -> {
                    last = evaluator.eval(value, env);
                    // An effect at run time: the block is code.
                    if (rest > 0 && last instanceof MetaValue.Code) return requireCode(block, last, env);
                }
                case Stmt.Binding(boolean isVar, Pattern pattern, TypeExpr _, Expr value, Span _) ->
                        bind(isVar, pattern, evaluator.eval(value, env), env);
                case Stmt.LocalFunction(Name name, List<Item.Param> params, TypeExpr _, Expr body, Span _) ->
                        define(name.text(), new MetaValue.Clause(params, body), env);
                case Stmt.Assign _ -> {
                    return requireCode(block, evaluator.runtime(block, env), env);
                }
            }
        }
        return last;
    }

    private MetaValue requireCode(Expr.Block block, MetaValue effect, Environment env) {
        return strict ? effect : evaluator.runtime(block, env);
    }

    private void bind(boolean isVar, Pattern pattern, MetaValue value, Environment env) {
        if (!isVar && pattern instanceof Pattern.Variable(String name, Span _)) {
            env.assign(name, value);
        } else if (!new Matcher(evaluator, env).matches(pattern, value)) {
            throw ExpansionException.unresolved("the value at compile time does not match the pattern");
        }
    }

    private static void define(String name, MetaValue.Clause clause, Environment env) {
        List<MetaValue.Clause> clauses = new ArrayList<>();
        if (env.lookup(name) instanceof MetaValue.Closure(String _, var known, Environment home, var _) && home == env) clauses.addAll(known);
        clauses.add(clause);
        env.define(name, new MetaValue.Closure(name, clauses, env, null));
    }

    // ---- choices ----------------------------------------------------------------------------------------------------

    private MetaValue conditional(Expr expr, Expr condition, Expr then, Expr otherwise, Environment env) {
        MetaValue value = evaluator.force(evaluator.eval(condition, env));
        return switch (value) {
            case MetaValue.Bool(boolean truth) when truth -> branch(then, env);
            case MetaValue.Bool _ -> otherwise != null ? branch(otherwise, env)
                    : strict ? new MetaValue.Unit() : new MetaValue.Code(List.of(), List.of());
            case MetaValue.Code code -> strict ? code : evaluator.runtime(expr, env);
            default -> throw ExpansionException.unresolved("the condition is " + Operations.describe(value));
        };
    }

    /** Outside {@code comptime} the statements of a branch are code, unless it prepares a quote. */
    private MetaValue branch(Expr branch, Environment env) {
        if (!strict && branch instanceof Expr.Block(List<Stmt> statements, Span _) && statements.size() != 1
                && !(!statements.isEmpty() && statements.getLast() instanceof Stmt.Expression(Expr.Quote _, Span _))) {
            return evaluator.rewriter(env).quoted(branch);
        }
        return evaluator.eval(branch, env);
    }

    private MetaValue match(Expr expr, Expr subject, List<Expr.Arm> arms, Environment env) {
        MetaValue value = evaluator.force(evaluator.eval(subject, env));
        if (value instanceof MetaValue.Code) return strict ? value : evaluator.runtime(expr, env);
        for (Expr.Arm arm : arms) {
            Environment inner = new Environment(env);
            if (!new Matcher(evaluator, inner).matches(arm.pattern(), value)) continue;
            if (arm.guard() == null || isTrue(arm.guard(), inner)) return branch(arm.body(), inner);
        }
        throw ExpansionException.unresolved("no arm of the match fits at compile time");
    }

    private boolean isTrue(Expr condition, Environment env) {
        MetaValue value = evaluator.force(evaluator.eval(condition, env));
        if (value instanceof MetaValue.Bool(boolean truth)) return truth;
        throw ExpansionException.unresolved("the condition is " + Operations.describe(value));
    }

    // ---- loops ------------------------------------------------------------------------------------------------------

    private MetaValue loop(Expr condition, Expr body, Environment env) {
        while (isTrue(condition, env)) {
            use.session().step();
            evaluator.run(body, env);
        }
        return new MetaValue.Unit();
    }

    private MetaValue loop(Name variable, Expr low, Expr high, Expr body, Environment env) {
        if (!(evaluator.run(low, env) instanceof MetaValue.Int(long from)) || !(evaluator.run(high, env) instanceof MetaValue.Int(long to))) {
            throw ExpansionException.unresolved("the bounds of the loop are no Int");
        }
        for (long i = from; i < to; i++) {
            use.session().step();
            Environment inner = new Environment(env);
            inner.define(variable.text(), new MetaValue.Int(i));
            evaluator.run(body, inner);
        }
        return new MetaValue.Unit();
    }

    // ---- closures ---------------------------------------------------------------------------------------------------

    MetaValue apply(MetaValue.Closure closure, List<MetaValue> args) {
        for (MetaValue.Clause clause : closure.clauses()) {
            Environment env = new Environment(closure.environment());
            if (clause.params().size() == args.size() && bindAll(clause.params(), args, env)) return evaluator.eval(clause.body(), env);
        }
        throw ExpansionException.unresolved("`%s` cannot be called with these %d argument(s) at compile time"
                .formatted(closure.name(), args.size()));
    }

    private boolean bindAll(List<Item.Param> params, List<MetaValue> args, Environment env) {
        Matcher matcher = new Matcher(evaluator, env);
        for (int i = 0; i < args.size(); i++) {
            if (!matcher.matches(params.get(i).pattern(), args.get(i))) return false;
        }
        return true;
    }
}
