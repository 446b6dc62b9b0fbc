package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Tuple;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64, percent-encoding and UTF-8 (chapter 3, section 12.4). */
public final class EncodingLibrary {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private EncodingLibrary() {}

    @NostosFunction(name = "Base64.encode", type = "String -> String", complexity = "O(n)", doc = "A text in Base64.", example = "Base64.encode(\"hi!\") => \"aGkh\"")
    public static String base64Encode(String text) { return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)); }

    @NostosFunction(name = "Base64.decode", type = "String -> (String, String)", complexity = "O(n)",
            doc = "(\"ok\", text) or (\"error\", problem) for a text in Base64.",
            example = {"Base64.decode(\"aGkh\") => (\"ok\", \"hi!\")", "Base64.decode(\"a!\") => (\"error\", \"invalid base64: Invalid symbol 33, offset 1.\")"})
    public static Tuple base64Decode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/';
            if (!digit && !(c == '=' && i >= text.length() - 2)) {
                return new Tuple("error", "invalid base64: Invalid symbol " + (int) c + ", offset " + i + ".");
            }
        }
        if (text.length() % 4 != 0) return new Tuple("error", "invalid base64: Invalid padding");
        try {
            return new Tuple("ok", new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return new Tuple("error", "invalid base64: " + e.getMessage());
        }
    }

    @NostosFunction(name = "Url.encode", type = "String -> String", complexity = "O(n)",
            doc = "A text with every byte that is not an ASCII letter or digit as %XX.", example = "Url.encode(\"a b-é\") => \"a%20b%2D%C3%A9\"")
    public static String urlEncode(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
            if (plain) encoded.append((char) b);
            else encoded.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
        }
        return encoded.toString();
    }

    @NostosFunction(name = "Url.decode", type = "String -> (String, String)", complexity = "O(n)",
            doc = "(\"ok\", text) with every %XX decoded, or (\"error\", problem).",
            example = {"Url.decode(\"a%20b+c\") => (\"ok\", \"a b+c\")", "Url.decode(\"100%\") => (\"ok\", \"100%\")"})
    public static Tuple urlDecode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                decoded.write(high * 16 + low);
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return utf8(decoded.toByteArray(), "invalid URL encoding: ");
    }

    @NostosFunction(name = "Encoding.toBytes", type = "String -> List[Int]", complexity = "O(n)", doc = "The UTF-8 bytes of a text.",
            example = "Encoding.toBytes(\"é\") => [195, 169]")
    public static ListValue toBytes(String text) { return Bytes.list(text.getBytes(StandardCharsets.UTF_8)); }

    @NostosFunction(name = "Encoding.fromBytes", type = "List[Int] -> (String, String)", complexity = "O(n)",
            doc = "(\"ok\", text) or (\"error\", problem) for UTF-8 bytes.", example = "Encoding.fromBytes([72, 105]) => (\"ok\", \"Hi\")")
    public static Tuple fromBytes(ListValue bytes) { return utf8(Bytes.fromList(bytes), "invalid UTF-8: "); }

    @NostosFunction(name = "Encoding._htmlTokens", type = "String -> List[(Int, String, List[(String, String)], Bool)]", complexity = "O(n)",
            doc = "The tags, texts and comments of an HTML text: kind, name or text, attributes, self-closing.")
    public static ListValue htmlTokens(String html) { return new HtmlTokenizer(html).tokens(); }

    private static Tuple utf8(byte[] bytes, String context) {
        var text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, text, true);
        if (result.isUnderflow()) return new Tuple("ok", text.flip().toString());
        boolean cutOff = in.position() + result.length() == bytes.length && isPrefix(bytes, in.position());
        String where = " from index " + in.position();
        return new Tuple("error", context + (cutOff ? "incomplete utf-8 byte sequence" : "invalid utf-8 sequence of " + result.length() + " bytes") + where);
    }

    /** Whether the bytes from a position to the end begin a sequence that could have gone on. */
    private static boolean isPrefix(byte[] bytes, int start) {
        int first = bytes[start] & 0xff;
        int length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 1;
        return bytes.length - start < length;
    }
}
