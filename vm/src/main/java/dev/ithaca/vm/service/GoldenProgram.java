package dev.ithaca.vm.service;

import dev.ithaca.vm.project.LoadException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program that says what must come of it: in comments, {@code # expect: VALUE} or {@code # expect_error: TEXT}, and by
 * {@code test "title" = ...} blocks that must complete.
 *
 * @param target the file, or the folder of a project
 * @param stated where the comments are; without comments, the start of the program
 * @param expected null where an error or only tests are expected
 * @param errorTexts all must occur in the error report; empty where a value or only tests are expected
 */
public record GoldenProgram(Path target, Location stated, String expected, List<String> errorTexts) {
    private static final String VALUE = "# expect:";
    private static final String ERROR = "# expect_error:";
    private static final Pattern TEST = Pattern.compile("^\\s*test\\s+[\"']", Pattern.MULTILINE);

    public GoldenProgram { errorTexts = List.copyOf(errorTexts); }

    /** The golden programs at or below a path, in path order, and how many files stated no expectation. */
    public record Found(List<GoldenProgram> programs, int skipped) {}

    public static Found find(Path path) throws LoadException { return new GoldenSearch().in(path); }

    /**
     * @param file the text's own
     * @return null if the text states no expectation and has no tests
     */
    static GoldenProgram parse(Path target, Path file, String text) {
        String expected = null;
        var errors = new ArrayList<String>();
        int stated = 1;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith(VALUE)) expected = line.substring(VALUE.length()).strip();
            else if (line.startsWith(ERROR)) errors.add(line.substring(ERROR.length()).strip());
            else continue;
            stated = number;
        }
        if (expected == null && errors.isEmpty() && !hasTests(text)) return null;
        return new GoldenProgram(target, new Location(file.toString(), stated, 1), errors.isEmpty() ? expected : null, errors);
    }

    static boolean hasTests(String text) { return TEST.matcher(text).find(); }

    /** Whether only its test blocks are run, not main. */
    boolean testsOnly() { return expected == null && errorTexts.isEmpty(); }

    boolean expectsError() { return !errorTexts.isEmpty(); }

    /** Whether a value was printed as expected; quotes around strings are optional on both sides. */
    boolean accepts(String lastLine) {
        return lastLine.equals(expected) || lastLine.replace("\"", "").equals(expected.replace("\"", ""));
    }
}
