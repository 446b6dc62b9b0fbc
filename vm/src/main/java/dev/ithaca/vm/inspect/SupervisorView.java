package dev.ithaca.vm.inspect;

import java.util.List;

/**
 * What a supervisor watches over, and how.
 *
 * @param strategy as its constructor is called, {@code OneForOne}
 * @param mostRestarts more of them within {@code withinMillis} end it
 * @param recentRestarts those that count at present
 * @param children in the order in which they are started
 */
public record SupervisorView(String strategy, long mostRestarts, long withinMillis, int recentRestarts, List<Child> children) {
    /**
     * @param pid 0 if it is over
     * @param restart when it is started again, {@code Always}, {@code Transient} or {@code Never}
     */
    public record Child(String id, long pid, String restart) {}

    public SupervisorView { children = List.copyOf(children); }
}
