package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.StringText;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The tokens of a text, those inside interpolations included. */
final class NameTokens {
    private static final Set<TokenKind> NO_CODE = Set.of(TokenKind.NEWLINE, TokenKind.COMMENT, TokenKind.END_OF_INPUT);

    /** @param before the tokens of its list up to it, which tell what kind of place it is
     *  @param next the token after it, or null */
    record Named(Token token, List<Token> before, Token next) {}

    private NameTokens() {}

    /** The names with one of these spellings, in the order of the text. */
    static List<Named> named(SourceFile file, Set<String> spellings) {
        List<Named> found = new ArrayList<>();
        collect(file, Lexer.tokenize(file).tokens(), spellings, found);
        found.sort(Comparator.comparingInt(n -> n.token().start()));
        return found;
    }

    private static void collect(SourceFile file, List<Token> all, Set<String> spellings, List<Named> found) {
        List<Token> code = all.stream().filter(t -> !NO_CODE.contains(t.kind())).toList();
        for (int i = 0; i < code.size(); i++) {
            Token token = code.get(i);
            if ((token.kind() == TokenKind.LOWER || token.kind() == TokenKind.UPPER) && spellings.contains(token.text())) {
                found.add(new Named(token, code.subList(0, i), i + 1 < code.size() ? code.get(i + 1) : null));
            } else if (token.value() instanceof Token.StringValue(StringText string)) {
                for (StringText.Interpolation part : string.interpolations()) {
                    collect(file, Lexer.tokenize(file, part).tokens(), spellings, found);
                }
            }
        }
    }

    /** Every name token within a range, those inside interpolations included. */
    static List<Token> within(SourceFile file, Span span) {
        List<Token> found = new ArrayList<>();
        within(file, Lexer.tokenize(file).tokens(), span, found);
        return found;
    }

    private static void within(SourceFile file, List<Token> all, Span span, List<Token> found) {
        for (Token token : all) {
            if (token.end() <= span.start() || token.start() >= span.end()) continue;
            if (token.kind() == TokenKind.LOWER || token.kind() == TokenKind.UPPER) found.add(token);
            else if (token.value() instanceof Token.StringValue(StringText string)) {
                string.interpolations().forEach(part -> within(file, Lexer.tokenize(file, part).tokens(), span, found));
            }
        }
    }

    /**
     * The name before the bracket in which a label stands, as in {@code Point{x: 1}} or {@code f(x: 1)}; null if the name is
     * no label.
     */
    static Token labelled(Named name) {
        if (name.token().kind() != TokenKind.LOWER || name.next() == null || name.next().kind() != TokenKind.COLON) return null;
        List<Token> before = name.before();
        if (before.isEmpty()) return null;
        TokenKind previous = before.getLast().kind();
        if (previous != TokenKind.LEFT_BRACE && previous != TokenKind.LEFT_PAREN && previous != TokenKind.COMMA) return null;
        int depth = 0;
        for (int i = before.size() - 1; i > 0; i--) {
            switch (before.get(i).kind()) {
                case RIGHT_BRACE, RIGHT_PAREN, RIGHT_BRACKET -> depth++;
                case LEFT_BRACE, LEFT_PAREN, LEFT_BRACKET -> {
                    if (depth-- > 0) continue;
                    Token owner = before.get(i - 1);
                    boolean isName = owner.kind() == TokenKind.LOWER || owner.kind() == TokenKind.UPPER;
                    return isName && owner.end() == before.get(i).start() ? owner : null;
                }
                default -> { }
            }
        }
        return null;
    }
}
