package dev.ithaca.ide.editor;

import dev.ithaca.ide.task.FxThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * Gives the paragraphs on screen their styles from the newest tokens and overlays. Only what is visible and different
 * is touched, so the cost does not grow with the text.
 */
final class ParagraphPainter {
    /** Longer lines stay plain: styling them costs more than it tells. */
    private static final int MAX_STYLED_LINE = 5_000;

    private final CodeArea area;
    private final Map<Overlay, List<Overlay.Range>> overlays = new EnumMap<>(Overlay.class);
    private final Map<Integer, Collection<String>> styles = new HashMap<>();
    private TokenMap tokens = TokenMap.EMPTY;
    private boolean fresh;
    private boolean asked;

    ParagraphPainter(CodeArea area) {
        this.area = area;
        area.plainTextChanges().subscribe(this::textChanged);
        area.viewportDirtyEvents().subscribe(event -> askToPaint());
    }

    private void textChanged(PlainTextChange change) {
        fresh = false;
        overlays.replaceAll((overlay, ranges) -> ranges.stream()
                .map(range -> range.after(change.getPosition(), change.getRemoved().length(), change.getInserted().length()))
                .filter(Objects::nonNull).toList());
    }

    /** @param newTokens those of the text as it is now */
    void setTokens(TokenMap newTokens) {
        tokens = newTokens;
        fresh = true;
        askToPaint();
    }

    TokenMap tokens() { return tokens; }

    void setOverlay(Overlay overlay, List<Overlay.Range> ranges) {
        if (ranges.equals(overlays.getOrDefault(overlay, List.of()))) return;
        overlays.put(overlay, ranges);
        askToPaint();
    }

    List<Overlay.Range> overlay(Overlay overlay) { return overlays.getOrDefault(overlay, List.of()); }

    /** Paints soon, once: the asker may be in the middle of a layout, which must not be disturbed. */
    private void askToPaint() {
        if (asked) return;
        asked = true;
        FxThread.later(() -> {
            asked = false;
            paintVisible();
        });
    }

    private void paintVisible() {
        if (!fresh) return;
        // styling a paragraph takes it off the list of visible ones until the next layout, so both ends are read first
        int visible = area.getVisibleParagraphs().size();
        if (visible == 0) return;
        int first = area.visibleParToAllParIndex(0);
        int end = Math.min(first + visible, area.getParagraphs().size());
        for (int paragraph = first; paragraph < end; paragraph++) paint(paragraph);
    }

    private void paint(int paragraph) {
        int length = area.getParagraphLength(paragraph);
        if (length == 0 || length > MAX_STYLED_LINE) return;
        StyleSpans<Collection<String>> wanted = spans(area.getAbsolutePosition(paragraph, 0), length);
        if (!wanted.equals(area.getStyleSpans(paragraph))) area.setStyleSpans(paragraph, 0, wanted);
    }

    private StyleSpans<Collection<String>> spans(int start, int length) {
        byte[] kinds = new byte[length];
        tokens.kindsOf(start, start + length, kinds);
        int[] bits = new int[length];
        overlays.forEach((overlay, ranges) -> mark(ranges, overlay.bit(), start, bits));
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int from = 0;
        for (int i = 1; i <= length; i++) {
            if (i < length && kinds[i] == kinds[from] && bits[i] == bits[from]) continue;
            builder.add(style(kinds[from], bits[from]), i - from);
            from = i;
        }
        return builder.create();
    }

    private static void mark(List<Overlay.Range> ranges, int bit, int start, int[] bits) {
        for (Overlay.Range range : ranges) {
            int end = Math.min(range.end() - start, bits.length);
            for (int i = Math.max(0, range.start() - start); i < end; i++) bits[i] |= bit;
        }
    }

    private Collection<String> style(int kind, int bits) {
        return styles.computeIfAbsent(bits << 8 | kind, key -> {
            List<String> classes = new ArrayList<>();
            if (kind > 0) classes.add(TokenKind.values()[kind - 1].styleClass());
            for (Overlay overlay : Overlay.values()) {
                if ((bits & overlay.bit()) != 0) classes.add(overlay.styleClass());
            }
            return List.copyOf(classes);
        });
    }
}
