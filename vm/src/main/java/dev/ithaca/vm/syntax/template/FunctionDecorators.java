package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies decorators to clauses of functions: the code of the template becomes the body. */
final class FunctionDecorators extends Decorators<Item.Function> {
    FunctionDecorators(Session session, Map<String, Template> templates, SourceFile file) { super(session, templates, file); }

    /** The clause with all of the decorators applied; helper functions go to {@code produced}. */
    Item.Function apply(Item.Function clause, List<Item.Decorator> decorators, List<Item> produced) {
        return applyAll(with(clause, named(clause.params()), clause.body()), decorators, produced);
    }

    @Override Item.Function apply(Item.Function clause, Item.Decorator decorator, Instantiation instantiation, Template template, List<Item> produced) {
        MetaValue.Code code = instantiation.decorate(new MetaValue.FunctionTarget(clause), decorator, "function body");
        List<Item> definitions = new ArrayList<>(code.items());
        List<Stmt> body = withoutDefinitions(clause, code.statements(), definitions);
        if (body.isEmpty()) throw noBody(clause, decorator, definitions);
        produced.addAll(definitions);
        addSite(decorator, template, decorator.span());
        addSite(decorator, template, clause.span());
        Expr expr = body.size() == 1 && body.getFirst() instanceof Stmt.Expression(Expr value, Span _)
                ? value : new Expr.Block(body, decorator.span());
        return with(clause, clause.params(), expr);
    }

    /** Functions among the statements become functions of the module, unless they need names of the body. */
    private static List<Stmt> withoutDefinitions(Item.Function clause, List<Stmt> statements, List<Item> definitions) {
        Set<String> local = new HashSet<>(NameCollector.boundIn(clause.params()));
        List<Stmt> body = new ArrayList<>();
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Binding binding) local.addAll(NameCollector.boundIn(binding));
            if (statement instanceof Stmt.LocalFunction f && NameCollector.freeIn(f).stream().noneMatch(local::contains)) {
                definitions.add(new Item.Function(false, f.name(), List.of(), f.params(), null, f.returnType(), f.body(), List.of(),
                        null, f.span()));
            } else {
                if (statement instanceof Stmt.LocalFunction f) local.add(f.name().text());
                body.add(statement);
            }
        }
        return body;
    }

    private static ExpansionException noBody(Item.Function clause, Item.Decorator decorator, List<Item> definitions) {
        if (definitions.isEmpty()) {
            return new ExpansionException(TemplateError.EMPTY, "decorator @%s expanded to empty Items".formatted(decorator.name()));
        }
        boolean itself = definitions.stream().anyMatch(item -> item instanceof Item.Function f && f.name().text().equals(clause.name().text()));
        return itself
                ? new ExpansionException(TemplateError.DEFINITION_FOR_BODY, ("decorator @%s returned a function definition instead of an "
                        + "expression. The code of the template becomes the body of `%s`").formatted(decorator.name(), clause.name()))
                : new ExpansionException(TemplateError.NO_BODY,
                        "decorator @%s generates functions but doesn't provide a function body expression".formatted(decorator.name()));
    }

    /** Templates refer to parameters by name, so wildcards get one. */
    private static List<Item.Param> named(List<Item.Param> params) {
        List<Item.Param> named = new ArrayList<>();
        for (Item.Param param : params) {
            named.add(param.pattern() instanceof Pattern.Wildcard(Span at)
                    ? new Item.Param(new Pattern.Variable("_arg" + named.size(), at), param.type(), param.defaultValue()) : param);
        }
        return named;
    }

    private static Item.Function with(Item.Function f, List<Item.Param> params, Expr body) {
        return new Item.Function(f.isPublic(), f.name(), f.typeParams(), params, f.guard(), f.returnType(), body, List.of(), f.doc(), f.span());
    }
}
