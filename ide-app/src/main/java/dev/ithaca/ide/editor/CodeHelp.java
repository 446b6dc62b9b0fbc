package dev.ithaca.ide.editor;

import dev.ithaca.ide.document.Document;
import dev.ithaca.vm.service.CallHint;
import dev.ithaca.vm.service.Completion;
import java.util.Optional;
import java.util.function.Consumer;

/** What an editor asks about code. Answers arrive on the JavaFX thread, or never. */
public interface CodeHelp {
    /** What could be typed at an offset. */
    void complete(Document document, int offset, Consumer<Completion> answer);

    /** The call around an offset, if there is one. */
    void parameters(Document document, int offset, Consumer<Optional<CallHint>> answer);

    /** What the name at an offset means; no answer where there is nothing to say. */
    void explain(Document document, int offset, Consumer<Explanation> answer);
}
