package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/** Type definitions, traits and implementations. */
final class TypeItemParser {
    private static final TokenSet OPERATOR_METHODS = TokenSet.of(TokenKind.EQ, TokenKind.NE, TokenKind.LE, TokenKind.GE,
            TokenKind.LT, TokenKind.GT, TokenKind.PLUS, TokenKind.MINUS, TokenKind.STAR, TokenKind.SLASH,
            TokenKind.PERCENT, TokenKind.POWER, TokenKind.CONCAT, TokenKind.PIPE_GT);

    private final Grammar grammar;
    private final Cursor cursor;
    private final FunctionParser functions;
    private final DocComments docs;

    TypeItemParser(Grammar grammar, FunctionParser functions, DocComments docs) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.functions = functions;
        this.docs = docs;
    }

    // ---- types ------------------------------------------------------------------------------------------------------

    Item typeDef(int docStart, int start, boolean isPublic, List<Item.Decorator> decorators) {
        Item.TypeKind kind = switch (cursor.kind()) {
            case REACTIVE -> Item.TypeKind.REACTIVE;
            case VAR -> Item.TypeKind.VAR;
            default -> Item.TypeKind.PLAIN;
        };
        cursor.moveTo(cursor.pos() + (kind == Item.TypeKind.VAR ? 2 : 1));
        Name name = cursor.typeName();
        if (name == null) return null;
        List<Item.TypeParam> params = functions.typeParams();
        int before = cursor.pos();
        Item.TypeBody body = cursor.eat(TokenKind.ASSIGN) ? body() : null;
        if (body == null) {
            cursor.moveTo(before);
            body = new Item.TypeBody.Empty();
        }
        return new Item.TypeDef(isPublic, kind, name, params, body, decorators,
                docs.above(cursor.tokens.get(docStart).start()), cursor.spanFrom(start));
    }

    private Item.TypeBody body() {
        int start = cursor.pos();
        List<Item.Field> fields = fieldBlock();
        if (fields != null) return new Item.TypeBody.Record(fields);
        List<Item.Variant> variants = variants();
        if (!variants.isEmpty()) return new Item.TypeBody.Variants(variants);
        cursor.moveTo(start);
        TypeExpr alias = grammar.types.type();
        return alias == null ? null : new Item.TypeBody.Alias(alias);
    }

    /** Variants if a bar or a payload shows that they are some; otherwise empty, as a lone name is an alias. */
    private List<Item.Variant> variants() {
        List<Item.Variant> variants = new ArrayList<>();
        boolean leadingBar = cursor.eatOnLaterLine(TokenKind.BAR);
        if (leadingBar) cursor.skipNewlines();
        for (Item.Variant variant = variant(); variant != null; ) {
            variants.add(variant);
            int before = cursor.pos();
            variant = null;
            if (cursor.eatOnLaterLine(TokenKind.BAR)) {
                cursor.skipNewlines();
                variant = variant();
            }
            if (variant == null) cursor.moveTo(before);
        }
        boolean marked = leadingBar || variants.size() > 1 || !variants.isEmpty() && hasPayload(variants.getFirst());
        return marked ? variants : List.of();
    }

    private boolean hasPayload(Item.Variant variant) { return !variant.span().equals(variant.name().span()); }

    private Item.Variant variant() {
        int start = cursor.pos();
        Name name = cursor.typeName();
        if (name == null) return null;
        List<TypeExpr> positional = payload();
        List<Item.Field> named = positional == null ? fieldBlock() : null;
        return new Item.Variant(name, positional == null ? List.of() : positional, named == null ? List.of() : named,
                cursor.spanFrom(start));
    }

    private List<TypeExpr> payload() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.LEFT_PAREN)) return null;
        cursor.skipNewlines();
        List<TypeExpr> types = new ArrayList<>();
        for (TypeExpr type = grammar.types.type(); type != null; ) {
            types.add(type);
            int before = cursor.pos();
            type = cursor.eatComma() ? grammar.types.type() : null;
            if (type == null) cursor.moveTo(before);
        }
        if (!types.isEmpty() && cursor.eatOnLaterLine(TokenKind.RIGHT_PAREN)) return types;
        cursor.moveTo(start);
        return null;
    }

    private List<Item.Field> fieldBlock() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.LEFT_BRACE)) return null;
        cursor.skipNewlines();
        List<Item.Field> fields = new ArrayList<>();
        for (Item.Field field = field(); field != null; field = cursor.eatComma() ? field() : null) fields.add(field);
        if (cursor.eatOnLaterLine(TokenKind.RIGHT_BRACE)) return fields;
        cursor.moveTo(start);
        return null;
    }

    private Item.Field field() {
        int start = cursor.pos();
        boolean isPrivate = cursor.eat(TokenKind.PRIVATE);
        Name name = cursor.name();
        TypeExpr type = name != null && cursor.eat(TokenKind.COLON) ? grammar.types.type() : null;
        if (type != null) return new Item.Field(isPrivate, name, type);
        cursor.moveTo(start);
        return null;
    }

    // ---- traits -----------------------------------------------------------------------------------------------------

    Item traitDef(int start, boolean isPublic) {
        cursor.moveTo(cursor.pos() + 1);
        Name name = cursor.typeName();
        if (name == null) return null;
        List<Name> supertraits = cursor.eat(TokenKind.COLON) ? supertraits() : List.of();
        List<Item.TraitMethod> methods = new ArrayList<>();
        for (Item.TraitMethod method = traitMethod(); method != null; method = traitMethod()) methods.add(method);
        cursor.eatOnLaterLine(TokenKind.END);
        return new Item.TraitDef(isPublic, name, supertraits, methods, docs.above(cursor.tokens.get(start).start()),
                cursor.spanFrom(start));
    }

    private List<Name> supertraits() {
        List<Name> traits = new ArrayList<>();
        int end = cursor.pos();
        do {
            Name trait = cursor.typeName();
            if (trait == null) break;
            traits.add(trait);
            end = cursor.pos();
        } while (cursor.eat(TokenKind.COMMA));
        cursor.moveTo(end);
        return traits;
    }

    private Item.TraitMethod traitMethod() {
        int before = cursor.pos();
        cursor.skipNewlines();
        int start = cursor.pos();
        Name name = methodName();
        List<Item.Param> params = name == null ? null : functions.params();
        if (params == null) {
            cursor.moveTo(before);
            return null;
        }
        TypeExpr returnType = functions.returnType();
        int afterHead = cursor.pos();
        Expr body = cursor.eat(TokenKind.ASSIGN) ? grammar.exprs.expr() : null;
        if (body == null) cursor.moveTo(afterHead);
        return new Item.TraitMethod(name, params, returnType, body, docs.above(cursor.tokens.get(start).start()),
                cursor.spanFrom(start));
    }

    private Name methodName() {
        if (OPERATOR_METHODS.contains(cursor.kind())) {
            Token token = cursor.token();
            cursor.moveTo(cursor.pos() + 1);
            return new Name(token.text(), token.span());
        }
        cursor.failures.expected(cursor.pos(), OPERATOR_METHODS);
        return cursor.name();
    }

    /** The rule TraitImpl, or null. Methods may be operators, too. */
    Item traitImpl(int start) {
        TypeExpr target = implType();
        Name trait = target != null && cursor.eat(TokenKind.COLON) ? cursor.typeName() : null;
        if (trait == null) return null;
        List<Item.TypeParam> bounds = functions.whenClause();
        List<Item.Function> methods = new ArrayList<>();
        for (Item.Function method = implMethod(); method != null; method = implMethod()) methods.add(method);
        cursor.eatOnLaterLine(TokenKind.END);
        return new Item.TraitImpl(target, trait, bounds, methods, cursor.spanFrom(start));
    }

    private Item.Function implMethod() {
        int before = cursor.pos();
        cursor.skipNewlines();
        int start = cursor.pos();
        Name name = methodName();
        Item.Function method = name == null ? null : functions.clause(name, start, start, false, List.of());
        if (method == null) cursor.moveTo(before);
        return method;
    }

    private TypeExpr implType() {
        cursor.enter();
        TypeExpr type = parseImplType(cursor.pos());
        cursor.leave();
        return type;
    }

    private TypeExpr parseImplType(int start) {
        return switch (cursor.kind()) {
            case UPPER, SELF_TYPE -> {
                String name = grammar.types.qualifiedName();
                int end = cursor.pos();
                if (cursor.eat(TokenKind.LEFT_BRACKET)) {
                    List<TypeExpr> args = implTypes();
                    cursor.eat(TokenKind.COMMA);
                    if (cursor.eat(TokenKind.RIGHT_BRACKET)) yield new TypeExpr.Named(name, args, cursor.spanFrom(start));
                    cursor.moveTo(end);
                }
                yield new TypeExpr.Named(name, List.of(), cursor.spanFrom(start));
            }
            case LEFT_BRACKET -> {
                cursor.moveTo(start + 1);
                TypeExpr element = implType();
                yield element != null && cursor.eat(TokenKind.RIGHT_BRACKET)
                        ? new TypeExpr.ListOf(element, cursor.spanFrom(start)) : null;
            }
            case LEFT_PAREN -> {
                cursor.moveTo(start + 1);
                List<TypeExpr> elements = implTypes();
                if (elements.isEmpty() || !cursor.eat(TokenKind.RIGHT_PAREN)) yield null;
                yield elements.size() == 1 ? elements.getFirst() : new TypeExpr.Tuple(elements, cursor.spanFrom(start));
            }
            default -> null;
        };
    }

    private List<TypeExpr> implTypes() {
        List<TypeExpr> types = new ArrayList<>();
        for (TypeExpr type = implType(); type != null; ) {
            types.add(type);
            int before = cursor.pos();
            type = cursor.eat(TokenKind.COMMA) ? implType() : null;
            if (type == null) cursor.moveTo(before);
        }
        return types;
    }
}
