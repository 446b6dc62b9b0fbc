package dev.ithaca.vm.syntax;

/** Makes literal nodes from literal tokens. */
final class Literals {
    private Literals() {}

    /** The literal of a token, strings without interpolation. */
    static Expr.Literal plain(Token token) {
        Span span = token.span();
        if (token.kind() == TokenKind.TRUE) return new Expr.BoolLit(true, span);
        if (token.kind() == TokenKind.FALSE) return new Expr.BoolLit(false, span);
        return switch (token.value()) {
            case Token.IntValue value -> new Expr.IntLit(value.value(), value.kind(), span);
            case Token.FloatValue value -> new Expr.FloatLit(value.value(), value.kind(), span);
            case Token.CharValue value -> new Expr.CharLit(value.codePoint(), span);
            case Token.StringValue value -> new Expr.StringLit(value.text().value(), span);
        };
    }
}
