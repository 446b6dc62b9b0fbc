package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import java.util.List;

/** A trait declared in a program or the library. */
record TraitSymbol(ModuleScope module, Item.TraitDef declaration) {
    /** Traits that exist without a declaration; programs may implement or declare them again. */
    static final List<String> BUILTIN = List.of("Eq", "Ord", "Num", "Show", "Hash", "Copy", "Concat");

    String name() { return declaration.name().text(); }

    boolean isPublic() { return declaration.isPublic(); }

    Item.TraitMethod method(String name) {
        for (Item.TraitMethod m : declaration.methods()) if (m.name().text().equals(name)) return m;
        return null;
    }

    List<String> methodNames() { return declaration.methods().stream().map(m -> m.name().text()).toList(); }

    List<Name> supertraits() { return declaration.supertraits(); }
}
