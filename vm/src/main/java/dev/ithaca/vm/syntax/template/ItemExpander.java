package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.TreePrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Expands the items of one module. */
final class ItemExpander {
    private final Session session;
    private final TemplateTable table;
    private final FunctionDecorators functions;
    private final TypeDecorators types;
    private final CallExpander calls;

    ItemExpander(Session session, TemplateTable table, TemplateTable.Scope scope, SourceFile file) {
        this.session = session;
        this.table = table;
        this.functions = new FunctionDecorators(session, scope.decorators(), file);
        this.types = new TypeDecorators(session, scope.decorators(), file);
        this.calls = new CallExpander(session, scope.calls(), file);
    }

    List<Item> expand(List<Item> items) {
        List<Item> result = new ArrayList<>();
        Map<String, List<Item.Decorator>> firstClauses = new HashMap<>();
        List<Item> produced = new ArrayList<>();
        for (Item item : items) {
            switch (item) {
                case Item.Template _ -> { }
                case Item.Use use -> result.add(table.withoutTemplates(use));
                case Item.InlineModule(boolean isPublic, var name, List<Item> inner, var at) ->
                        result.add(new Item.InlineModule(isPublic, name, expand(inner), at));
                case Item.Function f -> {
                    List<Item.Decorator> decorators = decorators(f, firstClauses);
                    result.add(calls.expand(decorators.isEmpty() ? f : functions.apply(f, decorators, produced), produced));
                }
                case Item.TypeDef type when !type.decorators().isEmpty() -> result.add(types.apply(type, produced));
                default -> result.add(calls.expand(item, produced));
            }
        }
        if (!produced.isEmpty()) result.addAll(expandProduced(distinct(produced)));
        return result;
    }

    /** The decorators of the first clause hold for the clauses without any of their own that follow it. */
    private static List<Item.Decorator> decorators(Item.Function clause, Map<String, List<Item.Decorator>> firstClauses) {
        String key = clause.name() + "/" + clause.params().size();
        List<Item.Decorator> first = firstClauses.putIfAbsent(key, clause.decorators());
        return first == null || !clause.decorators().isEmpty() ? clause.decorators() : first;
    }

    /** What a template defines may use templates in turn. */
    private List<Item> expandProduced(List<Item> produced) {
        session.enterExpansion();
        try {
            return expand(produced);
        } finally {
            session.leaveExpansion();
        }
    }

    /** A decorator that holds for several clauses makes its helper functions only once. */
    private static List<Item> distinct(List<Item> items) {
        Set<String> seen = new HashSet<>();
        return items.stream().filter(item -> seen.add(TreePrinter.print(item))).toList();
    }
}
