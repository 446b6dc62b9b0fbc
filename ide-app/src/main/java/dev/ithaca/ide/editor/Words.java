package dev.ithaca.ide.editor;

/** Words in a line of source. */
final class Words {
    private Words() {}

    /** The identifier around a column, or empty. */
    static String around(String line, int column) {
        int start = column;
        int end = column;
        while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) start--;
        while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) end++;
        return line.substring(start, end);
    }
}
