package dev.ithaca.monitor.viewmodel;

/** Takes a text out of the monitor, to a file as a rule. */
@FunctionalInterface
public interface TextExporter {
    /** @param suggestedName a file name with its ending */
    void export(String suggestedName, String text);
}
