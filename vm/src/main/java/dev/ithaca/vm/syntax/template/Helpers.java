package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Set;

/** The functions that exist inside templates only: {@code eval}, {@code toVar}, {@code gensym}, {@code param}, {@code comptime}. */
final class Helpers {
    private static final Set<String> NAMES = Set.of("eval", "toVar", "gensym", "param", "comptime");

    private final Evaluator evaluator;
    private final TemplateUse use;

    Helpers(Evaluator evaluator, TemplateUse use) {
        this.evaluator = evaluator;
        this.use = use;
    }

    boolean isHelper(String name, List<Expr> args) { return args.size() == 1 && NAMES.contains(name); }

    MetaValue call(String name, Expr argument, Environment env) {
        if (name.equals("comptime")) return comptime(argument, env);
        MetaValue value = evaluator.force(evaluator.eval(argument, env));
        return switch (name) {
            case "eval" -> CodeText.parse(text(name, value), use.site());
            case "toVar" -> MetaValue.Code.of(variable(text(name, value)));
            case "gensym" -> new MetaValue.Text(use.session().freshName(text(name, value)));
            default -> param(value);
        };
    }

    private static String text(String helper, MetaValue value) {
        if (value instanceof MetaValue.Text(String text)) return text;
        throw ExpansionException.unresolved("`%s` needs a String that is known at compile time, and this is %s"
                .formatted(helper, Operations.describe(value)));
    }

    /** A name; the pattern of a parameter may also be a literal, which is its own value. */
    private Expr variable(String text) {
        Span at = use.site();
        if (text.matches("[a-z_][a-zA-Z0-9_]*")) return new Expr.Variable(text, at);
        if (text.matches("[A-Z][a-zA-Z0-9_]*")) return new Expr.UpperName(new Name(text, at), at);
        Expr parsed = CodeText.parse(text, at).asExpression();
        if (parsed instanceof Expr.Literal || parsed instanceof Expr.Unary) return parsed;
        throw ExpansionException.unresolved("`" + text + "` is not a name");
    }

    private MetaValue param(MetaValue index) {
        if (use.decorated() == null) throw ExpansionException.unresolved("`param` is for templates that decorate a function");
        if (!(index instanceof MetaValue.Int(long i))) {
            throw ExpansionException.unresolved("`param` needs a number that is known at compile time");
        }
        return MetaValue.Code.of(Targets.param(use.decorated(), i, use.site()));
    }

    /** A block sees the names of the template; a text is a program of its own. */
    private MetaValue comptime(Expr argument, Environment env) {
        if (argument instanceof Expr.Block) return evaluator.run(argument, new Environment(env));
        MetaValue value = evaluator.force(evaluator.eval(argument, env));
        if (!(value instanceof MetaValue.Text(String text))) return evaluator.run(argument, env);
        return evaluator.run(new Expr.Block(CodeText.parse(text, use.site()).statements(), use.site()), new Environment());
    }
}
