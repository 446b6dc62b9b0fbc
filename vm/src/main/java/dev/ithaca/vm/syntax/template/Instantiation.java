package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the body of a template for one use. */
final class Instantiation {
    private final TemplateUse use;
    private final Evaluator evaluator;

    Instantiation(TemplateUse use) {
        this.use = use;
        this.evaluator = new Evaluator(use);
    }

    /** The code of a call. */
    Expr call(List<Expr.Arg> args) {
        List<Template.Param> params = use.template().params();
        List<Expr> bound = bind(params, args);
        if (bound == null) {
            throw new ExpansionException(TemplateError.ARGUMENT_COUNT, "template '%s' expects %d arguments but got %d"
                    .formatted(use.template().name(), params.size(), args.size()));
        }
        Environment env = new Environment();
        define(params, bound, env);
        return evaluator.codes().toExpr(evaluator.eval(use.template().function().body(), env));
    }

    /**
     * The code of a decorator.
     *
     * @param what names the target in messages: {@code function body} or {@code type definition}
     */
    MetaValue.Code decorate(MetaValue target, Item.Decorator decorator, String what) {
        List<Template.Param> params = use.template().params();
        String name = decorator.name().text();
        if (params.isEmpty()) {
            throw new ExpansionException(TemplateError.NO_TARGET_PARAMETER,
                    "decorator template '%s' must have at least one parameter for the %s".formatted(name, what));
        }
        List<Template.Param> extra = params.subList(1, params.size());
        List<Expr> bound = bind(extra, decorator.args().stream().map(arg -> new Expr.Arg(null, arg)).toList());
        if (bound == null) {
            throw new ExpansionException(TemplateError.ARGUMENT_COUNT,
                    "decorator @%s expects %d argument(s) but got %d".formatted(name, extra.size(), decorator.args().size()));
        }
        Environment env = new Environment();
        env.define(params.getFirst().name(), target);
        define(extra, bound, env);
        MetaValue.Code code = evaluator.codes().toCode(evaluator.eval(use.template().function().body(), env));
        List<Item> items = new ArrayList<>(code.items());
        items.addAll(use.definitions());
        return new MetaValue.Code(code.statements(), items);
    }

    private static void define(List<Template.Param> params, List<Expr> args, Environment env) {
        for (int i = 0; i < params.size(); i++) env.define(params.get(i).name(), MetaValue.Code.of(args.get(i)));
    }

    /** An argument for each parameter, by label or position; null if they do not fit. */
    private static List<Expr> bind(List<Template.Param> params, List<Expr.Arg> args) {
        Expr[] bound = new Expr[params.size()];
        List<String> names = params.stream().map(Template.Param::name).toList();
        int next = 0;
        for (Expr.Arg arg : args) {
            int index = arg.label() == null ? next++ : names.indexOf(arg.label().text());
            if (index < 0 || index >= bound.length || bound[index] != null) return null;
            bound[index] = arg.value();
        }
        for (int i = 0; i < bound.length; i++) {
            if (bound[i] == null) bound[i] = params.get(i).defaultCode();
            if (bound[i] == null) return null;
        }
        return Arrays.asList(bound);
    }
}
