package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces the forms {@code Html(expression)} and {@code RHtml(expression)}: inside them, calls of tag functions and
 * constructors mean those of the form's module, imported or not; the bodies of lambdas keep their ordinary scope.
 */
final class HtmlForms extends TreeRewriter {
    private final Map<HtmlForm, TreeRewriter> inside = new EnumMap<>(HtmlForm.class);

    private HtmlForms(List<HtmlForm> forms) { forms.forEach(form -> inside.put(form, new Inside(form))); }

    /** The modules with their forms replaced; those without any are given back as they are. */
    static List<ModuleTree> rewrite(List<ModuleTree> modules) {
        List<HtmlForm> forms = Arrays.stream(HtmlForm.values())
                .filter(form -> modules.stream().noneMatch(module -> declares(module.items(), form.keyword()))).toList();
        return modules.stream().map(module -> rewrite(module, forms)).toList();
    }

    private static ModuleTree rewrite(ModuleTree module, List<HtmlForm> forms) {
        if (forms.stream().noneMatch(form -> module.file().text().contains(form.keyword() + "("))) return module;
        HtmlForms rewriter = new HtmlForms(forms);
        return new ModuleTree(module.file(), module.items().stream().map(rewriter::item).toList());
    }

    private static boolean declares(List<Item> items, String type) {
        return items.stream().anyMatch(item -> switch (item) {
            case Item.TypeDef declared -> declared.name().text().equals(type);
            case Item.InlineModule inline -> declares(inline.items(), type);
            default -> false;
        });
    }

    /** The form an expression is, or null. */
    private HtmlForm form(Expr expr) {
        if (!(expr instanceof Expr.Construct c) || c.qualifier() != null || c.args().size() != 1 || c.args().getFirst().label() != null) return null;
        return inside.keySet().stream().filter(form -> form.keyword().equals(c.name().text())).findFirst().orElse(null);
    }

    @Override Expr expr(Expr expr) {
        HtmlForm form = form(expr);
        if (form == null) return super.expr(expr);
        return form.wrap(inside.get(form).expr(((Expr.Construct) expr).args().getFirst().value()), expr.span());
    }

    /** The argument of a form. */
    private final class Inside extends TreeRewriter {
        private final HtmlForm form;

        Inside(HtmlForm form) { this.form = form; }

        @Override Expr expr(Expr expr) {
            return switch (expr) {
                case Expr.Lambda lambda -> HtmlForms.super.expr(lambda);
                case Expr.Call(Expr.Variable v, var types, var args, var at) when form.redirects(v.name()) ->
                        new Expr.MethodCall(form.module(v.span()), new Name(v.name(), v.span()), types(types), args(args), at);
                case Expr.Construct c when c.qualifier() == null && form.redirectsConstructor(c.name().text()) ->
                        new Expr.Construct(form.module(c.name().span()), c.name(), args(c.args()), c.span());
                case Expr.UpperName u when form.redirectsConstructor(u.name().text()) -> new Expr.Field(form.module(u.span()), u.name(), u.span());
                default -> form(expr) != null ? HtmlForms.this.expr(expr) : super.expr(expr);
            };
        }
    }
}
