package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Population;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The timelines of the processes that were looked at of late, so many at most. For one thread. */
public final class Timelines {
    private static final int MOST = 300;

    private final Map<Long, Timeline> byPid = new LinkedHashMap<>(64, 0.75f, true);

    /** @param wanted whose timelines are kept; null for those of all in the picture */
    public void look(Population now, Set<Long> wanted) {
        for (int row = 0; row < now.size(); row++) {
            long pid = now.pid(row);
            if (wanted == null || wanted.contains(pid)) byPid.computeIfAbsent(pid, p -> new Timeline()).look(now, row);
        }
        var oldest = byPid.keySet().iterator();
        while (byPid.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Null if it was not looked at. */
    public Timeline of(long pid) { return byPid.get(pid); }

    /** Forgets all but some. */
    public void keep(Set<Long> pids) { byPid.keySet().retainAll(pids); }
}
