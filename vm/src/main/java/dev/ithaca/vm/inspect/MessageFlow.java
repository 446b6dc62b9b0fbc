package dev.ithaca.vm.inspect;

import java.util.List;
import java.util.Set;

/**
 * The messages of traced processes in one order, with the starts and ends of those concerned.
 *
 * @param events in the order in which they happened
 * @param participants everybody concerned, those asked for first; the machine itself is not among them
 * @param traced of those asked for, which are traced; of the dead, which were to the end
 */
public record MessageFlow(List<FlowEvent> events, List<Participant> participants, Set<Long> traced) {
    /** Of a machine that notes no messages. */
    public static final MessageFlow NONE = new MessageFlow(List.of(), List.of(), Set.of());

    /**
     * @param name registered name, or null
     * @param function where it is or was last; null if the process is no longer known
     */
    public record Participant(long pid, String name, String function, boolean alive) {}

    public MessageFlow {
        events = List.copyOf(events);
        participants = List.copyOf(participants);
        traced = Set.copyOf(traced);
    }
}
