package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.List;

/** Reports functions and constructors with more parts than a call of the machine can pass. */
final class SizeLimits {
    /** Each may need two of the 255 argument slots of a JVM method. */
    private static final int MOST = 120;

    private final SourceFile file;
    private final Findings findings;

    SizeLimits(SourceFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static void check(ModuleTree tree, Findings findings) { new SizeLimits(tree.file(), findings).all(tree.items()); }

    private void all(List<Item> items) {
        for (Item item : items) {
            switch (item) {
                case Item.Function f -> limit("Function", f.name(), f.params().size(), "parameters");
                case Item.InlineModule m -> all(m.items());
                case Item.TraitImpl i -> i.methods().forEach(m -> limit("Function", m.name(), m.params().size(), "parameters"));
                case Item.TypeDef t -> type(t);
                default -> { }
            }
        }
    }

    private void type(Item.TypeDef t) {
        switch (t.body()) {
            case Item.TypeBody.Record r -> limit("Type", t.name(), r.fields().size(), "fields");
            case Item.TypeBody.Variants v -> v.variants().forEach(c ->
                    limit("Constructor", c.name(), c.positional().size() + c.named().size(), "fields"));
            case null, default -> { }
        }
    }

    private void limit(String kind, Name name, int count, String parts) {
        if (count <= MOST) return;
        findings.add(Diagnostic.error(Diagnostic.Phase.COMPILE, "N13", file, name.span(), kind + " '" + name.text()
                + "' has too many " + parts + " (" + count + ", at most " + MOST + "). Consider passing a list or a record."));
    }
}
