package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;

/**
 * A piece of source text with code from a template in it.
 *
 * @param region the call, or the decorator with what it decorates
 * @param use {@code @name decorator} or {@code template 'name'}
 */
record ExpansionSite(SourceFile file, Span region, String use, Template template) {
    boolean covers(Diagnostic diagnostic) {
        return diagnostic.file() == file && region.start() <= diagnostic.span().start() && diagnostic.span().start() < region.end();
    }

    String description() {
        SourceFile home = template.file();
        return "    in expansion of %s (template defined at line %d%s)".formatted(use,
                home.line(template.function().name().span().start()), home == file ? "" : " of " + home.name());
    }
}
