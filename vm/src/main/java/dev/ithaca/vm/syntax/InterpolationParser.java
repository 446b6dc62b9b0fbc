package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads the interpolations of string literals; text that is no expression stays text, with a warning. */
final class InterpolationParser {
    private final Cursor cursor;

    InterpolationParser(Cursor cursor) { this.cursor = cursor; }

    Expr string(Token token) {
        StringText text = ((Token.StringValue) token.value()).text();
        if (text.interpolations().isEmpty()) return new Expr.StringLit(text.value(), token.span());
        List<Expr> parts = new ArrayList<>();
        int done = 0;
        for (StringText.Interpolation interpolation : text.interpolations()) {
            Expr value = parse(interpolation);
            if (value == null) continue;
            addText(parts, text, done, interpolation.from());
            parts.add(value);
            done = interpolation.to();
        }
        if (parts.isEmpty()) return new Expr.StringLit(text.value(), token.span());
        addText(parts, text, done, text.value().length());
        return new Expr.Interpolation(parts, token.span());
    }

    private static void addText(List<Expr> parts, StringText text, int from, int to) {
        if (from < to) parts.add(new Expr.StringLit(text.value().substring(from, to), text.span(from, to)));
    }

    private Expr parse(StringText.Interpolation interpolation) {
        LexResult lexed = Lexer.tokenize(cursor.file, interpolation);
        if (!lexed.diagnostics().isEmpty()) return literal(interpolation, lexed.diagnostics().getFirst().message());
        List<Diagnostic> findings = new ArrayList<>();
        Grammar inner = new Grammar(cursor.file, lexed.tokens(), cursor.depth() + 1, findings);
        Expr value = inner.exprs.onLaterLine();
        if (value == null || !inner.cursor.at(TokenKind.END_OF_INPUT)) {
            inner.cursor.failures.expectedOther(inner.cursor.pos());
            return literal(interpolation, SyntaxErrors.message(inner.cursor, inner.cursor.failures.furthest(0)));
        }
        findings.forEach(cursor::report);
        return value;
    }

    private Expr literal(StringText.Interpolation interpolation, String reason) {
        cursor.report(Diagnostic.warning(Diagnostic.Phase.PARSE, "S7", cursor.file, interpolation.span(),
                "this interpolation is not an expression, so its text is kept as it is").withNotes(reason));
        return null;
    }
}
