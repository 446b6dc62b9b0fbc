package dev.ithaca.vm.runtime;

/** Finds compiled code in Java stack traces; provided by whoever generated its classes. */
public interface StackDecoder {
    /** Where an element is in the source, or null if it is not the program's (or is hidden from users). */
    CodeLocation decode(StackTraceElement element);
}
