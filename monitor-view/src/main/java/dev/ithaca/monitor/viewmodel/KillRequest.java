package dev.ithaca.monitor.viewmodel;

import dev.ithaca.vm.inspect.KillPreview;
import java.util.Set;

/**
 * Processes waiting for the user's word before they are killed.
 *
 * @param preview what follows from their end
 * @param endsProgram the main process is among them, or goes with them
 */
public record KillRequest(Set<Long> pids, KillPreview preview, boolean endsProgram) {
    public KillRequest { pids = Set.copyOf(pids); }
}
