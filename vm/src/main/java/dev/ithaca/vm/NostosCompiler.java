package dev.ithaca.vm;

/** From source text to a program; pure, reads nothing but what it is given, usable from any thread. */
public interface NostosCompiler {
    /** Parses and checks; all findings are in the result, nothing is thrown for bad programs. */
    Compilation compile(ProgramSource source);
}
