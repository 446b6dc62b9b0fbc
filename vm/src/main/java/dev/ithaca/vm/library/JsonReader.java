package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;

/** A strict parser of Json text (RFC 8259) with at most 128 levels of nesting. */
final class JsonReader {
    private static final int MAX_DEPTH = 128;

    private final String text;
    private final JsonTokens out = new JsonTokens();
    private int at;
    private int depth;

    JsonReader(String text) { this.text = text; }

    /** The one value of the text; a panic that says what is wrong and where. */
    JsonTokens read() {
        value();
        skipSpace();
        if (at < text.length()) throw wrong("trailing characters");
        return out;
    }

    private NostosException wrong(String problem) { return error(problem, at + 1); }

    private NostosException endInside(String what) { return error("EOF while parsing " + what, at); }

    private NostosException error(String problem, int end) {
        int line = 1;
        int column = 0;
        for (int i = 0; i < end && i < text.length(); i++) {
            column++;
            if (text.charAt(i) == '\n' && i + 1 < end) {
                line++;
                column = 0;
            }
        }
        return NostosException.panic("JSON parse error: " + problem + " at line " + line + " column " + column);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++;
    }

    private void value() {
        skipSpace();
        if (at == text.length()) throw endInside("a value");
        char c = text.charAt(at);
        switch (c) {
            case 'n' -> {
                word("null");
                out.nothing();
            }
            case 't' -> {
                word("true");
                out.bool(true);
            }
            case 'f' -> {
                word("false");
                out.bool(false);
            }
            case '"' -> out.text(string());
            case '[' -> nested(this::array);
            case '{' -> nested(this::object);
            default -> {
                if (c != '-' && (c < '0' || c > '9')) throw wrong("expected value");
                number();
            }
        }
    }

    private void nested(Runnable parse) {
        if (++depth > MAX_DEPTH) throw wrong("recursion limit exceeded");
        at++;
        parse.run();
        depth--;
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == text.length()) throw endInside("a value");
            if (text.charAt(at) != word.charAt(i)) throw wrong("expected ident");
        }
    }

    private void array() {
        int count = 0;
        skipSpace();
        if (at < text.length() && text.charAt(at) == ']') {
            at++;
            out.array(0);
            return;
        }
        while (true) {
            if (count == 0 && at == text.length()) throw endInside("a list");
            value();
            count++;
            skipSpace();
            if (at == text.length()) throw endInside("a list");
            char c = text.charAt(at);
            if (c == ']') break;
            if (c != ',') throw wrong("expected `,` or `]`");
            at++;
            skipSpace();
            if (at < text.length() && text.charAt(at) == ']') throw wrong("trailing comma");
        }
        at++;
        out.array(count);
    }

    private void object() {
        int count = 0;
        skipSpace();
        if (at < text.length() && text.charAt(at) == '}') {
            at++;
            out.object(0);
            return;
        }
        while (true) {
            skipSpace();
            if (at == text.length()) throw endInside("an object");
            if (text.charAt(at) != '"') throw wrong(count > 0 && text.charAt(at) == '}' ? "trailing comma" : "key must be a string");
            out.text(string());
            skipSpace();
            if (at == text.length()) throw endInside("an object");
            if (text.charAt(at) != ':') throw wrong("expected `:`");
            at++;
            value();
            count++;
            skipSpace();
            if (at == text.length()) throw endInside("an object");
            char c = text.charAt(at);
            if (c == '}') break;
            if (c != ',') throw wrong("expected `,` or `}`");
            at++;
        }
        at++;
        out.object(count);
    }

    private String string() {
        var value = new StringBuilder();
        at++;
        while (true) {
            if (at == text.length()) throw endInside("a string");
            char c = text.charAt(at);
            if (c == '"') break;
            if (c < ' ') throw wrong("control character (\\u0000-\\u001F) found while parsing a string");
            at++;
            if (c == '\\') escape(value);
            else value.append(c);
        }
        at++;
        return value.toString();
    }

    private void escape(StringBuilder value) {
        if (at == text.length()) throw endInside("a string");
        char c = text.charAt(at++);
        switch (c) {
            case '"', '\\', '/' -> value.append(c);
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> unicode(value);
            default -> {
                at--;
                throw wrong("invalid escape");
            }
        }
    }

    private void unicode(StringBuilder value) {
        char first = hex();
        if (Character.isLowSurrogate(first)) throw error("lone leading surrogate in hex escape", at);
        value.append(first);
        if (!Character.isHighSurrogate(first)) return;
        if (!text.startsWith("\\u", at)) throw wrong("unexpected end of hex escape");
        at += 2;
        char second = hex();
        if (!Character.isLowSurrogate(second)) throw error("lone leading surrogate in hex escape", at);
        value.append(second);
    }

    private char hex() {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            if (at == text.length()) throw endInside("a string");
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0 || text.charAt(at) > 'f') throw wrong("invalid escape");
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private void number() {
        int start = at;
        if (text.charAt(at) == '-') at++;
        int whole = at;
        digits();
        if (at - whole > 1 && text.charAt(whole) == '0') throw error("invalid number", whole + 2);
        boolean integer = true;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
            integer = false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) at++;
            digits();
            integer = false;
        }
        emit(text.substring(start, at), integer);
    }

    private void emit(String digits, boolean integer) {
        if (integer) {
            try {
                out.integer(Long.parseLong(digits));
                return;
            } catch (NumberFormatException tooLarge) {
                // Integers beyond 64 bits become floating-point numbers, as documented.
                out.number(Double.parseDouble(digits));
                return;
            }
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) throw error("number out of range", at);
        out.number(value);
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        if (at == start) throw at == text.length() ? endInside("a value") : wrong("invalid number");
    }
}
