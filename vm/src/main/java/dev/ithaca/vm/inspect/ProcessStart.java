package dev.ithaca.vm.inspect;

import java.util.List;

/**
 * What a process was started with.
 *
 * @param module where it is written, empty for none
 * @param file source name of that
 * @param text what was given to {@code spawn}, as written
 * @param values the variables it uses of those around it
 * @param problem why all of this is not known; null if it is
 */
public record ProcessStart(String module, String file, String text, List<Variable> values, String problem) {
    /** @param assigned it is given other values later */
    public record Variable(String name, boolean assigned, ValueView value) {}

    public ProcessStart { values = List.copyOf(values); }

    static ProcessStart unknown(String problem) { return new ProcessStart("", "", "", List.of(), problem); }
}
