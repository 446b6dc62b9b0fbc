package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The steps by which a selection grows: the word, what is in the quotes, the argument, what is in the brackets, the call,
 * the statement, the definition, everything. Brackets and separators decide, so that unfinished texts are served too.
 */
final class SelectionRanges {
    private final String text;
    private final List<Token> tokens;
    private final List<Span> spans = new ArrayList<>();

    private SelectionRanges(String text) {
        this.text = text;
        SourceFile file = new SourceFile("", text);
        tokens = Lexer.tokenize(file).tokens().stream().filter(t -> t.kind() != TokenKind.END_OF_INPUT).toList();
        group(0, tokens.size());
        Parser.parse(file).module().items().forEach(item -> spans.add(item.span()));
        spans.add(new Span(0, text.length()));
    }

    /** The smallest range that holds another one and more; the range itself if it is everything. */
    static Span around(String text, Span selected) {
        return new SelectionRanges(text).spans.stream()
                .filter(span -> span.start() <= selected.start() && selected.end() <= span.end() && span.length() > selected.length())
                .min(Comparator.comparingInt(Span::length)).orElse(selected);
    }

    /** Collects the ranges of the tokens of one pair of brackets, or of the whole text. */
    private void group(int from, int to) {
        int segment = from;
        int body = -1;
        int chain = -1;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case COMMA, SEMICOLON, NEWLINE -> {
                    segment(segment, body, i);
                    segment = i + 1;
                    body = -1;
                }
                case ARROW, FAT_ARROW, ASSIGN -> body = i + 1;
                default -> { }
            }
            chain = continues(i, from) ? chain : i;
            if (opens(token.kind())) {
                int close = close(i, to);
                group(i + 1, close);
                if (close < to) {
                    spans.add(new Span(token.end(), tokens.get(close).start()));
                    spans.add(new Span(token.start(), tokens.get(close).end()));
                    spans.add(new Span(tokens.get(chain).start(), tokens.get(close).end()));
                }
                i = close;
            } else {
                token(token);
                if (token.kind() == TokenKind.LOWER || token.kind() == TokenKind.UPPER) spans.add(new Span(tokens.get(chain).start(), token.end()));
            }
        }
        segment(segment, body, to);
    }

    private void token(Token token) {
        switch (token.kind().category()) {
            case PUNCTUATION, OPERATOR, NEWLINE, ERROR, END -> { }
            default -> spans.add(token.span());
        }
        if (token.kind() == TokenKind.STRING && token.end() - token.start() > 2) spans.add(new Span(token.start() + 1, token.end() - 1));
    }

    /** Whether a token goes on with the chain of calls and members that the one before belongs to. */
    private boolean continues(int i, int from) {
        if (i == from) return false;
        Token token = tokens.get(i);
        Token before = tokens.get(i - 1);
        if (before.end() != token.start()) return false;
        return token.kind() == TokenKind.DOT || before.kind() == TokenKind.DOT
                || (token.kind() == TokenKind.LEFT_PAREN || token.kind() == TokenKind.LEFT_BRACKET) && (before.kind() == TokenKind.LOWER || before.kind() == TokenKind.UPPER || closes(before.kind()));
    }

    /** A statement, an element or a clause; and what comes after its arrow or equals sign. */
    private void segment(int from, int body, int to) {
        if (from < to) trimmed(tokens.get(from).start(), tokens.get(to - 1).end());
        if (body > from && body < to) trimmed(tokens.get(body).start(), tokens.get(to - 1).end());
    }

    private void trimmed(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) from++;
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) to--;
        spans.add(new Span(from, to));
    }

    private static boolean opens(TokenKind kind) { return kind == TokenKind.LEFT_PAREN || kind == TokenKind.LEFT_BRACKET || kind == TokenKind.LEFT_BRACE; }

    private static boolean closes(TokenKind kind) { return kind == TokenKind.RIGHT_PAREN || kind == TokenKind.RIGHT_BRACKET || kind == TokenKind.RIGHT_BRACE; }

    /** Index of the partner of a bracket, or the end. */
    private int close(int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            if (opens(tokens.get(i).kind())) depth++;
            else if (closes(tokens.get(i).kind()) && --depth == 0) return i;
        }
        return to;
    }
}
