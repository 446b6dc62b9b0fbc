package dev.ithaca.vm.service;

import java.util.List;

/**
 * A way to mend a mistake.
 *
 * @param title what it does, for a menu
 * @param edits in one or several texts
 */
public record QuickFix(String title, List<TextEdit> edits) {
    public QuickFix { edits = List.copyOf(edits); }
}
