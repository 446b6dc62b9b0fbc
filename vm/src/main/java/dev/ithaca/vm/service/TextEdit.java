package dev.ithaca.vm.service;

import java.util.Comparator;
import java.util.List;

/**
 * A change of a text.
 *
 * @param file source name
 * @param start offset of what is replaced
 * @param end of what is replaced, exclusive; equal to the start where something is put in
 */
public record TextEdit(String file, int start, int end, String text) {
    static TextEdit insert(String file, int offset, String text) { return new TextEdit(file, offset, offset, text); }

    /** A text with the changes that are meant for it. They are counted in the text as it is and must not overlap. */
    public static String apply(List<TextEdit> edits, String file, String text) {
        StringBuilder out = new StringBuilder(text);
        edits.stream().filter(edit -> edit.file().equals(file)).sorted(Comparator.comparingInt(TextEdit::start).reversed())
                .forEach(edit -> out.replace(edit.start(), edit.end(), edit.text()));
        return out.toString();
    }
}
