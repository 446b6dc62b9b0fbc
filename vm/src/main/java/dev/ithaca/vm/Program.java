package dev.ithaca.vm;

/** A checked program, ready to run any number of times. */
public interface Program {
    /** Starts main on a machine of its own; returns at once. */
    VirtualMachine start(VmOptions options);
}
