package dev.ithaca.vm.service;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TokenKind;
import dev.ithaca.vm.types.Symbol;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Renames what a name stands for, everywhere in a program. Refuses where the new name is taken, and tries the result before
 * offering it: it may have no new mistakes, and no other name may change its meaning.
 */
final class Renamer {
    private final Workspace workspace;
    private final ProgramSource program;
    private final Snapshot before;
    private final References references;

    Renamer(Workspace workspace, ProgramSource program, Snapshot before) {
        this.workspace = workspace;
        this.program = program;
        this.before = before;
        references = new References(before);
    }

    Renaming rename(String file, Span name, String newName) {
        String oldName = before.file().text().substring(name.start(), name.end());
        String refusal = spelling(oldName, newName);
        if (refusal == null) refusal = unparsed();
        if (refusal != null) return Renaming.refused(oldName, newName, refusal);
        Set<Site> target = references.meaning(file, name);
        if (target.isEmpty()) return Renaming.refused(oldName, newName, "It is not known what " + oldName + " means here.");
        if (!target.stream().allMatch(Site::isInText)) {
            return Renaming.refused(oldName, newName, oldName + " belongs to the language or its library and keeps its name.");
        }
        List<Renaming.Change> changes = references.of(target, oldName).stream().filter(o -> spelled(o).equals(oldName))
                .map(o -> new Renaming.Change(o, replacement(o, target, oldName, newName))).toList();
        for (Occurrence change : changes.stream().map(Renaming.Change::place).toList()) {
            Optional<Symbol> taken = before.exploration().visible(change.file(), change.start()).stream().filter(s -> s.name().equals(newName) && !s.fromLibrary() && s.file() != null).findFirst();
            if (taken.isPresent()) return Renaming.refused(oldName, newName, taken(newName, taken.get(), change));
        }
        Renaming renaming = new Renaming(oldName, newName, changes, null);
        refusal = trial(renaming);
        return refusal == null ? renaming : Renaming.refused(oldName, newName, refusal);
    }

    /** In a pattern like {@code {x, y}} a name is a field and a variable at once: the one that keeps its name is written out. */
    private String replacement(Occurrence o, Set<Site> target, String oldName, String newName) {
        SourceFile file = before.trees().stream().map(ModuleTree::file).filter(f -> f.name().equals(o.file())).findFirst().orElseThrow();
        NameTokens.Named name = NameTokens.named(file, Set.of(oldName)).stream().filter(n -> n.token().start() == o.start()).findFirst().orElseThrow();
        Set<Site> field = references.shorthandField(o.file(), name);
        if (field.isEmpty()) return newName;
        return Collections.disjoint(field, target) ? oldName + ": " + newName : newName + ": " + oldName;
    }

    private static String spelling(String oldName, String newName) {
        if (newName.equals(oldName)) return "That is the name it has.";
        boolean isName = !newName.isEmpty() && newName.chars().allMatch(c -> Identifiers.isPart((char) c)) && !Character.isDigit(newName.charAt(0));
        if (!isName || newName.equals("_")) return "A name consists of letters, digits and underscores and does not start with a digit.";
        if (TokenKind.keyword(newName) != null) return newName + " is a word of the language.";
        boolean upper = Character.isUpperCase(oldName.charAt(0));
        if (Character.isUpperCase(newName.charAt(0)) == upper) return null;
        return upper ? "Names of types, constructors and traits start with a capital letter." : "Names of functions and variables start with a small letter.";
    }

    private String unparsed() {
        for (ModuleTree tree : before.trees()) {
            Optional<Diagnostic> error = workspace.parser().parse(tree.file()).diagnostics().stream().filter(Diagnostic::isError).findFirst();
            if (error.isPresent()) return "Mend the text first: " + shown(error.get());
        }
        return null;
    }

    private String spelled(Occurrence o) { return text(program, o.file()).substring(o.start(), o.end()); }

    private static String text(ProgramSource source, String file) {
        return source.units().stream().map(ProgramSource.Unit::file).filter(f -> f.name().equals(file)).findFirst().orElseThrow().text();
    }

    private static String taken(String newName, Symbol symbol, Occurrence at) {
        String where = symbol.fromLibrary() || symbol.file() == null || symbol.span() == null ? " in the library"
                : " in " + symbol.file().name() + ":" + symbol.file().line(symbol.span().start());
        return newName + " is taken: it means something" + where + ", and could not be told apart in " + at.file() + ":" + at.line() + ".";
    }

    /** What would be wrong with the renamed program; null if nothing. */
    private String trial(Renaming renaming) {
        ProgramSource renamed = new ProgramSource(program.units().stream().map(unit -> new ProgramSource.Unit(unit.module(),
                new SourceFile(unit.file().name(), renaming.applied(unit.file().name(), unit.file().text())))).toList(), program.entry());
        Snapshot after = Snapshot.take(workspace, true, renamed, before.file().name());
        Set<String> known = new HashSet<>();
        List<Diagnostic> errors = before.exploration().diagnostics();
        errors.forEach(d -> known.add(d.message().replace(renaming.oldName(), renaming.newName())));
        Optional<Diagnostic> fresh = after.exploration().diagnostics().stream()
                .filter(d -> d.isError() && !known.contains(d.message().replace(renaming.oldName(), renaming.newName()))).findFirst();
        if (fresh.isPresent()) return "The program would have a mistake: " + shown(fresh.get());
        return othersKeepTheirMeaning(renaming, after);
    }

    private static String shown(Diagnostic d) {
        return d.message().lines().findFirst().orElse("") + (d.file() == null ? "" : " (" + d.file().name() + ":" + d.file().line(d.span().start()) + ")");
    }

    /** Names that were spelled like the new one mean what they did. */
    private String othersKeepTheirMeaning(Renaming renaming, Snapshot after) {
        References now = new References(after);
        for (ModuleTree tree : before.trees()) {
            String file = tree.file().name();
            for (NameTokens.Named name : NameTokens.named(tree.file(), Set.of(renaming.newName()))) {
                int start = name.token().start();
                Set<Site> meant = new HashSet<>();
                references.meaning(file, name).forEach(site -> meant.add(new Site(site.file(), moved(renaming, site.file(), site.offset()))));
                int there = moved(renaming, file, start);
                Set<Site> means = now.meaning(file, new Span(there, there + name.token().text().length()));
                if (!means.equals(meant)) {
                    return renaming.newName() + " in " + file + ":" + tree.file().line(start) + " would mean something else.";
                }
            }
        }
        return null;
    }

    /** Where an offset of a text is after the changes. */
    private static int moved(Renaming renaming, String file, int offset) {
        return offset + renaming.changes().stream().filter(c -> c.place().file().equals(file) && c.place().start() < offset)
                .mapToInt(c -> c.text().length() - renaming.oldName().length()).sum();
    }
}
