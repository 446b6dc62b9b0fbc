package dev.ithaca.vm.syntax;

import java.util.List;

/**
 * One finding about a program, as data; rendering is separate.
 *
 * @param code stable identifier of the kind, such as {@code N1} (the rows of chapter 2, section 15.5)
 * @param file null for findings without a place (a missing entry point)
 * @param help one suggestion, or null
 * @param remedies texts that would mend it: names that may have been meant, patterns a {@code match} misses, a {@code use}
 *        that brings the name in; an editor puts them in for the user
 */
public record Diagnostic(Severity severity, Phase phase, String code, SourceFile file, Span span, String message,
                         List<Label> labels, List<String> notes, String help, List<String> remedies) {

    public enum Severity { ERROR, WARNING, HINT }

    /** Which part of the compiler speaks; the {@code kind} of the JSON form. */
    public enum Phase { PARSE, COMPILE, RUNTIME }

    /** A secondary place with its own text. */
    public record Label(SourceFile file, Span span, String text) {}

    public Diagnostic {
        labels = List.copyOf(labels);
        notes = List.copyOf(notes);
        remedies = List.copyOf(remedies);
    }

    public static Diagnostic error(Phase phase, String code, SourceFile file, Span span, String message) {
        return new Diagnostic(Severity.ERROR, phase, code, file, span, message, List.of(), List.of(), null, List.of());
    }

    public static Diagnostic warning(Phase phase, String code, SourceFile file, Span span, String message) {
        return new Diagnostic(Severity.WARNING, phase, code, file, span, message, List.of(), List.of(), null, List.of());
    }

    public Diagnostic withHelp(String text) {
        return new Diagnostic(severity, phase, code, file, span, message, labels, notes, text, remedies);
    }

    public Diagnostic withNotes(String... texts) {
        return new Diagnostic(severity, phase, code, file, span, message, labels, List.of(texts), help, remedies);
    }

    public Diagnostic withLabels(List<Label> places) {
        return new Diagnostic(severity, phase, code, file, span, message, places, notes, help, remedies);
    }

    public Diagnostic withRemedies(List<String> texts) {
        return new Diagnostic(severity, phase, code, file, span, message, labels, notes, help, texts);
    }

    public boolean isError() { return severity == Severity.ERROR; }
}
