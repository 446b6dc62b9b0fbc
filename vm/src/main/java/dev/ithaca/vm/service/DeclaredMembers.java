package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Pattern;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that are declared inside other declarations: fields, parameters and the methods of traits. */
final class DeclaredMembers {
    /** A method is declared by its trait and by every implementation: one name in many places. */
    private final Map<Site, Set<Site>> families = new HashMap<>();
    private final Map<String, Set<Site>> methods = new HashMap<>();
    /** By what may stand before the bracket: constructors, types and functions. */
    private final Map<Site, Map<String, Site>> labels = new HashMap<>();

    DeclaredMembers(List<ModuleTree> trees) {
        for (ModuleTree tree : trees) add(tree.file().name(), tree.items());
    }

    private void add(String file, List<Item> items) {
        for (Item item : items) {
            switch (item) {
                case Item.InlineModule m -> add(file, m.items());
                case Item.Function f -> parameters(file, f);
                case Item.TraitDef t -> t.methods().forEach(m -> method(t.name().text(), file, m.name()));
                case Item.TraitImpl i -> i.methods().forEach(m -> {
                    method(i.trait().text(), file, m.name());
                    parameters(file, m);
                });
                case Item.TypeDef t -> type(file, t);
                default -> { }
            }
        }
    }

    private void parameters(String file, Item.Function f) {
        Map<String, Site> own = labels.computeIfAbsent(site(file, f.name()), _ -> new HashMap<>());
        for (Item.Param param : f.params()) if (param.pattern() instanceof Pattern.Variable v) own.putIfAbsent(v.name(), new Site(file, v.span().start()));
    }

    private void method(String trait, String file, Name name) {
        Set<Site> family = methods.computeIfAbsent(trait + "." + name.text(), _ -> new LinkedHashSet<>());
        family.add(site(file, name));
        families.put(site(file, name), family);
    }

    private void type(String file, Item.TypeDef type) {
        switch (type.body()) {
            case Item.TypeBody.Record record -> fields(file, type.name(), record.fields());
            case Item.TypeBody.Variants variants -> variants.variants().forEach(v -> fields(file, v.name(), v.named()));
            case Item.TypeBody.Alias _, Item.TypeBody.Empty _ -> { }
        }
    }

    private void fields(String file, Name owner, List<Item.Field> fields) {
        for (Item.Field field : fields) {
            Site site = site(file, field.name());
            families.put(site, Set.of(site));
            labels.computeIfAbsent(site(file, owner), _ -> new HashMap<>()).put(field.name().text(), site);
        }
    }

    private static Site site(String file, Name name) { return new Site(file, name.span().start()); }

    /** Whether a member is declared at exactly this place. */
    boolean isDeclared(Site site) { return families.containsKey(site); }

    /** All places that declare what is declared at one of them. */
    Set<Site> family(Site site) { return families.getOrDefault(site, Set.of(site)); }

    /** What a label in brackets behind a constructor or function means; null if unknown. */
    Site label(Site owner, String name) { return labels.getOrDefault(owner, Map.of()).get(name); }
}
