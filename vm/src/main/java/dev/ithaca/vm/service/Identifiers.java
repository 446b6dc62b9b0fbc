package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.StringText;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import java.util.List;
import java.util.Optional;

/** Finds names in a text that need not be right. */
final class Identifiers {
    private Identifiers() {}

    static boolean isPart(char c) { return Character.isLetterOrDigit(c) || c == '_'; }

    /** The name around or just before an offset, keywords, comments and strings aside. */
    static Optional<Span> around(String text, int offset) {
        int start = start(text, offset);
        int end = Math.clamp(offset, 0, text.length());
        while (end < text.length() && isPart(text.charAt(end))) end++;
        if (start == end || Character.isDigit(text.charAt(start)) || TokenKind.keyword(text.substring(start, end)) != null) return Optional.empty();
        return isCode(text, start) ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** Where the name that ends at an offset starts. */
    static int start(String text, int offset) {
        int start = Math.clamp(offset, 0, text.length());
        while (start > 0 && isPart(text.charAt(start - 1))) start--;
        return start;
    }

    /** Whether a place is code: no comment, and of a string only what is interpolated. */
    static boolean isCode(String text, int offset) {
        SourceFile file = new SourceFile("", text);
        return isCode(file, Lexer.tokenize(file).tokens(), offset);
    }

    private static boolean isCode(SourceFile file, List<Token> tokens, int offset) {
        for (Token token : tokens) {
            if (token.start() > offset) return true;
            if (offset > token.end() || offset == token.end() && token.kind() != TokenKind.COMMENT) continue;
            if (token.kind() == TokenKind.COMMENT) return offset == token.start();
            if (token.value() instanceof Token.StringValue(StringText string)) {
                return offset == token.start() || string.interpolations().stream().filter(part -> part.span().start() <= offset && offset <= part.span().end())
                        .findFirst().map(part -> isCode(file, Lexer.tokenize(file, part).tokens(), offset)).orElse(false);
            }
        }
        return true;
    }
}
