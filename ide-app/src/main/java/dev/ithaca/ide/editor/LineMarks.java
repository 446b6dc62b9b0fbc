package dev.ithaca.ide.editor;

import java.util.Map;

/**
 * What the gutter shows beside lines, all 1-based.
 *
 * @param processes how many processes stand at a line now
 * @param selectedLine line of the process selected in the monitor, 0 for none
 */
public record LineMarks(Map<Integer, Integer> processes, int selectedLine) {
    public static final LineMarks NONE = new LineMarks(Map.of(), 0);

    public LineMarks { processes = Map.copyOf(processes); }
}
