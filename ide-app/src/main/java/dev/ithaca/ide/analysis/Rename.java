package dev.ithaca.ide.analysis;

import dev.ithaca.vm.service.Renaming;
import java.util.List;

/**
 * What renaming would change.
 *
 * @param refusal why it cannot be done; null if it can
 */
public record Rename(String oldName, String newName, List<Change> changes, String refusal) {
    /**
     * @param text what stands there then
     */
    public record Change(Usage usage, String text) {}

    public Rename { changes = List.copyOf(changes); }

    static Rename of(Renaming renaming, Assembly assembly) {
        return new Rename(renaming.oldName(), renaming.newName(), renaming.changes().stream().map(c -> new Change(Usage.of(c.place(), assembly), c.text())).toList(), renaming.refusal());
    }

    public boolean isPossible() { return refusal == null; }
}
