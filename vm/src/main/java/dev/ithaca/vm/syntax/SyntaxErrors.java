package dev.ithaca.vm.syntax;

import dev.ithaca.vm.syntax.FailureTracker.Failure;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of the syntax phase (chapter 1, sections 12.2 and 12.4). */
final class SyntaxErrors {
    private SyntaxErrors() {}

    /** Reports a failure, unless the lexer has reported the offending token already. */
    static void report(Cursor cursor, Failure failure, int from, int to) {
        if (cursor.tokens.kind(failure.index()) != TokenKind.ERROR) cursor.report(diagnostic(cursor, failure, from, to));
    }

    /**
     * @param from token at which the broken item or statement starts; brackets before it are not its fault
     * @param to token after it
     */
    static Diagnostic diagnostic(Cursor cursor, Failure failure, int from, int to) {
        Token found = cursor.tokens.get(failure.index());
        Span span = found.kind() == TokenKind.NEWLINE ? new Span(found.start(), found.start() + 1) : found.span();
        if (isReceiveCall(cursor, failure.index())) return receiveCall(cursor, failure.index());
        boolean reserved = isReserved(found, failure);
        Diagnostic error = Diagnostic.error(Diagnostic.Phase.PARSE, reserved ? "S3" : "S1", cursor.file, span,
                reserved ? "'%s' is a reserved keyword".formatted(found.text()) : message(cursor, failure));
        int unclosed = cursor.tokens.unclosedBefore(Math.min(failure.index(), to), from);
        if (unclosed < 0) return FamiliarForms.help(cursor.tokens, failure.index()).map(error::withHelp).orElse(error);
        Token bracket = cursor.tokens.get(unclosed);
        return error.withLabels(List.of(new Diagnostic.Label(cursor.file, bracket.span(), "unclosed `" + bracket.text() + "`")))
                .withHelp("make sure all brackets and delimiters are properly closed");
    }

    /** The generic message, by the number of tokens that would have been accepted. */
    static String message(Cursor cursor, Failure failure) {
        Token token = cursor.tokens.get(failure.index());
        String found = found(token);
        List<TokenKind> expected = failure.expected().kinds();
        String list = expected.stream().map(kind -> "`" + kind.text() + "`").collect(Collectors.joining(", "));
        return switch (expected.size()) {
            case 0 -> "unexpected " + found;
            case 1 -> "expected " + list + ", found " + found;
            case 2, 3, 4 -> "expected one of " + list + ", found " + found;
            default -> "unexpected " + found + " (expected expression or statement)";
        };
    }

    private static String found(Token token) {
        return switch (token.value()) {
            case Token.StringValue string -> "`\"" + string.text().value() + "\"`";
            case null, default -> token.kind() == TokenKind.END_OF_INPUT ? "end of input" : "`" + token.text() + "`";
        };
    }

    private static boolean isReserved(Token found, Failure failure) {
        return found.kind().category() == TokenKind.Category.KEYWORD && failure.nameExpected()
                && failure.expected().kinds().size() < 5;
    }

    private static boolean isReceiveCall(Cursor cursor, int index) {
        return index > 0 && cursor.tokens.kind(index) == TokenKind.LEFT_PAREN
                && cursor.tokens.kind(index - 1) == TokenKind.RECEIVE;
    }

    private static Diagnostic receiveCall(Cursor cursor, int index) {
        return Diagnostic.error(Diagnostic.Phase.PARSE, "S2", cursor.file, cursor.tokens.get(index - 1).span(),
                "`receive` requires a block with pattern arms: `receive { pattern -> expr }`")
                .withNotes("Did you mean to use `receive { msg -> msg }` to receive any message?\n"
                        + "Note: `receive` is not a function — it cannot be called with parentheses.");
    }

    static Diagnostic bareUse(Cursor cursor, Name module, Span span) {
        return Diagnostic.error(Diagnostic.Phase.PARSE, "S4", cursor.file, span,
                "bare `use %1$s` is not valid — use `use %1$s.*` to import all public names, or `use %1$s.{SomeName}` to import specific names"
                        .formatted(module.text()));
    }

    static Diagnostic tooDeep(Cursor cursor, NestingException deep) {
        return Diagnostic.error(Diagnostic.Phase.PARSE, "S5", cursor.file, cursor.tokens.get(deep.index()).span(),
                "the program is nested too deeply here").withHelp("split it into several functions");
    }
}
