package dev.ithaca.ide.editor;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Diagnostic.Severity;
import dev.ithaca.vm.syntax.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/** Shows in a text what the compiler found in it: underlined, and beside the line. */
final class DiagnosticMarks {
    private static final Map<Severity, Overlay> OVERLAYS = Map.of(Severity.ERROR, Overlay.ERROR, Severity.WARNING, Overlay.WARNING, Severity.HINT, Overlay.HINT);

    private final CodeArea area;
    private final ParagraphPainter painter;
    private final Gutter gutter;
    private List<Diagnostic> shown = List.of();

    DiagnosticMarks(CodeArea area, ParagraphPainter painter, Gutter gutter) {
        this.area = area;
        this.painter = painter;
        this.gutter = gutter;
    }

    /** They must belong to the text as it is now. */
    void show(List<Diagnostic> found) {
        shown = found;
        OVERLAYS.forEach((severity, overlay) ->
                painter.setOverlay(overlay, found.stream().filter(diagnostic -> diagnostic.severity() == severity).map(diagnostic -> range(diagnostic.span())).toList()));
        Map<Integer, Severity> worst = new HashMap<>();
        for (Diagnostic diagnostic : found) {
            int line = area.offsetToPosition(range(diagnostic.span()).start(), Bias.Forward).getMajor() + 1;
            worst.merge(line, diagnostic.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        gutter.setSeverities(worst);
    }

    List<Diagnostic> at(int offset) {
        return shown.stream().filter(diagnostic -> {
            Overlay.Range range = range(diagnostic.span());
            return range.start() <= offset && offset < range.end();
        }).toList();
    }

    /** At least one character, so that a finding at a line's or the text's end shows too. */
    private Overlay.Range range(Span span) {
        int length = area.getLength();
        int start = Math.clamp(span.start(), 0, length);
        int end = Math.clamp(span.end(), start, length);
        if (start == end) {
            if (end < length) end++;
            else if (start > 0) start--;
        }
        return new Overlay.Range(start, end);
    }
}
