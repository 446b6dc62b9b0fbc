package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code use} items: what they bring in, and what is wrong with them (chapter 2, section 12). */
final class Imports {
    private final ProgramTables tables;
    private final NameReport names;
    private final List<Explicit> explicit = new ArrayList<>();

    private record Explicit(ModuleScope scope, ModuleScope from, Item.UseName use) {}

    Imports(ProgramTables tables, NameReport names) {
        this.tables = tables;
        this.names = names;
    }

    void resolve(ModuleScope scope, List<Item> items) {
        for (Item item : items) if (item instanceof Item.Use use) resolve(scope, use);
    }

    private void resolve(ModuleScope scope, Item.Use use) {
        String path = use.path().stream().map(Name::text).collect(Collectors.joining("."));
        ModuleScope from = tables.modules().get(path);
        if (from == null) from = new NameLookup(scope).module(path);
        ModuleScope whole = wholeModule(path, use);
        if (from == null && whole != null) {
            scope.used().add(whole);
            return;
        }
        if (from == null) {
            Span span = use.path().isEmpty() ? use.span() : use.path().getFirst().span().to(use.path().getLast().span());
            names.unknownModule(new Place(scope.file(), span), path);
            if (use.names() == null) scope.importFailed(null);
            else for (Item.UseName name : use.names()) scope.importFailed(visible(name));
            return;
        }
        scope.used().add(from);
        if (use.names() == null) {
            for (String name : from.names()) {
                if (from.exports(name)) add(scope, name, from, name, use.span());
            }
            return;
        }
        for (Item.UseName name : use.names()) {
            String visible = visible(name);
            ModuleScope nested = tables.modules().get(path + "." + name.name().text());
            if (nested != null) scope.used().add(nested);
            else explicit.add(new Explicit(scope, from, name));
            add(scope, visible, from, name.name().text(), name.name().span());
        }
    }

    private static String visible(Item.UseName name) { return (name.alias() != null ? name.alias() : name.name()).text(); }

    /** The module that {@code use path.name} names where the path alone names none. */
    private ModuleScope wholeModule(String path, Item.Use use) {
        boolean single = use.names() != null && use.names().size() == 1;
        return single ? tables.modules().get(path + "." + use.names().getFirst().name().text()) : null;
    }

    private void add(ModuleScope scope, String visible, ModuleScope from, String name, Span span) {
        ModuleScope.Imported earlier = scope.imports().putIfAbsent(visible, new ModuleScope.Imported(from, name));
        if (earlier != null && earlier.from() != from && !scope.declares(visible)) {
            names.importConflict(new Place(scope.file(), span), visible, earlier.from().path(), from.path());
        }
    }

    /** Checks the names that were imported one by one, once every module's names are known. */
    void verify() {
        for (Explicit e : explicit) {
            String name = e.use().name().text();
            Place place = new Place(e.scope().file(), e.use().name().span());
            boolean traitMethod = e.from().traits().values().stream().anyMatch(t -> t.method(name) != null);
            if (!e.from().declares(name) && !traitMethod) {
                names.notInModule(place, name, e.from().path());
                e.scope().importFailed(visible(e.use()));
            } else if (e.from().declares(name) && !e.from().exports(name) && !e.from().isLibrary()
                    && !e.scope().seesPrivateOf(e.from())) {
                names.privateImport(place, name, e.from().path());
            }
        }
    }
}
