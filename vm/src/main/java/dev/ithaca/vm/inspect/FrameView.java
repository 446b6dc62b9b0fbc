package dev.ithaca.vm.inspect;

import java.util.List;

/**
 * One activation, innermost first in a snapshot.
 *
 * @param file source name, or null for library code without source
 * @param line 1-based, 0 if unknown
 * @param column 1-based, 0 if unknown
 * @param seenAt line where it was when its variables had these values; 0 if that is where it is. What a call that crashed has done
 *     since it last stood still is lost
 */
public record FrameView(String function, String file, int line, int column, List<VariableView> variables, int seenAt) {
    public FrameView { variables = List.copyOf(variables); }

    /** With variables as they are. */
    public FrameView(String function, String file, int line, int column, List<VariableView> variables) {
        this(function, file, line, column, variables, 0);
    }
}
