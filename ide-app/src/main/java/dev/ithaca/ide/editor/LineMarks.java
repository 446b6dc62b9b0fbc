package dev.ithaca.ide.editor;

import java.util.Map;

/**
 * What is shown beside lines, all 1-based.
 *
 * @param processes how many processes stand at a line now
 * @param selectedLine line of the process selected in the monitor, 0 for none
 * @param hints texts shown after the end of a line: what the selected process holds there
 * @param warnings texts shown after the end of a line: what goes wrong with the processes that it starts
 */
public record LineMarks(Map<Integer, Integer> processes, int selectedLine, Map<Integer, String> hints, Map<Integer, String> warnings) {
    public static final LineMarks NONE = new LineMarks(Map.of(), 0, Map.of(), Map.of());

    public LineMarks {
        processes = Map.copyOf(processes);
        hints = Map.copyOf(hints);
        warnings = Map.copyOf(warnings);
    }
}
