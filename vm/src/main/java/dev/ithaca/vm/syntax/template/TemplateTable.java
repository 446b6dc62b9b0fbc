package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The templates of a program. Every module sees all of them; its own come first. */
final class TemplateTable {
    private final Map<String, Template> first = new HashMap<>();
    private final Map<SourceFile, Map<String, Template>> own = new HashMap<>();
    private final Set<String> functions = new HashSet<>();

    /** What one module sees. */
    record Scope(Map<String, Template> decorators, Map<String, Template> calls) {}

    TemplateTable(List<ModuleTree> modules, Findings findings) {
        for (ModuleTree module : modules) collect(module.file(), module.items(), findings);
    }

    private void collect(SourceFile file, List<Item> items, Findings findings) {
        for (Item item : items) {
            switch (item) {
                case Item.Template(Item.Function function, var _) -> {
                    Template template = new Template(function, file);
                    Template before = own.computeIfAbsent(file, _ -> new HashMap<>()).putIfAbsent(template.name(), template);
                    if (before != null) findings.repeated(file, template.nameSpan(), template.name());
                    first.putIfAbsent(template.name(), template);
                }
                case Item.Function function -> functions.add(function.name().text());
                case Item.InlineModule inline -> collect(file, inline.items(), findings);
                default -> { }
            }
        }
    }

    /** A function of the module hides a template of the same name in calls. */
    Scope scope(ModuleTree module) {
        Map<String, Template> decorators = new HashMap<>(first);
        decorators.putAll(own.getOrDefault(module.file(), Map.of()));
        addAliases(module.items(), decorators);
        Map<String, Template> calls = new HashMap<>(decorators);
        for (Item item : module.items()) {
            if (item instanceof Item.Function function) calls.remove(function.name().text());
        }
        return new Scope(decorators, calls);
    }

    private void addAliases(List<Item> items, Map<String, Template> visible) {
        for (Item item : items) {
            if (!(item instanceof Item.Use use) || use.names() == null) continue;
            for (Item.UseName name : use.names()) {
                if (name.alias() != null && isTemplateOnly(name)) visible.put(name.alias().text(), first.get(name.name().text()));
            }
        }
    }

    /** Templates need no import, and later phases do not know them: their names leave the import lists. */
    Item.Use withoutTemplates(Item.Use use) {
        if (use.names() == null || use.names().stream().noneMatch(this::isTemplateOnly)) return use;
        return new Item.Use(use.path(), use.names().stream().filter(name -> !isTemplateOnly(name)).toList(), use.span());
    }

    private boolean isTemplateOnly(Item.UseName name) {
        return first.containsKey(name.name().text()) && !functions.contains(name.name().text());
    }
}
