package dev.ithaca.ide.analysis;

import dev.ithaca.vm.service.Renaming;
import java.util.List;

/**
 * What renaming would change.
 *
 * @param refusal why it cannot be done; null if it can
 */
public record Rename(String oldName, String newName, List<Usage> changes, String refusal) {
    public Rename { changes = List.copyOf(changes); }

    static Rename of(Renaming renaming, Assembly assembly) {
        return new Rename(renaming.oldName(), renaming.newName(), renaming.changes().stream().map(o -> Usage.of(o, assembly)).toList(), renaming.refusal());
    }

    public boolean isPossible() { return refusal == null; }
}
