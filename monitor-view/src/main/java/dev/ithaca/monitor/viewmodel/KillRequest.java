package dev.ithaca.monitor.viewmodel;

import java.util.List;
import java.util.Set;

/**
 * Processes waiting for the user's word before they are killed.
 *
 * @param along others that end with them because they are linked
 * @param endsProgram the main process is among them
 */
public record KillRequest(Set<Long> pids, List<Long> along, boolean endsProgram) {
    public KillRequest {
        pids = Set.copyOf(pids);
        along = List.copyOf(along);
    }
}
