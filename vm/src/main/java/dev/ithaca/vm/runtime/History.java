package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Copies;
import dev.ithaca.vm.runtime.value.SmallValues;

/**
 * What the machine remembers of every process without being asked for it: what it was started with, and the messages it took
 * last. Senders pay nothing and nobody walks a stack; a process that takes a message puts the message, which exists anyway,
 * into a ring of its own.
 *
 * <p>What is remembered stays alive, so there is an end to it: values of more than {@link #MOST_PARTS} parts are not kept, each
 * process keeps at most {@link #MESSAGES} messages, {@link #MESSAGES_IN_CROWD} where there are very many processes, and when
 * memory runs short all of it is given up before anybody has to die.
 */
final class History {
    /** Messages kept of one process. */
    static final int MESSAGES = 20;
    /** The same for the many. */
    static final int MESSAGES_IN_CROWD = 4;
    /** Largest value kept, in parts: numbers, pids, fields, elements, 16 characters of a text. */
    static final int MOST_PARTS = 50;
    private static final int CROWD = 20_000;

    /** What a process was started with, after it has run; in the place of that, so that processes need no room for it. */
    record Start(Closure kept) {}

    static final Start TOO_LARGE = new Start(null);

    private final Machine machine;

    History(Machine machine) { this.machine = machine; }

    /** Messages that one process may keep now. */
    int room() { return machine.spawned() - machine.observer().exited() > CROWD ? MESSAGES_IN_CROWD : MESSAGES; }

    static boolean isSmall(Object value) { return SmallValues.isAtMost(value, MOST_PARTS); }

    /** What to keep of the function that a process is about to call; what it could change is copied. */
    static Closure keepsake(Closure start) { return (Closure) Copies.deep(start); }

    /** Forgets what is remembered of all processes; those that run do so at their next safepoint. */
    void forget() {
        machine.registry().forEach(machine.observer()::forgetHistory);
        machine.graveyard().all().forEach(machine.observer()::forgetHistory);
    }
}
