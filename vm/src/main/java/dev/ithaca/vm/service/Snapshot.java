package dev.ithaca.vm.service;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.template.TemplateExpander;
import dev.ithaca.vm.types.Checker;
import dev.ithaca.vm.types.Exploration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program as parsed and explored, with the text of the file in front.
 *
 * @param trees of all files, as they were parsed
 * @param parsed whether the file in front has no mistake of syntax
 */
record Snapshot(SourceFile file, ModuleTree tree, List<ModuleTree> trees, Exploration exploration, boolean parsed) {
    /** @param imagined whether the text is a guess rather than what somebody wrote
     *  @param name source name of the file in front; it must be part of the program */
    static Snapshot take(Workspace workspace, boolean imagined, ProgramSource program, String name) {
        List<ModuleTree> trees = new ArrayList<>();
        ModuleTree front = null;
        boolean parsed = false;
        for (ProgramSource.Unit unit : program.units()) {
            ParseResult result = workspace.parser().parse(unit.file());
            trees.add(result.module());
            if (!unit.file().name().equals(name)) continue;
            front = result.module();
            parsed = result.diagnostics().stream().noneMatch(Diagnostic::isError);
        }
        if (front == null) throw new IllegalArgumentException("not part of the program: " + name);
        List<ModuleTree> expanded = TemplateExpander.expand(trees).modules();
        List<Checker.Unit> units = new ArrayList<>();
        for (int i = 0; i < expanded.size(); i++) units.add(new Checker.Unit(program.units().get(i).module(), expanded.get(i), expanded.get(i) != trees.get(i)));
        Exploration exploration = imagined ? workspace.checker().imagine(units) : workspace.checker().explore(units);
        return new Snapshot(front.file(), front, trees, exploration, parsed);
    }

    /** The offset that a place of another version of the text has in this one; empty inside what differs. */
    Optional<Integer> offsetOf(String otherText, int offset) {
        String own = file.text();
        int shorter = Math.min(own.length(), otherText.length());
        int prefix = 0;
        while (prefix < shorter && own.charAt(prefix) == otherText.charAt(prefix)) prefix++;
        if (offset <= prefix) return Optional.of(offset);
        int suffix = 0;
        while (suffix < shorter - prefix && own.charAt(own.length() - 1 - suffix) == otherText.charAt(otherText.length() - 1 - suffix)) suffix++;
        int fromEnd = otherText.length() - offset;
        return fromEnd <= suffix ? Optional.of(own.length() - fromEnd) : Optional.empty();
    }
}
