package dev.ithaca.ide.editor;

import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.StringText;
import dev.ithaca.vm.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Colours text by the compiler's own lexer, interpolations inside strings included. */
public final class LexerTokenizer implements Tokenizer {
    @Override public TokenMap tokens(String text) {
        List<TokenMap.Token> out = new ArrayList<>();
        SourceFile file = new SourceFile("", text);
        collect(file, Lexer.tokenize(file).tokens(), out);
        return TokenMap.of(out);
    }

    private static void collect(SourceFile file, List<Token> tokens, List<TokenMap.Token> out) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.value() instanceof Token.StringValue(StringText string)) {
                string(file, token, string, out);
            } else {
                TokenKind kind = kind(token, i + 1 < tokens.size() ? tokens.get(i + 1) : null);
                if (kind != null) add(token.start(), token.end(), kind, out);
            }
        }
    }

    private static void string(SourceFile file, Token token, StringText string, List<TokenMap.Token> out) {
        int from = token.start();
        for (StringText.Interpolation interpolation : string.interpolations()) {
            add(from, interpolation.span().start(), TokenKind.STRING, out);
            collect(file, Lexer.tokenize(file, interpolation).tokens(), out);
            from = interpolation.span().end();
        }
        add(from, token.end(), TokenKind.STRING, out);
    }

    private static void add(int start, int end, TokenKind kind, List<TokenMap.Token> out) {
        if (start < end) out.add(new TokenMap.Token(start, end, kind));
    }

    private static TokenKind kind(Token token, Token next) {
        return switch (token.kind().category()) {
            case KEYWORD -> TokenKind.KEYWORD;
            case UPPER_IDENTIFIER -> TokenKind.TYPE;
            case NUMBER -> TokenKind.NUMBER;
            case STRING, CHAR -> TokenKind.STRING;
            case COMMENT -> TokenKind.COMMENT;
            case OPERATOR -> TokenKind.OPERATOR;
            case IDENTIFIER -> next != null && next.kind() == dev.ithaca.vm.syntax.TokenKind.LEFT_PAREN && next.start() == token.end()
                    ? TokenKind.FUNCTION : null;
            case PUNCTUATION, NEWLINE, ERROR, END -> null;
        };
    }
}
