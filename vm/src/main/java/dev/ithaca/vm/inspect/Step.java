package dev.ithaca.vm.inspect;

/** How far a process goes in one step: to the next call, turn of a loop or message on another line of the program. */
public enum Step {
    /** Also into the functions it calls. */
    INTO,
    /** Functions that it calls run through. */
    OVER,
    /** To its return. */
    OUT
}
