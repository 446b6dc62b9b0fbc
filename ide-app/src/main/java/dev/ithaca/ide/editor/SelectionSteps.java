package dev.ithaca.ide.editor;

import dev.ithaca.vm.service.LanguageService;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import org.fxmisc.richtext.CodeArea;

/** Grows the selection to the next thing that makes sense on its own, and shrinks it by the same steps. */
final class SelectionSteps {
    private final CodeArea area;
    private final Deque<Span> smaller = new ArrayDeque<>();
    private Span last = Span.NONE;

    SelectionSteps(CodeArea area) {
        this.area = area;
        area.plainTextChanges().subscribe(change -> smaller.clear());
    }

    private Span selected() { return new Span(area.getSelection().getStart(), area.getSelection().getEnd()); }

    void expand() {
        Span now = selected();
        if (!now.equals(last)) smaller.clear();
        Span larger = LanguageService.enclosing(area.getText(), now);
        if (larger.equals(now)) return;
        smaller.push(now);
        select(larger);
    }

    void shrink() {
        if (selected().equals(last) && !smaller.isEmpty()) select(smaller.pop());
    }

    private void select(Span span) {
        last = span;
        area.selectRange(span.start(), span.end());
    }
}
