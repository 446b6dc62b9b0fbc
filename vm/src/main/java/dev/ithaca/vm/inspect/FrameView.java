package dev.ithaca.vm.inspect;

import java.util.List;

/**
 * One activation, innermost first in a snapshot.
 *
 * @param file source name, or null for library code without source
 * @param line 1-based, 0 if unknown
 * @param column 1-based, 0 if unknown
 */
public record FrameView(String function, String file, int line, int column, List<VariableView> variables) {
    public FrameView { variables = List.copyOf(variables); }
}
