package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Diagnostic.Label;
import dev.ithaca.vm.syntax.Diagnostic.Phase;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with the use of templates, each thing once however many copies of the code there are. */
final class Findings {
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    List<Diagnostic> diagnostics() { return List.copyOf(diagnostics); }

    void unknownDecorator(SourceFile file, Span at, String name) {
        add(TemplateError.UNKNOWN_DECORATOR, file, at, "decorator template '%s' not found".formatted(name));
    }

    void repeated(SourceFile file, Span at, String name) {
        add(TemplateError.REPEATED, file, at, "template '%s' is defined twice in this module".formatted(name));
    }

    private void add(TemplateError error, SourceFile file, Span at, String message) {
        diagnostics.add(Diagnostic.error(Phase.COMPILE, error.code(), file, at, message));
    }

    /** A splice is blamed in the template's text, anything else at the place of use. */
    void failed(TemplateUse use, ExpansionException failure) {
        TemplateError error = failure.error();
        if (error != TemplateError.UNRESOLVED_SPLICE) {
            add(error, use.file(), use.site(), failure.getMessage());
            return;
        }
        Template template = use.template();
        Span at = failure.splice() != null ? failure.splice() : template.nameSpan();
        diagnostics.add(Diagnostic.error(Phase.COMPILE, error.code(), template.file(), at, "Splice (~) can only be used inside quote")
                .withLabels(List.of(new Label(use.file(), use.site(), "template '%s' is expanded here".formatted(template.name()))))
                .withNotes("this splice has no value: " + failure.getMessage()));
    }
}
