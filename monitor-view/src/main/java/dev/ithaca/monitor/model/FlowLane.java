package dev.ithaca.monitor.model;

import java.util.List;

/**
 * A life line of the message picture.
 *
 * @param pid 0 for those that there is no room for, which share the last line
 * @param title pid and name; of those without room how many they are
 * @param chosen one of the processes that the picture is about
 */
public record FlowLane(long pid, String title, boolean chosen, boolean alive) {
    /** Whether it stands for several processes. */
    public boolean isOthers() { return pid == 0; }

    /** Keeps the name it had: processes go from function to function, and a heading is to be known again. */
    FlowLane called(List<FlowLane> before) {
        return before.stream().filter(lane -> lane.pid == pid && lane.title.contains(" ")).findFirst()
                .map(lane -> new FlowLane(pid, lane.title, chosen, alive)).orElse(this);
    }
}
