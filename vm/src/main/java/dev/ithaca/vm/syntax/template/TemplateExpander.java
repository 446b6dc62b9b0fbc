package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.DeepRecursion;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import java.util.List;

/**
 * Replaces every use of templates by the code it stands for. Works on trees before names and types mean anything; always
 * ends, as all of compile-time evaluation is bounded.
 */
public final class TemplateExpander {
    private TemplateExpander() {}

    /** @param modules all modules of a program; given back as they are if the program has neither templates nor {@code Html} forms */
    public static Expansion expand(List<ModuleTree> modules) {
        if (modules.stream().noneMatch(module -> usesTemplates(module.items()))) return new Expansion(HtmlForms.rewrite(modules), List.of(), List.of());
        return DeepRecursion.call("nostos-templates", () -> expandAll(modules));
    }

    private static Expansion expandAll(List<ModuleTree> modules) {
        Session session = new Session();
        TemplateTable table = new TemplateTable(modules, session.findings());
        List<ModuleTree> expanded = modules.stream().map(module -> new ModuleTree(module.file(),
                new ItemExpander(session, table, table.scope(module), module.file()).expand(module.items()))).toList();
        return new Expansion(HtmlForms.rewrite(expanded), session.findings().diagnostics(), session.sites());
    }

    private static boolean usesTemplates(List<Item> items) {
        return items.stream().anyMatch(item -> switch (item) {
            case Item.Template _ -> true;
            case Item.Function function -> !function.decorators().isEmpty();
            case Item.TypeDef type -> !type.decorators().isEmpty();
            case Item.InlineModule inline -> usesTemplates(inline.items());
            default -> false;
        });
    }
}
