package dev.ithaca.vm.project;

/** A program could not be read; the message is for the user and names the file and the next step. */
public final class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    public LoadException(String message) { super(message); }
}
