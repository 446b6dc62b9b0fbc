package dev.ithaca.ide.document;

/** How a text is spelled in its file; kept when it is saved again. */
record TextFormat(String lineEnd, boolean byteOrderMark) {
    static final TextFormat STANDARD = new TextFormat("\n", false);
    private static final String MARK = "\uFEFF";

    static TextFormat of(String raw) { return new TextFormat(raw.contains("\r\n") ? "\r\n" : "\n", raw.startsWith(MARK)); }

    /** The text as the editor sees it: line feeds only, no byte order mark. */
    static String normalize(String raw) {
        String text = raw.startsWith(MARK) ? raw.substring(1) : raw;
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    String spell(String text) {
        return (byteOrderMark ? MARK : "") + (lineEnd.equals("\n") ? text : text.replace("\n", lineEnd));
    }
}
