package dev.ithaca.vm.syntax;

import dev.ithaca.vm.syntax.Token.IntForm;
import dev.ithaca.vm.syntax.Token.IntValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Patterns (chapter 1, section 3.5), more generous than the grammar in one point: list patterns nest to any depth. Every
 * rule returns null and stays where it is when it does not apply.
 */
final class PatternParser {
    private static final TokenSet STARTS = TokenSet.of(TokenKind.UNDERSCORE, TokenKind.TRUE, TokenKind.FALSE,
            TokenKind.MINUS, TokenKind.LEFT_PAREN, TokenKind.LEFT_BRACKET, TokenKind.LEFT_BRACE, TokenKind.PERCENT,
            TokenKind.HASH, TokenKind.CARET);

    private final Cursor cursor;
    private final Memo<Pattern> memo;

    PatternParser(Cursor cursor) {
        this.cursor = cursor;
        this.memo = new Memo<>(cursor.tokens.size());
    }

    void forget(int from, int to) { memo.forget(from, to); }

    /**
     * A quick look: can a pattern start here with one of these tokens after it? Saves most attempts to read expressions
     * as patterns; says yes when in doubt.
     */
    boolean mayStandBefore(int start, TokenSet follow) {
        int after = switch (cursor.kindAt(start)) {
            case LOWER, SELF, PANIC, TO, FROM, UNDERSCORE, TRUE, FALSE, FLOAT, STRING, CHAR -> start + 1;
            case INT -> rangeFollows(start + 1) ? start : start + 1;
            case CARET -> start + 2;
            case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> afterBrackets(start);
            case PERCENT, HASH -> cursor.kindAt(start + 1) == TokenKind.LEFT_BRACE ? afterBrackets(start + 1) : -1;
            case UPPER, SELF_TYPE -> switch (cursor.kindAt(start + 1)) {
                case LEFT_PAREN, LEFT_BRACE -> afterBrackets(start + 1);
                default -> start + 1;
            };
            case MINUS -> start;
            default -> -1;
        };
        if (after < 0) return false;
        boolean inDoubt = after == start;
        if (inDoubt || follow.contains(cursor.kindAt(after))) return true;
        if (after == start + 1) cursor.failures.expected(after, follow);
        return false;
    }

    private boolean rangeFollows(int index) {
        return cursor.kindAt(index) == TokenKind.RANGE || cursor.kindAt(index) == TokenKind.RANGE_INCLUSIVE;
    }

    private int afterBrackets(int open) {
        int close = cursor.tokens.partner(open);
        return close < 0 ? -1 : close + 1;
    }

    Pattern pattern() {
        int start = cursor.pos();
        Pattern first = base();
        if (first == null) return null;
        List<Pattern> alternatives = null;
        while (true) {
            int before = cursor.pos();
            Pattern next = cursor.eat(TokenKind.BAR) ? base() : null;
            if (next == null) {
                cursor.moveTo(before);
                return alternatives == null ? first : new Pattern.Or(alternatives, cursor.spanFrom(start));
            }
            if (alternatives == null) alternatives = new ArrayList<>(List.of(first));
            alternatives.add(next);
        }
    }

    /** The rule BasePat. */
    private Pattern base() {
        int start = cursor.pos();
        if (memo.isKnown(start)) {
            cursor.moveTo(memo.end(start));
            return memo.value(start);
        }
        cursor.enter();
        Pattern result = parseBase(start);
        cursor.leave();
        if (result == null) cursor.moveTo(start);
        memo.put(start, result, cursor.pos());
        return result;
    }

    private Pattern parseBase(int start) {
        return switch (cursor.kind()) {
            case UNDERSCORE -> {
                cursor.moveTo(start + 1);
                yield new Pattern.Wildcard(cursor.spanFrom(start));
            }
            case INT, MINUS -> number(start);
            case TRUE, FALSE, FLOAT, STRING, CHAR -> literal(start);
            case LEFT_PAREN -> parenthesized(start);
            case LEFT_BRACKET -> list(start);
            case LEFT_BRACE -> {
                List<Pattern.FieldPattern> fields = fields();
                yield fields == null ? null : new Pattern.Record(fields, cursor.spanFrom(start));
            }
            case PERCENT -> map(start);
            case HASH -> set(start);
            case CARET -> pin();
            case UPPER, SELF_TYPE -> constructor(start);
            case LOWER, SELF, PANIC, TO, FROM -> {
                Name name = cursor.name();
                yield new Pattern.Variable(name.text(), name.span());
            }
            default -> {
                cursor.failures.expected(start, STARTS);
                cursor.failures.expectedName(start);
                yield null;
            }
        };
    }

    private Pattern literal(int start) {
        cursor.moveTo(start + 1);
        return new Pattern.Literal(Literals.plain(cursor.previous()), cursor.spanFrom(start));
    }

    private Pattern number(int start) {
        BigInteger low = rangeBound();
        if (low != null && (cursor.at(TokenKind.RANGE) || cursor.at(TokenKind.RANGE_INCLUSIVE))) {
            boolean inclusive = cursor.at(TokenKind.RANGE_INCLUSIVE);
            cursor.moveTo(cursor.pos() + 1);
            BigInteger high = rangeBound();
            if (high != null) return new Pattern.Range(low, high, inclusive, cursor.spanFrom(start));
        }
        cursor.moveTo(start);
        boolean negative = cursor.eat(TokenKind.MINUS);
        if (!cursor.at(TokenKind.INT)) {
            cursor.failures.expectedOther(cursor.pos());
            return null;
        }
        IntValue value = (IntValue) cursor.token().value();
        if (negative && !mayBeNegative(value)) {
            cursor.failures.expectedOther(cursor.pos());
            return null;
        }
        cursor.moveTo(cursor.pos() + 1);
        Span span = cursor.spanFrom(start);
        return new Pattern.Literal(new Expr.IntLit(negative ? value.value().negate() : value.value(), value.kind(), span), span);
    }

    /** The token class NEGINT. */
    private static boolean mayBeNegative(IntValue value) {
        return switch (value.kind()) {
            case INT -> value.form() == IntForm.DECIMAL;
            case INT8, INT16, INT32 -> true;
            default -> false;
        };
    }

    /** The rule SignedInt. */
    private BigInteger rangeBound() {
        boolean negative = cursor.at(TokenKind.MINUS);
        if (negative) cursor.moveTo(cursor.pos() + 1);
        if (!cursor.at(TokenKind.INT)) return null;
        IntValue value = (IntValue) cursor.token().value();
        if (value.form() == IntForm.SUFFIXED) return null;
        cursor.moveTo(cursor.pos() + 1);
        return negative ? value.value().negate() : value.value();
    }

    private Pattern parenthesized(int start) {
        cursor.moveTo(start + 1);
        if (cursor.eat(TokenKind.RIGHT_PAREN)) return new Pattern.Unit(cursor.spanFrom(start));
        List<Pattern> elements = commaSeparated(this::pattern, false);
        if (elements.isEmpty() || !cursor.eat(TokenKind.RIGHT_PAREN)) return null;
        return elements.size() == 1 ? elements.getFirst() : new Pattern.Tuple(elements, cursor.spanFrom(start));
    }

    private Pattern list(int start) {
        cursor.moveTo(start + 1);
        if (cursor.eat(TokenKind.RIGHT_BRACKET)) return new Pattern.ListOf(List.of(), null, cursor.spanFrom(start));
        List<Pattern> elements = commaSeparated(this::base, false);
        if (elements.isEmpty()) return null;
        Pattern rest = null;
        if (cursor.eat(TokenKind.BAR)) {
            rest = pattern();
            if (rest == null) return null;
        }
        return cursor.eat(TokenKind.RIGHT_BRACKET) ? new Pattern.ListOf(elements, rest, cursor.spanFrom(start)) : null;
    }

    private Pattern pin() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.CARET)) return null;
        Name name = cursor.name();
        return name == null ? null : new Pattern.Pin(name.text(), cursor.spanFrom(start));
    }

    private Pattern set(int start) {
        cursor.moveTo(start + 1);
        if (!cursor.eat(TokenKind.LEFT_BRACE)) return null;
        List<Pattern> elements = commaSeparated(this::pattern, true);
        return cursor.eat(TokenKind.RIGHT_BRACE) ? new Pattern.SetOf(elements, cursor.spanFrom(start)) : null;
    }

    private Pattern map(int start) {
        cursor.moveTo(start + 1);
        if (!cursor.eat(TokenKind.LEFT_BRACE)) return null;
        List<Pattern.MapEntry> entries = commaSeparated(this::mapEntry, true);
        return cursor.eat(TokenKind.RIGHT_BRACE) ? new Pattern.MapOf(entries, cursor.spanFrom(start)) : null;
    }

    private Pattern.MapEntry mapEntry() {
        int start = cursor.pos();
        Pattern key = mapKey(start);
        Pattern value = key != null && cursor.eat(TokenKind.COLON) ? pattern() : null;
        if (value != null) return new Pattern.MapEntry(key, value);
        cursor.moveTo(start);
        return null;
    }

    private Pattern mapKey(int start) {
        return switch (cursor.kind()) {
            case INT -> ((IntValue) cursor.token().value()).form() == IntForm.DECIMAL ? literal(start) : null;
            case STRING, CHAR, TRUE, FALSE -> literal(start);
            default -> pin();
        };
    }

    /** The rule RecordPat; wildcards among the fields are dropped. */
    private List<Pattern.FieldPattern> fields() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.LEFT_BRACE)) return null;
        List<Pattern.FieldPattern> fields = new ArrayList<>();
        do {
            if (cursor.eat(TokenKind.UNDERSCORE)) continue;
            Name name = cursor.name();
            if (name == null) break;
            fields.add(field(name));
        } while (cursor.eat(TokenKind.COMMA));
        if (cursor.eat(TokenKind.RIGHT_BRACE)) return fields;
        cursor.moveTo(start);
        return null;
    }

    private Pattern.FieldPattern field(Name name) {
        int before = cursor.pos();
        Pattern pattern = cursor.eat(TokenKind.COLON) ? pattern() : null;
        if (pattern != null) return new Pattern.FieldPattern(name, pattern);
        cursor.moveTo(before);
        return new Pattern.FieldPattern(name, new Pattern.Variable(name.text(), name.span()));
    }

    private Pattern constructor(int start) {
        Name name = cursor.typeName();
        int afterName = cursor.pos();
        if (cursor.eat(TokenKind.LEFT_PAREN)) {
            List<Pattern> args = commaSeparated(this::pattern, false);
            if (cursor.eat(TokenKind.RIGHT_PAREN)) {
                return new Pattern.Constructor(name, true, args, cursor.spanFrom(start));
            }
            cursor.moveTo(afterName + 1);
            List<Pattern.FieldPattern> fields = commaSeparated(this::labelled, true);
            if (!fields.isEmpty() && cursor.eat(TokenKind.RIGHT_PAREN)) {
                return new Pattern.NamedConstructor(name, fields, cursor.spanFrom(start));
            }
            cursor.moveTo(afterName);
        }
        List<Pattern.FieldPattern> fields = fields();
        if (fields != null) return new Pattern.NamedConstructor(name, fields, cursor.spanFrom(start));
        return new Pattern.Constructor(name, false, List.of(), name.span());
    }

    private Pattern.FieldPattern labelled() {
        int start = cursor.pos();
        Name name = cursor.name();
        Pattern pattern = name != null && cursor.eat(TokenKind.COLON) ? pattern() : null;
        if (pattern != null) return new Pattern.FieldPattern(name, pattern);
        cursor.moveTo(start);
        return null;
    }

    /** Elements between commas on one line; empty if the first does not parse. */
    private <T> List<T> commaSeparated(Supplier<T> element, boolean trailingComma) {
        List<T> elements = new ArrayList<>();
        for (T next = element.get(); next != null; next = element.get()) {
            elements.add(next);
            if (!cursor.eat(TokenKind.COMMA)) return elements;
        }
        // The last comma has no element after it: it stays unread unless it may end the list.
        if (!elements.isEmpty() && !trailingComma) cursor.moveTo(cursor.pos() - 1);
        return elements;
    }
}
