package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/** The state of one parse: where it is, where it failed furthest, how deep it is, and what it has found wrong. */
final class Cursor {
    /**
     * Deeper trees would overflow the stacks of the parser and of everything that walks them recursively. One level takes
     * up to 2.7 kB of an interpreted thread's stack, so this fits twice into the usual megabyte.
     */
    private static final int MAX_DEPTH = 200;
    /** Operator and call chains nest without nested calls of the parser, but later phases walk them recursively. */
    private static final int MAX_CHAIN = 4000;
    private static final TokenSet NAME_KEYWORDS =
            TokenSet.of(TokenKind.SELF, TokenKind.PANIC, TokenKind.TO, TokenKind.FROM);

    final SourceFile file;
    final TokenBuffer tokens;
    final FailureTracker failures = new FailureTracker();
    private final List<Diagnostic> diagnostics;
    private int pos;
    private int limit;
    private int depth;
    private boolean recovering;

    Cursor(SourceFile file, TokenBuffer tokens, int depth, List<Diagnostic> diagnostics) {
        this.file = file;
        this.tokens = tokens;
        this.limit = tokens.size();
        this.depth = depth;
        this.diagnostics = diagnostics;
    }

    // ---- position ---------------------------------------------------------------------------------------------------

    int pos() { return pos; }

    void moveTo(int index) { pos = index; }

    /** Tokens from here on look like the end of input; the end itself by default. */
    int limit() { return limit; }

    void setLimit(int index) { limit = index; }

    TokenKind kind() { return kindAt(pos); }

    TokenKind kindAt(int index) { return index < limit ? tokens.kind(index) : TokenKind.END_OF_INPUT; }

    Token token() { return tokens.get(pos); }

    Token previous() { return tokens.get(pos - 1); }

    boolean at(TokenKind kind) { return kind() == kind; }

    // ---- terminals --------------------------------------------------------------------------------------------------

    boolean eat(TokenKind kind) {
        if (kind() == kind) {
            pos++;
            return true;
        }
        failures.expected(pos, kind);
        return false;
    }

    /** {@code NL*}. */
    void skipNewlines() {
        if (kind() == TokenKind.NEWLINE) pos++;
        failures.expected(pos, TokenKind.NEWLINE);
    }

    /** {@code NL* kind}; stays where it is on failure. */
    boolean eatOnLaterLine(TokenKind kind) {
        int start = pos;
        skipNewlines();
        if (eat(kind)) return true;
        pos = start;
        return false;
    }

    /** {@code NL* ',' NL*}; stays where it is on failure. */
    boolean eatComma() {
        if (!eatOnLaterLine(TokenKind.COMMA)) return false;
        skipNewlines();
        return true;
    }

    static boolean isName(TokenKind kind) { return kind == TokenKind.LOWER || NAME_KEYWORDS.contains(kind); }

    static boolean isTypeName(TokenKind kind) { return kind == TokenKind.UPPER || kind == TokenKind.SELF_TYPE; }

    /** The rule Ident, or null. */
    Name name() {
        if (isName(kind())) return take();
        failures.expectedName(pos);
        return null;
    }

    /** The rule TypeName, or null. */
    Name typeName() {
        if (isTypeName(kind())) return take();
        failures.expectedOther(pos);
        return null;
    }

    /** The rule AnyIdent, or null. */
    Name anyName() {
        TokenKind kind = kind();
        if (kind == TokenKind.LOWER || kind == TokenKind.SELF || isTypeName(kind)) return take();
        failures.expectedOther(pos);
        return null;
    }

    private Name take() {
        Token token = tokens.get(pos++);
        return new Name(token.text(), token.span());
    }

    /** From the first token at or after {@code start} that is not a newline to the last token consumed. */
    Span spanFrom(int start) {
        int first = tokens.kind(start) == TokenKind.NEWLINE ? start + 1 : start;
        int last = Math.max(pos - 1, first);
        return new Span(tokens.get(first).start(), tokens.get(last).end());
    }

    // ---- bounds -----------------------------------------------------------------------------------------------------

    int depth() { return depth; }

    void restoreDepth(int value) { depth = value; }

    void enter() {
        if (++depth > MAX_DEPTH) throw new NestingException(pos);
    }

    void leave() { depth--; }

    void checkChain(int length) {
        if (length > MAX_CHAIN) throw new NestingException(pos);
    }

    // ---- findings ---------------------------------------------------------------------------------------------------

    /** Whether blocks and arms step over statements that do not parse. */
    boolean isRecovering() { return recovering; }

    void setRecovering(boolean value) { recovering = value; }

    void report(Diagnostic diagnostic) { diagnostics.add(diagnostic); }

    /** What was reported since the list had a certain size. */
    List<Diagnostic> diagnosticsFrom(int size) { return new ArrayList<>(diagnostics.subList(size, diagnostics.size())); }

    int diagnosticCount() { return diagnostics.size(); }

    void dropDiagnosticsFrom(int size) { diagnostics.subList(size, diagnostics.size()).clear(); }
}
