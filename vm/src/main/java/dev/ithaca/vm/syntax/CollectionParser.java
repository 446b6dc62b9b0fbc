package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everything that starts with a bracket: groups, tuples, lists, ranges, maps, sets and blocks. */
final class CollectionParser {
    private final Grammar grammar;
    private final Cursor cursor;

    CollectionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Expr collection(int start) {
        return switch (cursor.kind()) {
            case LEFT_PAREN -> parenthesized(start);
            case LEFT_BRACKET -> list(start);
            case LEFT_BRACE -> grammar.statements.block();
            case PERCENT -> map(start);
            default -> set(start);
        };
    }

    private Expr parenthesized(int start) {
        cursor.moveTo(start + 1);
        if (cursor.eat(TokenKind.RIGHT_PAREN)) return new Expr.Unit(cursor.spanFrom(start));
        Expr first = grammar.exprs.onLaterLine();
        if (first == null) return null;
        List<Expr> elements = moreElements(first, grammar.exprs::onLaterLine, false);
        if (!cursor.eatOnLaterLine(TokenKind.RIGHT_PAREN)) return null;
        return elements.size() == 1 ? first : new Expr.Tuple(elements, cursor.spanFrom(start));
    }

    private Expr list(int start) {
        cursor.moveTo(start + 1);
        Expr first = grammar.exprs.onLaterLine();
        if (first != null && (cursor.eat(TokenKind.RANGE_INCLUSIVE) || cursor.eat(TokenKind.RANGE))) {
            Expr high = grammar.exprs.onLaterLine();
            return high != null && cursor.eatOnLaterLine(TokenKind.RIGHT_BRACKET)
                    ? new Expr.RangeList(first, high, cursor.spanFrom(start)) : null;
        }
        List<Expr> elements = first == null ? List.of() : moreElements(first, grammar.exprs::onLaterLine, false);
        int before = cursor.pos();
        Expr tail = cursor.eatOnLaterLine(TokenKind.BAR) ? grammar.exprs.onLaterLine() : null;
        if (tail == null) cursor.moveTo(before);
        return cursor.eatOnLaterLine(TokenKind.RIGHT_BRACKET) ? new Expr.ListLit(elements, tail, cursor.spanFrom(start)) : null;
    }

    private Expr set(int start) {
        cursor.moveTo(start + 1);
        if (!cursor.eat(TokenKind.LEFT_BRACE)) return null;
        Expr first = grammar.exprs.onLaterLine();
        List<Expr> elements = first == null ? List.of() : moreElements(first, grammar.exprs::onLaterLine, true);
        return cursor.eatOnLaterLine(TokenKind.RIGHT_BRACE) ? new Expr.SetLit(elements, cursor.spanFrom(start)) : null;
    }

    private Expr map(int start) {
        cursor.moveTo(start + 1);
        if (!cursor.eat(TokenKind.LEFT_BRACE)) return null;
        Expr.MapEntry first = mapEntry();
        List<Expr.MapEntry> entries = first == null ? List.of() : moreElements(first, this::mapEntry, true);
        return cursor.eatOnLaterLine(TokenKind.RIGHT_BRACE) ? new Expr.MapLit(entries, cursor.spanFrom(start)) : null;
    }

    private Expr.MapEntry mapEntry() {
        int start = cursor.pos();
        Expr key = grammar.exprs.onLaterLine();
        Expr value = key != null && cursor.eat(TokenKind.COLON) ? grammar.exprs.onLaterLine() : null;
        if (value != null) return new Expr.MapEntry(key, value);
        cursor.moveTo(start);
        return null;
    }

    /** {@code (Comma element)* Comma?} after the first element. */
    private <T> List<T> moreElements(T first, Supplier<T> element, boolean trailingComma) {
        List<T> elements = new ArrayList<>();
        for (T next = first; next != null; ) {
            elements.add(next);
            int before = cursor.pos();
            next = cursor.eatComma() ? element.get() : null;
            if (next == null && !trailingComma) cursor.moveTo(before);
        }
        return elements;
    }
}
