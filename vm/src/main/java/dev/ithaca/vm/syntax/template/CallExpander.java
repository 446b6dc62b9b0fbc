package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies items with the calls of templates replaced by their code. */
final class CallExpander extends TreeRewriter {
    private final Session session;
    private final Map<String, Template> templates;
    private final SourceFile file;
    private final List<Item> definitions = new ArrayList<>();
    private Set<String> hidden = Set.of();

    CallExpander(Session session, Map<String, Template> templates, SourceFile file) {
        this.session = session;
        this.templates = templates;
        this.file = file;
    }

    /** Definitions that calls in the item produced are appended to {@code produced}. */
    Item expand(Item item, List<Item> produced) {
        hidden = NameCollector.boundIn(item);
        Item expanded = item(item);
        produced.addAll(definitions);
        definitions.clear();
        return expanded;
    }

    @Override Expr expr(Expr expr) {
        return switch (expr) {
            case Expr.Call(Expr function, List<TypeExpr> _, List<Expr.Arg> args, Span at) when template(function) != null ->
                    call(expr, template(function), args(args), at);
            case Expr.Pipe(Expr value, Expr function, Span at) when template(function) != null ->
                    call(expr, template(function), List.of(new Expr.Arg(null, expr(value))), at);
            case Expr.Pipe(Expr value, Expr.Call(Expr function, List<TypeExpr> _, List<Expr.Arg> args, Span _), Span at)
                    when template(function) != null -> {
                List<Expr.Arg> all = new ArrayList<>(List.of(new Expr.Arg(null, expr(value))));
                all.addAll(args(args));
                yield call(expr, template(function), all, at);
            }
            default -> super.expr(expr);
        };
    }

    /** The template that an expression names; null if none. A local name hides it. */
    private Template template(Expr function) {
        return function instanceof Expr.Variable(String name, Span _) && !hidden.contains(name) ? templates.get(name) : null;
    }

    private Expr call(Expr original, Template template, List<Expr.Arg> args, Span at) {
        if (session.isExhausted()) return original;
        TemplateUse use = new TemplateUse(session, template, file, at, null);
        session.enterExpansion();
        try {
            session.checkDepth(template.name());
            Expr result = new Instantiation(use).call(args);
            definitions.addAll(use.definitions());
            session.add(new ExpansionSite(file, at, "template '" + template.name() + "'", template));
            return expr(result);
        } catch (ExpansionException e) {
            session.failed(use, e);
            return original;
        } finally {
            session.leaveExpansion();
        }
    }
}
