package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Set;

/**
 * The special form {@code Html(expression)}: inside it, calls of tag functions and constructors mean those of
 * {@code stdlib.html}, imported or not; the bodies of lambdas keep their ordinary scope (chapter 3, section 15.4).
 */
final class HtmlForms extends TreeRewriter {
    private static final String FORM = "Html";
    private static final String MODULE = "html";
    private static final Set<String> FUNCTIONS = Set.of("text", "raw", "el", "empty", "render", "div", "span", "p", "h1", "h2", "h3",
            "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "form", "nav", "header", "footer",
            "section", "article", "aside", "headEl", "body", "button", "label", "title", "strong", "em", "code", "pre", "small",
            "br", "hr", "img", "input", "meta", "linkTag", "a");
    private static final Set<String> CONSTRUCTORS = Set.of("Element", "Text", "Raw", "Empty");

    private final TreeRewriter inside = new Inside();

    /** The modules with their forms replaced; those without any are given back as they are. */
    static List<ModuleTree> rewrite(List<ModuleTree> modules) {
        boolean ownMeaning = modules.stream().anyMatch(module -> declaresForm(module.items()));
        return ownMeaning ? modules : modules.stream().map(HtmlForms::rewrite).toList();
    }

    private static ModuleTree rewrite(ModuleTree module) {
        if (!module.file().text().contains(FORM + "(")) return module;
        HtmlForms forms = new HtmlForms();
        return new ModuleTree(module.file(), module.items().stream().map(forms::item).toList());
    }

    private static boolean declaresForm(List<Item> items) {
        return items.stream().anyMatch(item -> switch (item) {
            case Item.TypeDef type -> type.name().text().equals(FORM);
            case Item.InlineModule inline -> declaresForm(inline.items());
            default -> false;
        });
    }

    private static boolean isForm(Expr expr) {
        return expr instanceof Expr.Construct c && c.qualifier() == null && c.name().text().equals(FORM) && c.args().size() == 1
                && c.args().getFirst().label() == null;
    }

    @Override Expr expr(Expr expr) {
        return isForm(expr) ? inside.expr(((Expr.Construct) expr).args().getFirst().value()) : super.expr(expr);
    }

    /** The argument of a form. */
    private final class Inside extends TreeRewriter {
        @Override Expr expr(Expr expr) {
            return switch (expr) {
                case Expr.Lambda lambda -> HtmlForms.super.expr(lambda);
                case Expr.Call(Expr.Variable v, var types, var args, Span at) when FUNCTIONS.contains(v.name()) ->
                        new Expr.MethodCall(module(v.span()), new Name(v.name(), v.span()), types(types), args(args), at);
                case Expr.Construct c when c.qualifier() == null && CONSTRUCTORS.contains(c.name().text()) ->
                        new Expr.Construct(module(c.name().span()), c.name(), args(c.args()), c.span());
                case Expr.UpperName u when CONSTRUCTORS.contains(u.name().text()) -> new Expr.Field(module(u.span()), u.name(), u.span());
                default -> isForm(expr) ? HtmlForms.this.expr(expr) : super.expr(expr);
            };
        }
    }

    private static Expr module(Span at) { return new Expr.Field(new Expr.Variable("stdlib", at), new Name(MODULE, at), at); }
}
