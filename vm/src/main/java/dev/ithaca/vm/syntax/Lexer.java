package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns text into tokens (chapter 1, section 1). Total: any text gives a token list that ends with an end of input, and
 * mistakes become diagnostics next to {@link TokenKind#ERROR} tokens or repaired literals.
 */
public final class Lexer {
    /** More errors than this in one text are not worth listing; the text is hardly a program. */
    static final String UNCLOSED_COMMENT = "L3";
    private static final int MAX_ERRORS = 100;

    private final SourceFile file;
    private final String text;
    private final OffsetMap offsets;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final NumberLexer numbers;
    private final QuoteLexer quotes;
    private int at;

    private Lexer(SourceFile file, String text, OffsetMap offsets) {
        this.file = file;
        this.text = text;
        this.offsets = offsets;
        this.numbers = new NumberLexer(this, text);
        this.quotes = new QuoteLexer(this, text, offsets);
    }

    /** All tokens of a file, comments and newlines included. */
    public static LexResult tokenize(SourceFile file) { return new Lexer(file, file.text(), OffsetMap.IDENTITY).run(); }

    /** The tokens inside an interpolation, placed in the file that contains it. */
    public static LexResult tokenize(SourceFile file, StringText.Interpolation interpolation) {
        return new Lexer(file, interpolation.code(), interpolation.offsets()).run();
    }

    private LexResult run() {
        while (at < text.length()) next();
        add(TokenKind.END_OF_INPUT, at, "", null);
        return new LexResult(tokens, diagnostics);
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case ' ', '\t', '\r' -> at++;
            case '\n' -> newline();
            case '#' -> hash();
            case '"' -> at = quotes.doubleQuoted(at);
            case '\'' -> at = quotes.singleQuoted(at);
            default -> {
                if (isDigit(c)) at = numbers.number(at);
                else if (isNameStart(c)) name();
                else operator(c);
            }
        }
    }

    private void newline() {
        int start = at;
        while (at < text.length() && text.charAt(at) == '\n') at++;
        add(TokenKind.NEWLINE, start, "newline", null);
    }

    private void hash() {
        int start = at;
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        if (next == '{') {
            at++;
            add(TokenKind.HASH, start, "#", null);
        } else if (next == '*') {
            blockComment(start);
        } else {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            add(TokenKind.COMMENT, start, text.substring(start, at), null);
        }
    }

    private void blockComment(int start) {
        int i = start + 2;
        while (i < text.length()) {
            if (text.charAt(i) != '*') i++;
            else if (i + 1 < text.length() && text.charAt(i + 1) == '#') break;
            else i += 2; // a star takes the character after it along, so `**#` does not end the comment
        }
        boolean closed = i < text.length();
        at = closed ? i + 2 : text.length();
        if (!closed) error(UNCLOSED_COMMENT, start, start + 2, "unterminated block comment: `*#` is missing");
        add(TokenKind.COMMENT, start, text.substring(start, at), null);
    }

    private void name() {
        int start = at;
        at++;
        while (at < text.length() && isNamePart(text.charAt(at))) at++;
        String spelling = text.substring(start, at);
        TokenKind kind = TokenKind.keyword(spelling);
        if (kind != null) add(kind, start, kind.text(), null);
        else if (spelling.equals("_")) add(TokenKind.UNDERSCORE, start, "_", null);
        else add(isUpper(spelling.charAt(0)) ? TokenKind.UPPER : TokenKind.LOWER, start, spelling, null);
    }

    private void operator(char c) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        TokenKind kind = switch (c) {
            case '+' -> next == '+' ? TokenKind.CONCAT : next == '=' ? TokenKind.PLUS_ASSIGN : TokenKind.PLUS;
            case '-' -> next == '>' ? TokenKind.ARROW : next == '=' ? TokenKind.MINUS_ASSIGN : TokenKind.MINUS;
            case '*' -> next == '*' ? TokenKind.POWER : next == '=' ? TokenKind.STAR_ASSIGN : TokenKind.STAR;
            case '/' -> next == '=' ? TokenKind.SLASH_ASSIGN : TokenKind.SLASH;
            case '%' -> TokenKind.PERCENT;
            case '=' -> next == '=' ? TokenKind.EQ : next == '>' ? TokenKind.FAT_ARROW : TokenKind.ASSIGN;
            case '!' -> next == '=' ? TokenKind.NE : TokenKind.BANG;
            case '<' -> next == '=' ? TokenKind.LE : next == '-' ? TokenKind.SEND : TokenKind.LT;
            case '>' -> next == '=' ? TokenKind.GE : TokenKind.GT;
            case '&' -> next == '&' ? TokenKind.AND : TokenKind.ERROR;
            case '|' -> next == '|' ? TokenKind.OR : next == '>' ? TokenKind.PIPE_GT : TokenKind.BAR;
            case ':' -> next == ':' ? TokenKind.CONS : TokenKind.COLON;
            case '.' -> next != '.' ? TokenKind.DOT : text.startsWith("..=", at) ? TokenKind.RANGE_INCLUSIVE : TokenKind.RANGE;
            case '?' -> TokenKind.QUESTION;
            case '^' -> TokenKind.CARET;
            case '~' -> TokenKind.TILDE;
            case '@' -> TokenKind.AT;
            case '$' -> TokenKind.DOLLAR;
            case ',' -> TokenKind.COMMA;
            case ';' -> TokenKind.SEMICOLON;
            case '(' -> TokenKind.LEFT_PAREN;
            case ')' -> TokenKind.RIGHT_PAREN;
            case '[' -> TokenKind.LEFT_BRACKET;
            case ']' -> TokenKind.RIGHT_BRACKET;
            case '{' -> TokenKind.LEFT_BRACE;
            case '}' -> TokenKind.RIGHT_BRACE;
            default -> TokenKind.ERROR;
        };
        if (kind == TokenKind.ERROR) {
            strayCharacter();
        } else {
            int start = at;
            at += kind.text().length();
            add(kind, start, kind.text(), null);
        }
    }

    private void strayCharacter() {
        int start = at;
        int codePoint = text.codePointAt(at);
        at += Character.charCount(codePoint);
        String spelling = text.substring(start, at);
        String shown = Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE
                ? "U+%04X".formatted(codePoint) : "`" + spelling + "`";
        error("L1", start, at, "unexpected character " + shown);
        add(TokenKind.ERROR, start, spelling, null);
    }

    // ---- for the literal lexers -------------------------------------------------------------------------------------

    /** Adds a token that ends at {@code end} of the text. */
    void add(TokenKind kind, int start, int end, Token.Value value) {
        tokens.add(new Token(kind, offsets.at(start), offsets.at(end), text.substring(start, end), value));
    }

    private void add(TokenKind kind, int start, String spelling, Token.Value value) {
        tokens.add(new Token(kind, offsets.at(start), offsets.at(at), spelling, value));
    }

    void error(String code, int start, int end, String message) {
        if (diagnostics.size() >= MAX_ERRORS) return;
        diagnostics.add(Diagnostic.error(Diagnostic.Phase.PARSE, code, file,
                new Span(offsets.at(start), offsets.at(end)), message));
    }

    /** Adds a token that takes the minus sign before it along. */
    void addWithMinus(TokenKind kind, int start, int end, Token.Value value) {
        Token minus = tokens.removeLast();
        tokens.add(new Token(kind, minus.start(), offsets.at(end), "-" + text.substring(start, end), value));
    }

    /** Whether the last token is a minus sign that cannot be a binary operator. */
    boolean afterPrefixMinus() {
        int last = tokens.size() - 1;
        if (last < 0 || tokens.get(last).kind() != TokenKind.MINUS) return false;
        if (last == 0) return true;
        return switch (tokens.get(last - 1).kind()) {
            case LOWER, UPPER, INT, FLOAT, STRING, CHAR, RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE, QUESTION, TRUE, FALSE,
                 SELF, PANIC, TO, FROM -> false;
            default -> true;
        };
    }

    static boolean isDigit(char c) { return c >= '0' && c <= '9'; }

    private static boolean isUpper(char c) { return c >= 'A' && c <= 'Z'; }

    private static boolean isNameStart(char c) { return c >= 'a' && c <= 'z' || isUpper(c) || c == '_'; }

    private static boolean isNamePart(char c) { return isNameStart(c) || isDigit(c); }
}
