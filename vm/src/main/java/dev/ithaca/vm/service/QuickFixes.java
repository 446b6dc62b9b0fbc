package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import dev.ithaca.vm.types.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds ways to mend what the checker found wrong at a place; codes are the rows of chapter 2, section 15.5. */
final class QuickFixes {
    private final Snapshot snapshot;
    private final String file;
    private final Places places;

    QuickFixes(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.file = snapshot.file().name();
        this.places = new Places(snapshot.file());
    }

    /** For everything wrong that touches a range of the text in front. */
    List<QuickFix> at(int start, int end) {
        List<QuickFix> fixes = new ArrayList<>();
        for (Diagnostic d : snapshot.exploration().diagnostics()) {
            if (d.file() != null && d.file().name().equals(file) && d.span().start() <= end && start <= d.span().end()) {
                add(d, fixes);
            }
        }
        return fixes.stream().distinct().toList();
    }

    private void add(Diagnostic d, List<QuickFix> fixes) {
        switch (d.code()) {
            case "N1", "N2", "N3", "N4", "N5", "T19", "T23" -> {
                imports(d, fixes);
                otherNames(d, fixes);
            }
            case "N6", "N7", "N9" -> makePublic(d, fixes);
            case "N8" -> d.remedies().forEach(use -> fixes.add(new QuickFix("Add missing import: " + use, List.of(ImportInsertion.line(snapshot.tree(), use)))));
            case "B1" -> declareVariable(d, fixes);
            case "T26" -> addArms(d, fixes);
            case "TR1" -> addMethods(d, fixes);
            default -> { }
        }
    }

    private void imports(Diagnostic d, List<QuickFix> fixes) {
        Token name = places.lastName(d.span());
        if (name == null) return;
        for (Map.Entry<String, List<Symbol>> module : snapshot.exploration().unimported(file).entrySet()) {
            if (module.getValue().stream().noneMatch(symbol -> symbol.name().equals(name.text()))) continue;
            fixes.add(new QuickFix("Add missing import: use " + module.getKey() + ".{" + name.text() + "}",
                    List.of(ImportInsertion.of(snapshot.tree(), module.getKey(), name.text()))));
        }
    }

    private void otherNames(Diagnostic d, List<QuickFix> fixes) {
        Token name = places.lastName(d.span());
        if (name == null) return;
        for (String other : d.remedies()) fixes.add(new QuickFix("Change to " + other, List.of(new TextEdit(file, name.start(), name.end(), other))));
    }

    private void makePublic(Diagnostic d, List<QuickFix> fixes) {
        Token name = places.lastName(d.span());
        if (name == null) return;
        for (ModuleTree tree : snapshot.trees()) {
            List<TextEdit> edits = new ArrayList<>();
            privateStarts(tree.items(), name.text()).forEach(start -> edits.add(TextEdit.insert(tree.file().name(), start, "pub ")));
            if (!edits.isEmpty()) fixes.add(new QuickFix("Make " + name.text() + " public in " + tree.file().name(), edits));
        }
    }

    /** Where the private definitions of a name start. */
    private static List<Integer> privateStarts(List<Item> items, String name) {
        List<Integer> starts = new ArrayList<>();
        for (Item item : items) {
            boolean found = switch (item) {
                case Item.Function f -> !f.isPublic() && f.name().text().equals(name) && f.decorators().isEmpty();
                case Item.TypeDef t -> !t.isPublic() && t.decorators().isEmpty() && (t.name().text().equals(name) || t.body() instanceof Item.TypeBody.Variants v
                        && v.variants().stream().anyMatch(c -> c.name().text().equals(name)));
                case Item.TraitDef t -> !t.isPublic() && t.name().text().equals(name);
                case Item.Const c -> !c.isPublic() && c.name().text().equals(name);
                case Item.Mvar m -> !m.isPublic() && m.name().text().equals(name);
                case Item.Binding b -> !b.isPublic() && b.pattern() instanceof Pattern.Variable v && v.name().equals(name);
                default -> false;
            };
            if (found) starts.add(item.span().start());
            if (item instanceof Item.InlineModule m) starts.addAll(privateStarts(m.items(), name));
        }
        return starts;
    }

    private void declareVariable(Diagnostic d, List<QuickFix> fixes) {
        Token name = places.tokens().stream().filter(t -> t.kind() == TokenKind.LOWER && t.start() >= d.span().start() && t.end() <= d.span().end()).findFirst().orElse(null);
        if (name == null) return;
        int function = Declarations.all(snapshot.tree().items()).map(Item::span).filter(span -> span.start() <= name.start() && name.end() <= span.end())
                .mapToInt(Span::start).max().orElse(0);
        for (int i = 0; i < places.tokens().size(); i++) {
            Token token = places.tokens().get(i);
            if (token.start() < function || !token.text().equals(name.text()) || !places.isPlainBinding(i)) continue;
            if (token.start() < name.start()) fixes.add(new QuickFix("Declare " + name.text() + " with var", List.of(TextEdit.insert(file, token.start(), "var "))));
            return;
        }
    }

    private void addArms(Diagnostic d, List<QuickFix> fixes) {
        int close = closingBrace(d);
        if (close < 0 || d.remedies().isEmpty()) return;
        String text = snapshot.file().text();
        int end = close;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) end--;
        boolean ownLine = text.substring(end, close).contains("\n");
        String separator = ownLine ? "\n" + indentation(text, end - 1) : ", ";
        StringBuilder arms = new StringBuilder();
        for (String pattern : d.remedies()) arms.append(separator).append(pattern).append(" -> panic(\"not written yet\")");
        boolean comma = !ownLine && text.charAt(end - 1) == ',';
        fixes.add(new QuickFix(d.remedies().size() == 1 ? "Add the missing arm " + d.remedies().getFirst() : "Add the missing arms",
                List.of(TextEdit.insert(file, end, comma ? arms.substring(1) : arms.toString()))));
    }

    /** Of the {@code match} whose arms, or whose subject, were reported; -1 where something else was. */
    private int closingBrace(Diagnostic d) {
        if (d.isError()) return d.span().end() - 1;
        Token next = places.tokens().stream().filter(t -> t.start() >= d.span().end() && t.kind() != TokenKind.NEWLINE).findFirst().orElse(null);
        return next == null || next.kind() != TokenKind.LEFT_BRACE ? -1 : places.closingBrace(next.end());
    }

    private void addMethods(Diagnostic d, List<QuickFix> fixes) {
        Item.TraitImpl implementation = implementation(snapshot.tree().items(), d.span());
        Item.TraitDef trait = implementation == null ? null : trait(implementation.trait().text());
        if (trait == null) return;
        List<Item.TraitMethod> missing = trait.methods().stream().filter(m -> m.defaultBody() == null
                && implementation.methods().stream().noneMatch(own -> own.name().text().equals(m.name().text()))).toList();
        Span span = implementation.span();
        Token end = places.tokens().stream().filter(t -> t.kind() == TokenKind.END && t.end() == span.end()).findFirst().orElse(null);
        if (end == null || missing.isEmpty()) return;
        String text = snapshot.file().text();
        int before = end.start();
        while (before > 0 && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) before--;
        String indent = indentation(text, span.start());
        StringBuilder methods = new StringBuilder(text.charAt(before - 1) == '\n' ? "" : "\n");
        for (Item.TraitMethod method : missing) methods.append(indent).append("  ").append(head(method)).append(" = panic(\"not written yet\")\n");
        methods.append(indent);
        fixes.add(new QuickFix(missing.size() == 1 ? "Add the method " + missing.getFirst().name().text() : "Add the missing methods",
                List.of(new TextEdit(file, before, end.start(), methods.toString()))));
    }

    private static Item.TraitImpl implementation(List<Item> items, Span traitName) {
        for (Item item : items) {
            if (item instanceof Item.TraitImpl i && i.trait().span().equals(traitName)) return i;
            Item.TraitImpl inner = item instanceof Item.InlineModule m ? implementation(m.items(), traitName) : null;
            if (inner != null) return inner;
        }
        return null;
    }

    private Item.TraitDef trait(String name) {
        return snapshot.trees().stream().flatMap(tree -> Declarations.all(tree.items())).filter(Item.TraitDef.class::isInstance).map(Item.TraitDef.class::cast)
                .filter(t -> t.name().text().equals(name)).findFirst().orElse(null);
    }

    /** A method as an implementation starts it: the names of the parameters only. */
    private static String head(Item.TraitMethod method) {
        List<String> names = new ArrayList<>();
        for (Item.Param param : method.params()) names.add(param.pattern() instanceof Pattern.Variable v ? v.name() : "_");
        return method.name().text() + "(" + String.join(", ", names) + ")";
    }

    /** The blanks at the start of the line of an offset. */
    private static String indentation(String text, int offset) {
        int start = text.lastIndexOf('\n', Math.max(0, offset)) + 1;
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) end++;
        return text.substring(start, end);
    }
}
