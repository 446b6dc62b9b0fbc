package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.ModuleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program without templates, and what was wrong with its use of them. Code from templates has the span of the call or
 * decorator it came through, as the template may stand in another file.
 */
public final class Expansion {
    private final List<ModuleTree> modules;
    private final List<Diagnostic> diagnostics;
    private final List<ExpansionSite> sites;

    Expansion(List<ModuleTree> modules, List<Diagnostic> diagnostics, List<ExpansionSite> sites) {
        this.modules = List.copyOf(modules);
        this.diagnostics = List.copyOf(diagnostics);
        this.sites = List.copyOf(sites);
    }

    /** In the order in which the modules were given. */
    public List<ModuleTree> modules() { return modules; }

    public List<Diagnostic> diagnostics() { return diagnostics; }

    /** Adds a note to each error in text that templates had a hand in: the mistake may be the template's. */
    public List<Diagnostic> annotate(List<Diagnostic> found) {
        return sites.isEmpty() ? found : found.stream().map(this::annotate).toList();
    }

    private Diagnostic annotate(Diagnostic diagnostic) {
        if (!diagnostic.isError() || diagnostic.file() == null) return diagnostic;
        String uses = sites.stream().filter(site -> site.covers(diagnostic)).map(ExpansionSite::description).distinct()
                .collect(Collectors.joining("\n"));
        if (uses.isEmpty()) return diagnostic;
        List<String> notes = new ArrayList<>(diagnostic.notes());
        notes.add("this error may be caused by template expansion:\n" + uses);
        return diagnostic.withNotes(notes.toArray(String[]::new));
    }
}
