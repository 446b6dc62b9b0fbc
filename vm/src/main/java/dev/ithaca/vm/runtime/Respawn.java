package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Copies;

/** Starts once more what a process that has ended was started with. */
final class Respawn {
    private Respawn() {}

    /**
     * The new process has the same arguments, and the messages that the old one had not taken; it is a child of the same process
     * or, if that has ended too, of the main one.
     *
     * @return null if the process is alive, or what it was started with was not kept
     */
    static Process of(Machine machine, Process ended) {
        Closure start = ended.start();
        if (start == null || ended.state != ProcessState.DEAD) return null;
        Process parent = machine.find(ended.parent);
        Process child = machine.prepare(parent == null ? machine.main() : parent, start);
        for (Message message : ended.mailbox.peek(Integer.MAX_VALUE)) {
            child.mailbox.push(new Message(Copies.forSend(message.value, "Send: cannot convert message"), message.sender, machine.millis()));
        }
        machine.launch(child, null);
        return child;
    }
}
