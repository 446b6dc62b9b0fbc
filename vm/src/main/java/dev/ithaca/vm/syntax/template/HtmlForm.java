package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.util.List;
import java.util.Set;

/** A special form whose argument is read in the light of a library module (chapter 3, sections 15.4 and 20). */
enum HtmlForm {
    /** {@code Html(e)} is the tree itself. */
    HTML("Html", "html", Set.of(), Set.of()),
    /** {@code RHtml(e)} is the tree with what its making read. */
    REACTIVE("RHtml", "rhtml", Set.of("component", "html"), Set.of("Component")) {
        @Override Expr wrap(Expr tree, Span at) {
            Expr recorded = new Expr.Try(call("recorded", List.of(new Expr.Arg(null, tree)), at), false, List.of(),
                    call("leaveRecording", List.of(), at), at);
            return new Expr.Block(List.of(new Stmt.Expression(call("enterRecording", List.of(), at), at), new Stmt.Expression(recorded, at)), at);
        }
    };

    private static final Set<String> TAGS = Set.of("text", "raw", "el", "empty", "render", "div", "span", "p", "h1", "h2", "h3",
            "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "form", "nav", "header", "footer",
            "section", "article", "aside", "headEl", "body", "button", "label", "title", "strong", "em", "code", "pre", "small",
            "br", "hr", "img", "input", "meta", "linkTag", "a");
    private static final Set<String> NODES = Set.of("Element", "Text", "Raw", "Empty");

    private final String keyword;
    private final String module;
    private final Set<String> functions;
    private final Set<String> constructors;

    HtmlForm(String keyword, String module, Set<String> moreFunctions, Set<String> moreConstructors) {
        this.keyword = keyword;
        this.module = module;
        this.functions = moreFunctions;
        this.constructors = moreConstructors;
    }

    /** The name the form is written with. */
    String keyword() { return keyword; }

    /** Whether calls of this name mean the module's function. */
    boolean redirects(String function) { return TAGS.contains(function) || functions.contains(function); }

    boolean redirectsConstructor(String name) { return NODES.contains(name) || constructors.contains(name); }

    /** What the form yields for its argument, with the names in it redirected already. */
    Expr wrap(Expr tree, Span at) { return tree; }

    /** The module's path as an expression. */
    Expr module(Span at) { return new Expr.Field(new Expr.Variable("stdlib", at), new Name(module, at), at); }

    Expr call(String function, List<Expr.Arg> args, Span at) {
        return new Expr.MethodCall(module(at), new Name(function, at), List.of(), args, at);
    }
}
