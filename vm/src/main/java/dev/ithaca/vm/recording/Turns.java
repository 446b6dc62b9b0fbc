package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes round the processes that have moved since they were looked into last, a few at a time. */
final class Turns {
    private final int most;
    private Map<Long, Long> seen = new HashMap<>();
    private long last;

    Turns(int most) { this.most = most; }

    List<Long> next(Population now) {
        Map<Long, Long> present = new HashMap<>();
        List<Long> behind = new ArrayList<>();
        List<Long> ahead = new ArrayList<>();
        for (int row = 0; row < now.size(); row++) {
            long pid = now.pid(row);
            Long then = seen.get(pid);
            if (then != null) present.put(pid, then);
            if (then == null || then != state(now, row)) (pid > last ? ahead : behind).add(pid);
        }
        ahead.addAll(behind);
        List<Long> chosen = List.copyOf(ahead.subList(0, Math.min(most, ahead.size())));
        for (long pid : chosen) present.put(pid, state(now, now.rowOf(pid)));
        if (!chosen.isEmpty()) last = chosen.getLast();
        seen = present;
        return chosen;
    }

    /** Another number for a process that has moved. */
    private static long state(Population now, int row) {
        long dead = now.status(row) == ProcessStatus.DEAD ? 1 : 0;
        return now.reductions(row) * 31 + now.mailboxLength(row) * 2L + dead;
    }
}
