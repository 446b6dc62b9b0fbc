package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Documentation;
import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import dev.ithaca.vm.types.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the call around the caret in a text that need not be complete, and what it may call. */
final class CallHints {
    private static final Set<TokenKind> ENDS_SEARCH = Set.of(TokenKind.LEFT_BRACE, TokenKind.SEMICOLON);

    private CallHints() {}

    /**
     * @param name the function's name in the text
     * @param open offset of the parenthesis
     * @param label the argument's label, or null
     */
    record Call(Span name, int open, int argument, String label, boolean method) {}

    static Optional<Call> around(String text, int offset) {
        if (!Identifiers.isCode(text, Math.max(0, offset - 1)) && !Identifiers.isCode(text, offset)) return Optional.empty();
        List<Token> code = Lexer.tokenize(new SourceFile("", text)).tokens().stream()
                .filter(t -> t.kind() != TokenKind.NEWLINE && t.kind() != TokenKind.COMMENT && t.end() <= offset && t.kind() != TokenKind.END_OF_INPUT).toList();
        int depth = 0;
        int commas = 0;
        int argumentStart = code.size();
        for (int i = code.size() - 1; i > 0; i--) {
            TokenKind kind = code.get(i).kind();
            if (kind == TokenKind.RIGHT_PAREN || kind == TokenKind.RIGHT_BRACKET || kind == TokenKind.RIGHT_BRACE) depth++;
            else if (depth > 0 && (kind == TokenKind.LEFT_PAREN || kind == TokenKind.LEFT_BRACKET || kind == TokenKind.LEFT_BRACE)) depth--;
            else if (depth > 0) continue;
            else if (ENDS_SEARCH.contains(kind)) return Optional.empty();
            else if (kind == TokenKind.LEFT_BRACKET) commas = 0;
            else if (kind == TokenKind.COMMA) {
                if (commas++ == 0) argumentStart = i + 1;
            } else if (kind == TokenKind.LEFT_PAREN) {
                Token name = code.get(i - 1);
                boolean called = (name.kind() == TokenKind.LOWER || name.kind() == TokenKind.UPPER) && name.end() == code.get(i).start();
                if (called) return Optional.of(call(code, i, commas, commas == 0 ? i + 1 : argumentStart));
                commas = 0;
            }
        }
        return Optional.empty();
    }

    private static Call call(List<Token> code, int open, int argument, int first) {
        boolean labelled = first + 1 < code.size() && code.get(first).kind() == TokenKind.LOWER && code.get(first + 1).kind() == TokenKind.COLON;
        boolean method = open > 1 && code.get(open - 2).kind() == TokenKind.DOT;
        return new Call(code.get(open - 1).span(), code.get(open).start(), argument, labelled ? code.get(first).text() : null, method);
    }

    /** The text with nothing but a parenthesis from the call's first argument to the end of the line. */
    static String closed(String text, int offset, Call call) {
        int lineEnd = text.indexOf('\n', offset);
        return text.substring(0, call.open()) + "()" + (lineEnd < 0 ? "" : text.substring(lineEnd));
    }

    static Optional<CallHint> hint(Call call, List<Symbol> meanings) {
        List<CallHint.Signature> signatures = new ArrayList<>();
        for (Symbol symbol : meanings) {
            String text = symbol.signature();
            int open = text.indexOf('(');
            if (open < 0 || symbol.kind() == Symbol.Kind.TYPE || signatures.stream().anyMatch(s -> s.text().equals(text))) continue;
            signatures.add(signature(text, open, call, symbol));
        }
        return signatures.isEmpty() ? Optional.empty() : Optional.of(new CallHint(call.open(), signatures, call.argument()));
    }

    private static CallHint.Signature signature(String text, int open, Call call, Symbol symbol) {
        List<CallHint.Range> parameters = parameters(text, open);
        int active = call.argument() + (call.method() && symbol.kind() == Symbol.Kind.METHOD ? 1 : 0);
        for (int i = 0; call.label() != null && i < parameters.size(); i++) {
            if (text.startsWith(call.label() + ":", parameters.get(i).start())) active = i;
        }
        String doc = symbol.doc() == null ? null : Documentation.of(symbol.doc()).summary();
        return new CallHint.Signature(text, parameters, active < parameters.size() ? active : -1, doc);
    }

    /** The ranges between the outermost commas. */
    private static List<CallHint.Range> parameters(String text, int open) {
        List<CallHint.Range> found = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (depth == 0 && (c == ',' || c == ')')) {
                if (i > start) found.add(new CallHint.Range(start, i));
                if (c == ')') break;
                start = i + 2;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
        return found;
    }
}
