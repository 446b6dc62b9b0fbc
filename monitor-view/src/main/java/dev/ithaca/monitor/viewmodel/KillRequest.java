package dev.ithaca.monitor.viewmodel;

import java.util.Set;

/** Processes waiting for the user's word before they are killed. */
public record KillRequest(Set<Long> pids) {
    public KillRequest { pids = Set.copyOf(pids); }
}
