package dev.ithaca.vm.runtime;

import java.util.List;
import java.util.Map;

/**
 * What a process that was killed needs to go on. Its messages and figures stay with the process itself, which is left as it ended
 * as long as this is kept.
 *
 * @param start what it was to call if it had not run yet, or what its history keeps of that
 * @param wakeAt deadline of its receive or sleep in machine nanoseconds, {@link Long#MAX_VALUE} for none
 * @param limited whether it had a heap limit
 * @param suspended it was to stand still
 * @param name registered for it, or null
 * @param monitoring monitors it held: reference to observed pid
 * @param monitoredBy monitors on it: reference to observing pid
 * @param obstacle why it cannot go on all the same; null if it can
 */
record SavedLife(Process process, Execution.Standing execution, Object start, long wakeAt, boolean limited, boolean suspended, boolean trapsExits,
                 String name, List<Long> links, Map<Long, Long> monitoring, Map<Long, Long> monitoredBy, String obstacle) {
    long pid() { return process.pid; }
}
