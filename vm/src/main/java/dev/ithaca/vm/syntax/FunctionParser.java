package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/** Function clauses and their parts. */
final class FunctionParser {
    private final Grammar grammar;
    private final Cursor cursor;
    private final DocComments docs;

    FunctionParser(Grammar grammar, DocComments docs) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.docs = docs;
    }

    /**
     * A clause whose name stands at the cursor; null if there is none.
     *
     * @param docStart token above which the documentation stands
     * @param start first token of the clause without its decorators
     */
    Item.Function function(int docStart, int start, boolean isPublic, List<Item.Decorator> decorators) {
        Name name = cursor.name();
        return name == null ? null : clause(name, docStart, start, isPublic, decorators);
    }

    /** The rule FnRest after a name. */
    Item.Function clause(Name name, int docStart, int start, boolean isPublic, List<Item.Decorator> decorators) {
        List<Item.TypeParam> typeParams = typeParams();
        List<Item.Param> params = params();
        if (params == null) return null;
        int afterParams = cursor.pos();
        Expr guard = cursor.eat(TokenKind.WHEN) ? grammar.exprs.expr() : null;
        if (guard == null) cursor.moveTo(afterParams);
        TypeExpr returnType = returnType();
        if (!cursor.eatOnLaterLine(TokenKind.ASSIGN)) return null;
        Expr body = grammar.exprs.onLaterLine();
        if (body == null) return null;
        return new Item.Function(isPublic, name, typeParams, params, guard, returnType, body, decorators,
                docs.above(cursor.tokens.get(docStart).start()), cursor.spanFrom(start));
    }

    /** {@code ('->' Type)?}. */
    TypeExpr returnType() {
        int before = cursor.pos();
        TypeExpr type = cursor.eat(TokenKind.ARROW) ? grammar.types.type() : null;
        if (type == null) cursor.moveTo(before);
        return type;
    }

    /** {@code TypeParams?}. */
    List<Item.TypeParam> typeParams() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.LEFT_BRACKET)) return List.of();
        if (cursor.eat(TokenKind.RIGHT_BRACKET)) return List.of();
        List<Item.TypeParam> params = bounded();
        if (!params.isEmpty() && cursor.eat(TokenKind.RIGHT_BRACKET)) return params;
        cursor.moveTo(start);
        return List.of();
    }

    /** {@code name: Trait + Trait, ...}, the bounds optional; empty if there is no name. */
    private List<Item.TypeParam> bounded() {
        List<Item.TypeParam> params = new ArrayList<>();
        do {
            Name name = cursor.anyName();
            if (name == null) break;
            params.add(new Item.TypeParam(name, bounds()));
        } while (cursor.eat(TokenKind.COMMA));
        return params;
    }

    private List<Name> bounds() {
        int before = cursor.pos();
        if (!cursor.eat(TokenKind.COLON)) return List.of();
        List<Name> bounds = new ArrayList<>();
        do {
            Name bound = cursor.typeName();
            if (bound == null) break;
            bounds.add(bound);
            before = cursor.pos();
        } while (cursor.eat(TokenKind.PLUS));
        cursor.moveTo(before);
        return bounds;
    }

    /** {@code WhenClause?} of an implementation; bounds may name type parameters in either case. */
    List<Item.TypeParam> whenClause() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.WHEN)) return List.of();
        List<Item.TypeParam> params = new ArrayList<>();
        int end = cursor.pos();
        do {
            Name name = cursor.anyName();
            List<Name> bounds = name == null ? List.of() : bounds();
            if (bounds.isEmpty()) break;
            params.add(new Item.TypeParam(name, bounds));
            end = cursor.pos();
        } while (cursor.eat(TokenKind.COMMA));
        cursor.moveTo(params.isEmpty() ? start + 1 : end);
        return params;
    }

    /** The rule Params, or null. */
    List<Item.Param> params() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.LEFT_PAREN)) return null;
        List<Item.Param> params = new ArrayList<>();
        if (cursor.eat(TokenKind.RIGHT_PAREN)) return params;
        do {
            Pattern pattern = grammar.patterns.pattern();
            if (pattern == null) break;
            int before = cursor.pos();
            TypeExpr type = cursor.eat(TokenKind.COLON) ? grammar.types.type() : null;
            if (type == null) cursor.moveTo(before);
            before = cursor.pos();
            Expr value = cursor.eat(TokenKind.ASSIGN) ? grammar.exprs.expr() : null;
            if (value == null) cursor.moveTo(before);
            params.add(new Item.Param(pattern, type, value));
        } while (cursor.eat(TokenKind.COMMA));
        boolean complete = !params.isEmpty() && cursor.previous().kind() != TokenKind.COMMA;
        if (complete && cursor.eat(TokenKind.RIGHT_PAREN)) return params;
        cursor.moveTo(start);
        return null;
    }
}
