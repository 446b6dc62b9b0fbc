package dev.ithaca.vm.service;

import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.project.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program that says what must come of it: in comments, {@code # expect: VALUE} or {@code # expect_error: TEXT}, or by
 * {@code test "title" = ...} blocks that must complete.
 *
 * @param target the file, or the folder of a project
 * @param expected null where an error or only tests are expected
 * @param errorTexts all must occur in the error report; empty where a value or only tests are expected
 */
public record GoldenProgram(Path target, String expected, List<String> errorTexts) {
    private static final String VALUE = "# expect:";
    private static final String ERROR = "# expect_error:";
    private static final Pattern TEST = Pattern.compile("^\\s*test\\s+[\"']", Pattern.MULTILINE);
    private static final String PROJECT_MAIN = "main.nos";

    public GoldenProgram { errorTexts = List.copyOf(errorTexts); }

    /** The golden programs at or below a path, in path order, and how many files stated no expectation. */
    public record Found(List<GoldenProgram> programs, int skipped) {}

    public static Found find(Path path) throws LoadException {
        var programs = new ArrayList<GoldenProgram>();
        int skipped = collect(path, programs);
        return new Found(List.copyOf(programs), skipped);
    }

    private static int collect(Path path, List<GoldenProgram> into) throws LoadException {
        if (!Files.isDirectory(path)) {
            GoldenProgram program = parse(path, SourceReader.read(path));
            if (program == null) return 1;
            into.add(program);
            return 0;
        }
        Path main = path.resolve(PROJECT_MAIN);
        if (Files.isRegularFile(main)) {
            GoldenProgram project = parse(path, SourceReader.read(main));
            if (project != null) {
                into.add(project);
                return 0;
            }
        }
        int skipped = 0;
        for (Path child : children(path)) {
            if (Files.isDirectory(child) || child.toString().endsWith(".nos")) skipped += collect(child, into);
        }
        return skipped;
    }

    private static List<Path> children(Path folder) throws LoadException {
        try (var list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new LoadException("Error reading folder '" + folder + "': " + e.getMessage());
        }
    }

    /** @return null if the text states no expectation */
    static GoldenProgram parse(Path target, String text) {
        String expected = null;
        var errors = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(VALUE)) expected = line.substring(VALUE.length()).strip();
            else if (line.startsWith(ERROR)) errors.add(line.substring(ERROR.length()).strip());
        }
        if (expected == null && errors.isEmpty() && !TEST.matcher(text).find()) return null;
        return new GoldenProgram(target, errors.isEmpty() ? expected : null, errors);
    }

    /** Whether only its test blocks are run, not main. */
    boolean testsOnly() { return expected == null && errorTexts.isEmpty(); }

    boolean expectsError() { return !errorTexts.isEmpty(); }

    /** Whether a value was printed as expected; quotes around strings are optional on both sides. */
    boolean accepts(String lastLine) {
        return lastLine.equals(expected) || lastLine.replace("\"", "").equals(expected.replace("\"", ""));
    }
}
