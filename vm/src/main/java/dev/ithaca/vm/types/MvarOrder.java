package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which module variables get their first values (chapter 4, section 5.2): literals, then imported modules
 * before those that import them, in each module as they are declared.
 */
final class MvarOrder {
    private final ProgramTables tables;

    MvarOrder(ProgramTables tables) { this.tables = tables; }

    List<ModuleScope.MvarDeclaration> all() {
        List<ModuleScope.MvarDeclaration> literals = new ArrayList<>();
        List<ModuleScope.MvarDeclaration> computed = new ArrayList<>();
        for (ModuleScope module : importedFirst()) {
            for (ModuleScope.MvarDeclaration m : module.mvars().values()) (m.hasLiteral() ? literals : computed).add(m);
        }
        literals.addAll(computed);
        return literals;
    }

    private Set<ModuleScope> importedFirst() {
        Set<ModuleScope> order = new LinkedHashSet<>();
        Set<ModuleScope> entered = new LinkedHashSet<>();
        for (ModuleScope module : tables.modules().values()) visit(module, entered, order);
        return order;
    }

    private static void visit(ModuleScope module, Set<ModuleScope> entered, Set<ModuleScope> order) {
        if (!entered.add(module)) return;
        for (ModuleScope imported : module.used()) visit(imported, entered, order);
        order.add(module);
    }
}
