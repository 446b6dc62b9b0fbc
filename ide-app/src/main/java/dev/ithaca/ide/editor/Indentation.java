package dev.ithaca.ide.editor;

import java.util.List;

/** The editor's rules of layout: indentation and line comments, as pure functions on text. */
final class Indentation {
    static final String UNIT = "    ";
    private static final List<String> OPENERS = List.of("{", "(", "[", "->", "=", "=>", "then", "else", "match", "do");

    private Indentation() {}

    /** What Enter inserts. @param caret offset of the caret in {@code insert} */
    record NewLine(String insert, int caret) {}

    /** @param before the line up to the caret, @param after the rest of it */
    static NewLine newLine(String before, String after) {
        String indent = leading(before);
        boolean opens = OPENERS.stream().anyMatch(code(before)::endsWith);
        String deeper = opens ? indent + UNIT : indent;
        String rest = after.stripLeading();
        boolean closes = !rest.isEmpty() && "})]".indexOf(rest.charAt(0)) >= 0;
        String insert = "\n" + deeper;
        return opens && closes ? new NewLine(insert + "\n" + indent, insert.length()) : new NewLine(insert, insert.length());
    }

    private static String code(String line) {
        int comment = line.indexOf("# ");
        return (comment >= 0 ? line.substring(0, comment) : line).stripTrailing();
    }

    static String leading(String line) { return line.substring(0, line.length() - line.stripLeading().length()); }

    /** The line one step less deep. */
    static String outdent(String line) {
        int blanks = 0;
        while (blanks < UNIT.length() && blanks < line.length() && line.charAt(blanks) == ' ') blanks++;
        return line.startsWith("\t") ? line.substring(1) : line.substring(blanks);
    }

    static String indent(String line) { return line.isBlank() ? line : UNIT + line; }

    /** Comments the lines out, or in again if all of them are comments. Blank lines stay as they are. */
    static List<String> toggleComment(List<String> lines) {
        boolean all = lines.stream().filter(line -> !line.isBlank()).allMatch(line -> line.stripLeading().startsWith("#"));
        int column = lines.stream().filter(line -> !line.isBlank()).mapToInt(line -> leading(line).length()).min().orElse(0);
        return lines.stream().map(line -> line.isBlank() ? line : all ? uncommented(line)
                : line.substring(0, column) + "# " + line.substring(column)).toList();
    }

    private static String uncommented(String line) {
        int mark = line.indexOf('#');
        int skip = line.startsWith("# ", mark) ? 2 : 1;
        return line.substring(0, mark) + line.substring(mark + skip);
    }
}
