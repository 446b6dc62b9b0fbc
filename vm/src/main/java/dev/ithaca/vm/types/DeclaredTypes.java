package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the types of a program, their constructors and fields stand in the text. */
final class DeclaredTypes {
    private final Map<String, Place> places = new HashMap<>();

    /** @param doc of the type, or null */
    record Place(SourceFile file, Span name, String doc) {}

    DeclaredTypes(List<Checker.Unit> units) {
        for (Checker.Unit unit : units) add(unit.modulePath(), unit.tree().file(), unit.tree().items());
    }

    private void add(String module, SourceFile file, List<Item> items) {
        for (Item item : items) {
            if (item instanceof Item.InlineModule m) {
                add(module.isEmpty() ? m.name().text() : module + "." + m.name().text(), file, m.items());
            } else if (item instanceof Item.TypeDef type) {
                add(module, file, type);
            }
        }
    }

    private void add(String module, SourceFile file, Item.TypeDef type) {
        String path = key(module, type.name().text());
        put(path, file, type.name(), type.doc());
        switch (type.body()) {
            case Item.TypeBody.Record body -> addFields(path + "." + type.name().text(), file, body.fields());
            case Item.TypeBody.Variants body -> body.variants().forEach(variant -> {
                put(path + "." + variant.name().text(), file, variant.name(), type.doc());
                addFields(path + "." + variant.name().text(), file, variant.named());
            });
            case Item.TypeBody.Alias _, Item.TypeBody.Empty _ -> { }
        }
    }

    private void addFields(String path, SourceFile file, List<Item.Field> fields) {
        fields.forEach(field -> put(path + "." + field.name().text(), file, field.name(), null));
    }

    private void put(String path, SourceFile file, Name name, String doc) { places.putIfAbsent(path, new Place(file, name.span(), doc)); }

    private static String key(String module, String type) { return module + ":" + type; }

    /** Null for types without text. */
    Place type(TypeSymbol type) { return places.get(key(type.module(), type.name())); }

    Place constructor(ConstructorSymbol constructor) {
        Place own = places.get(key(constructor.owner().module(), constructor.owner().name()) + "." + constructor.name());
        return own != null ? own : type(constructor.owner());
    }

    Place field(ConstructorSymbol constructor, String field) {
        return places.get(key(constructor.owner().module(), constructor.owner().name()) + "." + constructor.name() + "." + field);
    }
}
