package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/** Types as written (chapter 1, section 3.3). Every rule returns null and stays where it is when it does not apply. */
final class TypeParser {
    private final Cursor cursor;
    private final Memo<TypeExpr> memo;

    TypeParser(Cursor cursor) {
        this.cursor = cursor;
        this.memo = new Memo<>(cursor.tokens.size());
    }

    void forget(int from, int to) { memo.forget(from, to); }

    TypeExpr type() {
        int start = cursor.pos();
        if (memo.isKnown(start)) {
            cursor.moveTo(memo.end(start));
            return memo.value(start);
        }
        cursor.enter();
        TypeExpr result = arrow(start);
        cursor.leave();
        if (result == null) cursor.moveTo(start);
        memo.put(start, result, cursor.pos());
        return result;
    }

    private TypeExpr arrow(int start) {
        List<TypeExpr> list = cursor.at(TokenKind.LEFT_PAREN) ? typeList() : null;
        TypeExpr atom = list == null ? atom() : grouped(list, start);
        if (atom == null) return null;
        int end = cursor.pos();
        if (cursor.eat(TokenKind.ARROW)) {
            TypeExpr result = type();
            if (result != null) {
                return new TypeExpr.Function(list == null ? List.of(atom) : list, result, cursor.spanFrom(start));
            }
            cursor.moveTo(end);
        }
        return atom;
    }

    private TypeExpr grouped(List<TypeExpr> list, int start) {
        return switch (list.size()) {
            case 0 -> new TypeExpr.Unit(cursor.spanFrom(start));
            case 1 -> list.getFirst();
            default -> new TypeExpr.Tuple(list, cursor.spanFrom(start));
        };
    }

    private List<TypeExpr> typeList() {
        int start = cursor.pos();
        cursor.eat(TokenKind.LEFT_PAREN);
        List<TypeExpr> types = commaSeparated(false);
        if (cursor.eat(TokenKind.RIGHT_PAREN)) return types;
        cursor.moveTo(start);
        return null;
    }

    /** {@code (Type (',' Type)*)?}, on one line. */
    private List<TypeExpr> commaSeparated(boolean trailingComma) {
        List<TypeExpr> types = new ArrayList<>();
        TypeExpr first = type();
        if (first == null) return types;
        types.add(first);
        while (true) {
            int before = cursor.pos();
            if (!cursor.eat(TokenKind.COMMA)) return types;
            TypeExpr next = type();
            if (next == null) {
                if (!trailingComma) cursor.moveTo(before);
                return types;
            }
            types.add(next);
        }
    }

    private TypeExpr atom() {
        int start = cursor.pos();
        TokenKind kind = cursor.kind();
        if (Cursor.isTypeName(kind)) return named(start);
        if (Cursor.isName(kind)) {
            Name name = cursor.name();
            return new TypeExpr.Variable(name.text(), name.span());
        }
        if (kind == TokenKind.LEFT_BRACE) return record(start);
        if (kind == TokenKind.LEFT_BRACKET) {
            cursor.moveTo(start + 1);
            TypeExpr element = type();
            if (element != null && cursor.eat(TokenKind.RIGHT_BRACKET)) {
                return new TypeExpr.ListOf(element, cursor.spanFrom(start));
            }
            return null;
        }
        cursor.failures.expected(start, TYPE_STARTS);
        return null;
    }

    private static final TokenSet TYPE_STARTS =
            TokenSet.of(TokenKind.LEFT_PAREN, TokenKind.LEFT_BRACKET, TokenKind.LEFT_BRACE);

    private TypeExpr named(int start) {
        String name = qualifiedName();
        int end = cursor.pos();
        if (cursor.eat(TokenKind.LEFT_BRACKET)) {
            List<TypeExpr> args = commaSeparated(true);
            if (cursor.eat(TokenKind.RIGHT_BRACKET)) return new TypeExpr.Named(name, args, cursor.spanFrom(start));
            cursor.moveTo(end);
        }
        return new TypeExpr.Named(name, List.of(), cursor.spanFrom(start));
    }

    /** The rule QualName; the caller has seen a type name. */
    String qualifiedName() {
        StringBuilder name = new StringBuilder(cursor.typeName().text());
        while (true) {
            int before = cursor.pos();
            Name next = cursor.eat(TokenKind.DOT) ? cursor.typeName() : null;
            if (next == null) {
                cursor.moveTo(before);
                return name.toString();
            }
            name.append('.').append(next.text());
        }
    }

    private TypeExpr record(int start) {
        cursor.moveTo(start + 1);
        List<Item.Field> fields = new ArrayList<>();
        do {
            int before = cursor.pos();
            Name name = cursor.name();
            TypeExpr type = name != null && cursor.eat(TokenKind.COLON) ? type() : null;
            if (type == null) {
                cursor.moveTo(before);
                break;
            }
            fields.add(new Item.Field(false, name, type));
        } while (cursor.eat(TokenKind.COMMA));
        return cursor.eat(TokenKind.RIGHT_BRACE) ? new TypeExpr.Record(fields, cursor.spanFrom(start)) : null;
    }

    /** Type arguments of a call, {@code '[' (Type (',' Type)* ','?)? ']'}; null if there are none. */
    List<TypeExpr> typeArguments() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.LEFT_BRACKET)) return null;
        List<TypeExpr> types = commaSeparated(true);
        if (cursor.eat(TokenKind.RIGHT_BRACKET)) return types;
        cursor.moveTo(start);
        return null;
    }
}
