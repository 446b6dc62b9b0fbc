package dev.ithaca.ide.editor;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.search.SearchQuery;
import dev.ithaca.ide.task.Debounce;
import java.util.List;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;

/** Marks where else in the text the name at the caret stands. */
final class Occurrences {
    private static final int MAX_MARKED = 2_000;

    private final Document document;
    private final CodeArea area;
    private final ParagraphPainter painter;
    private final Debounce quiet = new Debounce(Duration.millis(180), this::mark);

    private Occurrences(Document document, CodeArea area, ParagraphPainter painter) {
        this.document = document;
        this.area = area;
        this.painter = painter;
    }

    static void install(Document document, CodeArea area, ParagraphPainter painter) {
        Occurrences occurrences = new Occurrences(document, area, painter);
        area.caretPositionProperty().addListener((property, old, now) -> {
            painter.setOverlay(Overlay.OCCURRENCE, List.of());
            occurrences.quiet.touch();
        });
    }

    private void mark() {
        String name = Words.around(area.getText(area.getCurrentParagraph()), area.getCaretColumn());
        if (name.isEmpty() || !area.isFocused() || !isName(name)) return;
        List<Overlay.Range> found = new SearchQuery(name, true, true, false).find(document.text(), MAX_MARKED).stream()
                .filter(match -> painter.tokens().isCode(match.start())).map(match -> new Overlay.Range(match.start(), match.end())).toList();
        if (found.size() > 1) painter.setOverlay(Overlay.OCCURRENCE, found);
    }

    private boolean isName(String word) {
        int caret = area.getCaretPosition();
        TokenKind kind = painter.tokens().at(caret);
        if (kind == null && caret > 0) kind = painter.tokens().at(caret - 1);
        boolean named = kind == null || kind == TokenKind.FUNCTION || kind == TokenKind.TYPE;
        return named && Character.isJavaIdentifierStart(word.charAt(0));
    }
}
