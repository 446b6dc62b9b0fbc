package dev.ithaca.monitor.viewmodel;

/** Shows a place of the source, in an editor as a rule. */
@FunctionalInterface
public interface SourceOpener {
    /**
     * @param file source name as the machine gives it
     * @param line 1-based, 0 if unknown
     */
    void open(String file, int line);
}
