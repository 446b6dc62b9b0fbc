package dev.ithaca.vm.syntax;

import dev.ithaca.vm.syntax.FailureTracker.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * The items of a file or inline module. An item that does not parse is parsed once more in recovery mode, in which its
 * blocks step over broken statements; if that fails, too, the parse goes on at the next line that looks like an item.
 */
final class ItemSequence {
    /** A text with more broken items is hardly a program; the rest of it is not read. */
    private static final int MAX_BROKEN_ITEMS = 300;

    private final Grammar grammar;
    private final Cursor cursor;
    private final TokenBuffer tokens;
    /** The furthest token that a broken item has looked at; what is remembered up to there lacks its failures. */
    private int lookedAt = -1;
    private int brokenItems;

    ItemSequence(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.tokens = grammar.cursor.tokens;
    }

    List<Item> file() { return items(false); }

    /** The items up to {@code end} or the end of the input, neither consumed. */
    List<Item> module() { return items(true); }

    private List<Item> items(boolean nested) {
        List<Item> items = new ArrayList<>();
        int depth = cursor.depth();
        int lastStart = -1;
        boolean strayEnd = false;
        while (true) {
            cursor.skipNewlines();
            if (brokenItems > MAX_BROKEN_ITEMS) cursor.moveTo(tokens.size() - 1);
            if (cursor.at(TokenKind.END_OF_INPUT)) return items;
            if (cursor.at(TokenKind.END) && strayEnd) {
                strayEnd = false;
                cursor.moveTo(cursor.pos() + 1);
                continue;
            }
            if (nested && cursor.at(TokenKind.END)) return items;
            int start = cursor.pos();
            try {
                Item item = grammar.items.item();
                if (item != null) {
                    items.add(item);
                    lastStart = start;
                } else if (cursor.pos() == start) { // else an item without a tree, reported
                    // The `end` of an implementation with a broken method belongs to nobody, nor does that of a broken module.
                    strayEnd = !nested || !items.isEmpty() && lacksEnd(items.getLast(), start);
                    brokenItems++;
                    recover(items, start, lastStart);
                    lastStart = -1;
                }
            } catch (NestingException deep) {
                brokenItems++;
                cursor.restoreDepth(depth);
                cursor.setRecovering(false);
                cursor.setLimit(tokens.size());
                cursor.report(SyntaxErrors.tooDeep(cursor, deep));
                cursor.moveTo(boundary(start, deep.index()));
                cursor.failures.reset();
                lastStart = -1;
            }
        }
    }

    private boolean lacksEnd(Item item, int next) {
        int last = next - 1;
        while (last > 0 && tokens.kind(last) == TokenKind.NEWLINE) last--;
        return (item instanceof Item.TraitImpl || item instanceof Item.TraitDef) && tokens.kind(last) != TokenKind.END;
    }

    /** @param lastStart first token of the item before, or -1 if that is not to be questioned */
    private void recover(List<Item> items, int start, int lastStart) {
        Failure failure = start <= lookedAt ? failAgain(start) : cursor.failures.furthest(start);
        lookedAt = Math.max(lookedAt, failure.index());
        // Leftovers on the line of the last item are part of it: `f() = g(1 2)` parses as `f() = g` first.
        if (lastStart >= 0 && !tokens.startsLine(start)) {
            Item last = items.removeLast();
            if (recoverItem(items, lastStart, failure, start)) return;
            items.add(last);
        }
        recoverItem(items, start, failure, start);
    }

    /** An unclosed bracket above made these items part of another one, and their failures are forgotten: find them anew. */
    private Failure failAgain(int start) {
        grammar.forget(start, boundary(start, cursor.failures.furthest(start).index()));
        cursor.failures.reset();
        cursor.moveTo(start);
        grammar.items.item();
        return cursor.failures.furthest(start);
    }

    /**
     * Parses the item at {@code from} stepping over broken statements.
     *
     * @param reached the parse must get further than this token to be of any use
     * @return whether it was; otherwise nothing has been reported unless {@code from == reached}
     */
    private boolean recoverItem(List<Item> items, int from, Failure failure, int reached) {
        int boundary = boundary(from, failure.index());
        int findings = cursor.diagnosticCount();
        cursor.moveTo(from);
        cursor.setLimit(boundary);
        cursor.setRecovering(true);
        cursor.failures.reset();
        grammar.forget(from, boundary);
        Item item = grammar.items.item();
        Failure second = item == null ? cursor.failures.furthest(from) : null;
        grammar.forget(from, boundary);
        cursor.setRecovering(false);
        cursor.setLimit(tokens.size());
        cursor.failures.reset();
        if (item == null && from < reached || item != null && cursor.pos() <= reached && from < reached) {
            cursor.dropDiagnosticsFrom(findings);
            return false;
        }
        if (item != null) items.add(item);
        else cursor.moveTo(boundary);
        report(failure, second, from, boundary, findings);
        return true;
    }

    /**
     * Reports what recovery stepped over, in the words of the first parse where both stumbled at the same place.
     *
     * @param second where the item failed again although its blocks were repaired, or null
     */
    private void report(Failure first, Failure second, int from, int boundary, int findings) {
        List<Diagnostic> recovered = cursor.diagnosticsFrom(findings);
        cursor.dropDiagnosticsFrom(findings);
        Diagnostic best = SyntaxErrors.diagnostic(cursor, first, from, boundary);
        boolean unclosed = !best.labels().isEmpty();
        boolean same = false;
        boolean steppedOver = false;
        for (Diagnostic diagnostic : recovered) {
            boolean here = diagnostic.isError() && diagnostic.span().start() == best.span().start();
            same |= here;
            steppedOver |= diagnostic.isError();
            if (!here) cursor.report(diagnostic);
        }
        if (same || unclosed || !steppedOver) SyntaxErrors.report(cursor, first, from, boundary);
        if (steppedOver && second != null && !unclosed) SyntaxErrors.report(cursor, second, from, boundary);
    }

    // ---- where the next item starts ---------------------------------------------------------------------------------

    /**
     * The first token after a broken item: a line that looks like an item, outside all brackets. Where a bracket is never
     * closed, the indentation decides.
     */
    private int boundary(int from, int failed) {
        int end = tokens.size() - 1;
        int i = from;
        while (i < end) {
            if (i > from && i >= failed && startsItem(i)) return i;
            int partner = tokens.partner(i);
            if (tokens.kind(i).opensBracket()) {
                if (partner < 0) return boundaryByIndentation(from);
                i = partner;
            }
            i++;
        }
        return end;
    }

    private int boundaryByIndentation(int from) {
        int column = column(from);
        int end = tokens.size() - 1;
        for (int i = from + 1; i < end; i++) {
            if (startsItem(i) && column(i) <= column) return i;
        }
        return end;
    }

    private int column(int index) { return cursor.file.column(tokens.get(index).start()); }

    private boolean startsItem(int index) {
        if (!tokens.startsLine(index)) return false;
        TokenKind kind = tokens.kind(index);
        TokenKind next = cursor.kindAt(index + 1);
        return switch (kind) {
            case PUB, TYPE, REACTIVE, TRAIT, MODULE, MVAR, CONST, USE, TEST, EXTERN, TEMPLATE, AT, END -> true;
            case VAR -> next == TokenKind.TYPE;
            case LOWER, SELF, PANIC, TO, FROM -> switch (next) {
                case ASSIGN, COLON, LEFT_BRACKET -> true;
                case LEFT_PAREN -> isFunctionHead(index + 1);
                default -> false;
            };
            case UPPER -> next == TokenKind.COLON || next == TokenKind.LEFT_BRACKET;
            default -> false;
        };
    }

    private boolean isFunctionHead(int paren) {
        int close = tokens.partner(paren);
        if (close < 0) return true;
        TokenKind after = cursor.kindAt(close + 1);
        if (after == TokenKind.NEWLINE) after = cursor.kindAt(close + 2);
        return after == TokenKind.ASSIGN || after == TokenKind.ARROW || after == TokenKind.WHEN;
    }
}
