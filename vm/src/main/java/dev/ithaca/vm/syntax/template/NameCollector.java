package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the lower-case names in a tree: those it binds somewhere, and those it mentions. */
final class NameCollector extends TreeRewriter {
    private final Set<String> bound = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();

    static Set<String> boundIn(Item item) {
        NameCollector names = new NameCollector();
        names.item(item);
        return names.bound;
    }

    static Set<String> boundIn(List<Item.Param> params) {
        NameCollector names = new NameCollector();
        names.params(params);
        return names.bound;
    }

    static Set<String> boundIn(Stmt.Binding binding) {
        NameCollector names = new NameCollector();
        names.pattern(binding.pattern());
        return names.bound;
    }

    /** Names in a local function that it does not bind itself. */
    static Set<String> freeIn(Stmt.LocalFunction function) {
        NameCollector names = new NameCollector();
        names.statements(List.of(function));
        names.mentioned.removeAll(names.bound);
        return names.mentioned;
    }

    @Override Expr expr(Expr expr) {
        if (expr instanceof Expr.Variable(String name, Span _)) mentioned.add(name);
        if (expr instanceof Expr.For loop) bound.add(loop.variable().text());
        return super.expr(expr);
    }

    @Override Pattern pattern(Pattern pattern) {
        if (pattern instanceof Pattern.Variable(String name, Span _)) bound.add(name);
        if (pattern instanceof Pattern.Pin(String name, Span _)) mentioned.add(name);
        return super.pattern(pattern);
    }

    @Override void statement(Stmt statement, List<Stmt> result) {
        if (statement instanceof Stmt.LocalFunction function) bound.add(function.name().text());
        super.statement(statement, result);
    }
}
