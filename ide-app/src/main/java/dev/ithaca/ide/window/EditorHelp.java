package dev.ithaca.ide.window;

import dev.ithaca.ide.analysis.CodeInsight;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.editor.CodeHelp;
import dev.ithaca.ide.editor.Explanation;
import dev.ithaca.ide.monitor.SelectedProcess;
import dev.ithaca.vm.service.CallHint;
import dev.ithaca.vm.service.Completion;
import dev.ithaca.vm.service.Description;
import dev.ithaca.vm.service.EnclosingFunction;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers the editor from the code and, for variables, from the process selected in the monitor. */
final class EditorHelp implements CodeHelp {
    private final CodeInsight insight;
    private final Function<Document, Optional<String>> sourceName;
    private final Supplier<SelectedProcess> selected;

    /** @param sourceName the name under which the running program knows a document */
    EditorHelp(CodeInsight insight, Function<Document, Optional<String>> sourceName, Supplier<SelectedProcess> selected) {
        this.insight = insight;
        this.sourceName = sourceName;
        this.selected = selected;
    }

    @Override public void complete(Document document, int offset, Consumer<Completion> answer) { insight.complete(document, offset, answer); }

    @Override public void parameters(Document document, int offset, Consumer<Optional<CallHint>> answer) { insight.callAround(document, offset, answer); }

    @Override public void explain(Document document, int offset, Consumer<Explanation> answer) {
        insight.describe(document, offset, found -> found.ifPresent(description -> {
            if (description.local()) insight.functionAround(document, offset, function -> answer.accept(explanation(document, description, function)));
            else answer.accept(explanation(document, description, Optional.empty()));
        }));
    }

    private Explanation explanation(Document document, Description description, Optional<EnclosingFunction> function) {
        SelectedProcess process = selected.get();
        Optional<String> value = sourceName.apply(document).flatMap(file -> function.flatMap(f -> process.value(file, f::contains, description.name())))
                .map(found -> found.name() + " = " + found.text() + " in <" + process.pid() + ">");
        return new Explanation(description.signature(), value.orElse(null), description.doc());
    }
}
