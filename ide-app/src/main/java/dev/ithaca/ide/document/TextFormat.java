package dev.ithaca.ide.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a text is spelled in its file; kept when it is saved again. */
public record TextFormat(String lineEnd, boolean byteOrderMark, Charset charset) {
    static final TextFormat STANDARD = new TextFormat("\n", false, StandardCharsets.UTF_8);
    private static final String MARK = "\uFEFF";

    static TextFormat of(String raw, Charset charset) { return new TextFormat(raw.contains("\r\n") ? "\r\n" : "\n", raw.startsWith(MARK), charset); }

    /** The text as the editor sees it: line feeds only, no byte order mark. */
    public static String normalize(String raw) {
        String text = raw.startsWith(MARK) ? raw.substring(1) : raw;
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private String spell(String text) {
        return (byteOrderMark ? MARK : "") + (lineEnd.equals("\n") ? text : text.replace("\n", lineEnd));
    }

    /** @throws CharacterCodingException if the charset lacks a character of the text */
    byte[] encode(String text) throws CharacterCodingException {
        ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(spell(text)));
        byte[] out = new byte[bytes.remaining()];
        bytes.get(out);
        return out;
    }

    TextFormat withCharset(Charset other) { return new TextFormat(lineEnd, byteOrderMark, other); }

    /** {@code UTF-8}, {@code windows-1252 CRLF}. */
    String label() { return charset.name() + (lineEnd.equals("\n") ? "" : " CRLF"); }
}
