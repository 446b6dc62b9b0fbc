package dev.ithaca.vm.syntax;

import java.util.Arrays;
import java.util.List;

/**
 * String and character literals (chapter 1, section 1.6). Single quotes hold a character when there is one unit between
 * them, a string when there are more.
 */
final class QuoteLexer {
    private final Lexer lexer;
    private final String text;
    private final OffsetMap offsets;
    private final InterpolationScanner scanner;
    /** Set by the first literal without an end; from then on literals must end on their line. */
    private boolean lineBound;

    QuoteLexer(Lexer lexer, String text, OffsetMap offsets) {
        this.lexer = lexer;
        this.text = text;
        this.offsets = offsets;
        this.scanner = new InterpolationScanner(text);
    }

    /** Adds the literal opened by the double quote at {@code start}; returns the index after it. */
    int doubleQuoted(int start) {
        int close = lineBound ? closeOnLine(start) : scanner.closingQuote(start);
        if (close < 0) return unterminated(start, "unterminated string literal");
        string(start, start + 1, close, close + 1);
        return close + 1;
    }

    private int closeOnLine(int start) {
        for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '"') return i;
            if (text.charAt(i) == '\\') i++;
        }
        return -1;
    }

    /** Adds the literal opened by the single quote at {@code start}; returns the index after it. */
    int singleQuoted(int start) {
        int units = 0;
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '\'') {
            boolean escape = text.charAt(i) == '\\';
            if (lineBound && text.charAt(i) == '\n' || escape && (i + 1 >= text.length() || text.charAt(i + 1) == '\n')) {
                return unterminated(start, "unterminated character or string literal");
            }
            i += escape ? 1 : 0;
            i += Character.charCount(text.codePointAt(i));
            units++;
        }
        if (i >= text.length()) return unterminated(start, "unterminated character or string literal");
        if (units >= 2) string(start, start + 1, i, i + 1);
        else if (units == 1) character(start, i);
        else {
            lexer.error("L6", start, i + 1, "empty character literal");
            lexer.add(TokenKind.ERROR, start, i + 1, null);
        }
        return i + 1;
    }

    private void character(int start, int close) {
        int first = text.codePointAt(start + 1);
        int codePoint = first == '\\' ? unescape(text.charAt(start + 2)) : first;
        if (codePoint < 0) {
            lexer.error("L7", start, close + 1, "unknown escape `" + text.substring(start + 1, close) + "` in character literal");
            codePoint = 0;
        }
        lexer.add(TokenKind.CHAR, start, close + 1, new Token.CharValue(codePoint));
    }

    /** The rest of the line is taken for the string, so that the code below it still makes sense. */
    private int unterminated(int start, String message) {
        lineBound = true;
        lexer.error("L2", start, start + 1, message);
        int end = text.indexOf('\n', start);
        if (end < 0) end = text.length();
        lexer.add(TokenKind.STRING, start, end, new Token.StringValue(
                new StringText(text.substring(start + 1, end), offsets.from(start + 1), List.of())));
        return end;
    }

    private void string(int start, int from, int to, int end) {
        lexer.add(TokenKind.STRING, start, end, new Token.StringValue(content(from, to)));
    }

    private StringText content(int from, int to) {
        String raw = text.substring(from, to);
        return raw.indexOf('\\') < 0 ? StringText.of(raw, offsets.from(from)) : unescaped(raw, from);
    }

    private StringText unescaped(String raw, int from) {
        StringBuilder value = new StringBuilder(raw.length());
        int[] table = new int[raw.length() + 1];
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            int replacement = c == '\\' && i + 1 < raw.length() ? unescape(raw.charAt(i + 1)) : -1;
            table[value.length()] = offsets.at(from + i);
            value.append(replacement < 0 ? c : (char) replacement);
            if (replacement < 0 && c == '\\' && i + 1 < raw.length()) {
                // An unknown escape stands for itself; its second character starts no escape of its own.
                table[value.length()] = offsets.at(from + i + 1);
                value.append(raw.charAt(i + 1));
                i++;
            } else if (replacement >= 0) {
                i++;
            }
            i++;
        }
        table[value.length()] = offsets.at(from + raw.length());
        return StringText.of(value.toString(), OffsetMap.of(Arrays.copyOf(table, value.length() + 1)));
    }

    /** The character an escape letter stands for, or -1. */
    private static int unescape(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> 0;
            case '\\', '\'', '"' -> letter;
            default -> -1;
        };
    }
}
