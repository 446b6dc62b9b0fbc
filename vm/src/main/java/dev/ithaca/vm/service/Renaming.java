package dev.ithaca.vm.service;

import java.util.List;

/**
 * What renaming would do.
 *
 * @param oldName as it stands in the text
 * @param changes the places to be changed, by file and offset; empty if refused
 * @param refusal why it cannot be done and what to do about it; null if it can
 */
public record Renaming(String oldName, String newName, List<Occurrence> changes, String refusal) {
    public Renaming { changes = List.copyOf(changes); }

    static Renaming refused(String oldName, String newName, String why) { return new Renaming(oldName, newName, List.of(), why); }

    public boolean isPossible() { return refusal == null; }

    /** A text of the program with the changes made. */
    public String applied(String file, String text) {
        StringBuilder out = new StringBuilder(text);
        List<Occurrence> here = changes.stream().filter(c -> c.file().equals(file)).toList();
        for (int i = here.size() - 1; i >= 0; i--) out.replace(here.get(i).start(), here.get(i).end(), newName);
        return out.toString();
    }
}
