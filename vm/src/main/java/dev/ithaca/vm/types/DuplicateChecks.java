package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Warns of definitions that do not count, since another one has their name or they bind none. */
final class DuplicateChecks {
    private final NameReport names;
    private final ModuleScope scope;
    private final Set<String> types = new HashSet<>();
    private final Set<String> traits = new HashSet<>();
    private final Set<String> values = new HashSet<>();

    DuplicateChecks(NameReport names, ModuleScope scope) {
        this.names = names;
        this.scope = scope;
    }

    void check(List<Item> items) {
        for (Item item : items) {
            switch (item) {
                case Item.TypeDef type -> {
                    once(types, type.name(), "type", "the first definition counts");
                    parts(type);
                }
                case Item.TraitDef trait -> once(traits, trait.name(), "trait", "the first definition counts");
                case Item.Const constant -> once(values, constant.name(), "value", "the last definition counts");
                case Item.Binding binding -> binding(binding);
                default -> { }
            }
        }
    }

    private void binding(Item.Binding binding) {
        if (binding.pattern() instanceof Pattern.Variable v) {
            once(values, new Name(v.name(), v.span()), "value", "the last definition counts");
        } else if (!(binding.pattern() instanceof Pattern.Wildcard)) {
            names.withoutEffect(new Place(scope.file(), binding.pattern().span()));
        }
    }

    private void parts(Item.TypeDef type) {
        switch (type.body()) {
            case Item.TypeBody.Record record -> fields(record.fields());
            case Item.TypeBody.Variants variants -> {
                Set<String> constructors = new HashSet<>();
                for (Item.Variant variant : variants.variants()) {
                    once(constructors, variant.name(), "constructor", "the first one counts");
                    fields(variant.named());
                }
            }
            case Item.TypeBody.Alias _, Item.TypeBody.Empty _ -> { }
        }
    }

    private void fields(List<Item.Field> fields) {
        Set<String> seen = new HashSet<>();
        for (Item.Field field : fields) once(seen, field.name(), "field", "the first one counts");
    }

    private void once(Set<String> seen, Name name, String kind, String which) {
        if (!seen.add(name.text())) names.definedTwice(new Place(scope.file(), name.span()), kind, name.text(), which);
    }
}
