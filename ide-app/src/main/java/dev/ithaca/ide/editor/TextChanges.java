package dev.ithaca.ide.editor;

import dev.ithaca.vm.service.TextEdit;
import java.util.Comparator;
import java.util.List;
import org.fxmisc.richtext.CodeArea;

/** Changes of a whole text that keep the reader's place. */
final class TextChanges {
    private TextChanges() {}

    /** Makes changes that do not overlap as one step for undo. */
    static void apply(CodeArea area, List<TextEdit> edits) {
        if (edits.isEmpty()) return;
        area.getUndoManager().preventMerge();
        var changes = area.createMultiChange(edits.size());
        // from the end of the text to its start, so that each place is still right when its turn comes
        edits.stream().sorted(Comparator.comparingInt(TextEdit::start).reversed()).forEach(edit -> changes.replaceTextAbsolutely(edit.start(), edit.end(), edit.text()));
        changes.commit();
    }

    /** Replaces what differs; the caret stays in its line, at its column as far as the line reaches. */
    static void replace(CodeArea area, String text) {
        String old = area.getText();
        if (old.equals(text)) return;
        int shorter = Math.min(old.length(), text.length());
        int prefix = 0;
        while (prefix < shorter && old.charAt(prefix) == text.charAt(prefix)) prefix++;
        int suffix = 0;
        while (suffix < shorter - prefix && old.charAt(old.length() - 1 - suffix) == text.charAt(text.length() - 1 - suffix)) suffix++;
        int line = area.getCurrentParagraph();
        int column = area.getCaretColumn();
        double top = area.getEstimatedScrollY();
        area.replaceText(prefix, old.length() - suffix, text.substring(prefix, text.length() - suffix));
        int paragraph = Math.min(line, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, Math.min(column, area.getParagraphLength(paragraph)));
        area.scrollYToPixel(top);
    }
}
