package dev.ithaca.ide.editor;

import org.fxmisc.richtext.CodeArea;

/** Changes of a whole text that keep the reader's place. */
final class TextChanges {
    private TextChanges() {}

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
