package dev.ithaca.vm.service;

import java.util.List;

/**
 * What renaming would do.
 *
 * @param oldName as it stands in the text
 * @param changes the places to be changed, by file and offset; empty if refused
 * @param refusal why it cannot be done and what to do about it; null if it can
 */
public record Renaming(String oldName, String newName, List<Change> changes, String refusal) {
    /**
     * @param text what stands there then: the new name, with a label where it and the old one part
     */
    public record Change(Occurrence place, String text) {}

    public Renaming { changes = List.copyOf(changes); }

    static Renaming refused(String oldName, String newName, String why) { return new Renaming(oldName, newName, List.of(), why); }

    public boolean isPossible() { return refusal == null; }

    /** A text of the program with the changes made. */
    public String applied(String file, String text) {
        return TextEdit.apply(changes.stream().map(c -> new TextEdit(c.place().file(), c.place().start(), c.place().end(), c.text())).toList(), file, text);
    }
}
