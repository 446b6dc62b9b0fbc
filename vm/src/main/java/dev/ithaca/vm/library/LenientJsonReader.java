package dev.ithaca.vm.library;

/**
 * A parser of Json text that never fails: what cannot be read is the integer 0, a truncated or malformed rest is ignored.
 * Deeper nesting than a sensible document has is not followed.
 */
final class LenientJsonReader {
    private static final int MAX_DEPTH = 1000;

    private final String text;
    private final JsonTokens out = new JsonTokens();
    private int at;
    private int depth;

    LenientJsonReader(String text) { this.text = text; }

    JsonTokens read() {
        value();
        return out;
    }

    private void skipSpace() { while (at < text.length() && Strings.isWhiteSpace(text.charAt(at))) at++; }

    private boolean take(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private boolean takeWord(String word) {
        if (!text.startsWith(word, at)) return false;
        at += word.length();
        return true;
    }

    private void value() {
        skipSpace();
        if (depth > MAX_DEPTH) {
            at = text.length();
            out.integer(0);
        } else if (takeWord("null")) {
            out.nothing();
        } else if (takeWord("true")) {
            out.bool(true);
        } else if (takeWord("false")) {
            out.bool(false);
        } else if (take('"')) {
            out.text(string());
        } else if (take('[')) {
            array();
        } else if (take('{')) {
            object();
        } else {
            number();
        }
    }

    private void array() {
        depth++;
        int count = 0;
        skipSpace();
        while (at < text.length() && text.charAt(at) != ']') {
            int before = at;
            value();
            count++;
            skipSpace();
            if (!take(',') || at == before) break;
            skipSpace();
        }
        take(']');
        out.array(count);
        depth--;
    }

    private void object() {
        depth++;
        int count = 0;
        skipSpace();
        while (take('"')) {
            out.text(string());
            skipSpace();
            take(':');
            value();
            count++;
            skipSpace();
            if (!take(',')) break;
            skipSpace();
        }
        take('}');
        out.object(count);
        depth--;
    }

    private String string() {
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) escape(value, text.charAt(at++));
            else value.append(c);
        }
        take('"');
        return value.toString();
    }

    private void escape(StringBuilder value, char c) {
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'u' -> {
                int code = at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")
                        ? Integer.parseInt(text.substring(at, at + 4), 16) : -1;
                if (code < 0) {
                    value.append('u');
                } else {
                    value.append((char) code);
                    at += 4;
                }
            }
            default -> value.append(c);
        }
    }

    private void number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        String digits = text.substring(start, at);
        if (digits.matches("-?[0-9]+")) {
            integer(digits);
        } else if (digits.matches("-?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?")) {
            out.number(Double.parseDouble(digits));
        } else {
            at = start;
            out.integer(0);
        }
    }

    private void integer(String digits) {
        try {
            out.integer(Long.parseLong(digits));
        } catch (NumberFormatException tooLarge) {
            // Documented: overflow gives 0.
            out.integer(0);
        }
    }
}
