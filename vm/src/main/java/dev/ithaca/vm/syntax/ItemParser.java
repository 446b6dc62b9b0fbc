package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/** Items (chapter 1, section 3.2) other than type and trait definitions, and the choice among all of them. */
final class ItemParser {
    private static final TokenSet STARTS = TokenSet.of(TokenKind.PUB, TokenKind.MODULE, TokenKind.REACTIVE,
            TokenKind.TYPE, TokenKind.VAR, TokenKind.TRAIT, TokenKind.MVAR, TokenKind.CONST, TokenKind.TEST,
            TokenKind.EXTERN, TokenKind.USE, TokenKind.TEMPLATE, TokenKind.AT);

    private final Grammar grammar;
    private final Cursor cursor;
    private final TypeItemParser typeItems;
    private final FunctionParser functions;
    private final DocComments docs;

    ItemParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.docs = new DocComments(cursor.file);
        this.functions = new FunctionParser(grammar, docs);
        this.typeItems = new TypeItemParser(grammar, functions, docs);
    }

    /**
     * The rule Item, or null if none fits. A bare {@code use} is reported and consumed although there is no tree for it;
     * in all other cases null means that the cursor has not moved.
     */
    Item item() {
        int start = cursor.pos();
        Item item = dispatch(start);
        if (item == null && !(cursor.pos() > start && isBareUse(start))) cursor.moveTo(start);
        return item;
    }

    private Item dispatch(int start) {
        cursor.failures.expected(start, STARTS);
        List<Item.Decorator> decorators = cursor.at(TokenKind.AT) ? decorators() : List.of();
        int first = cursor.pos();
        boolean isPublic = cursor.at(TokenKind.PUB);
        if (isPublic) cursor.moveTo(first + 1);
        TokenKind kind = cursor.kind();
        boolean definesType = kind == TokenKind.TYPE || kind == TokenKind.REACTIVE
                || kind == TokenKind.VAR && cursor.kindAt(cursor.pos() + 1) == TokenKind.TYPE;
        if (definesType) return typeItems.typeDef(start, first, isPublic, decorators);
        if (!decorators.isEmpty()) return functions.function(start, first, isPublic, decorators);
        return switch (kind) {
            case MODULE -> module(start, isPublic);
            case TRAIT -> typeItems.traitDef(start, isPublic);
            case MVAR -> mvar(start, isPublic);
            case CONST -> constant(start, isPublic);
            case TEST -> isPublic ? null : test(start);
            case EXTERN -> isPublic ? null : extern(start);
            case USE -> isPublic ? null : use(start);
            case TEMPLATE -> isPublic ? null : template(start);
            default -> definition(start, isPublic);
        };
    }

    private Item definition(int start, boolean isPublic) {
        int head = cursor.pos();
        Item implementation = typeItems.traitImpl(start);
        if (implementation != null) return implementation;
        cursor.moveTo(head);
        if (Cursor.isName(cursor.kind())) {
            Item function = functions.function(start, start, isPublic, List.of());
            if (function != null) return function;
            cursor.moveTo(head);
        }
        return binding(start, isPublic);
    }

    private Item binding(int start, boolean isPublic) {
        boolean isVar = cursor.eat(TokenKind.VAR);
        Pattern pattern = grammar.patterns.pattern();
        if (pattern == null) return null;
        int before = cursor.pos();
        TypeExpr type = cursor.eat(TokenKind.COLON) ? grammar.types.type() : null;
        if (type == null) cursor.moveTo(before);
        Expr value = initializer();
        return value == null ? null
                : new Item.Binding(isPublic, isVar, pattern, type, value, doc(start), cursor.spanFrom(start));
    }

    private Expr initializer() { return cursor.eat(TokenKind.ASSIGN) ? grammar.exprs.expr() : null; }

    private String doc(int start) { return docs.above(cursor.tokens.get(start).start()); }

    private List<Item.Decorator> decorators() {
        List<Item.Decorator> decorators = new ArrayList<>();
        while (cursor.at(TokenKind.AT)) {
            int start = cursor.pos();
            cursor.moveTo(start + 1);
            Name name = cursor.name();
            if (name == null) {
                cursor.moveTo(start);
                return decorators;
            }
            decorators.add(new Item.Decorator(name, decoratorArguments(), cursor.spanFrom(start)));
            cursor.skipNewlines();
        }
        return decorators;
    }

    private List<Expr> decoratorArguments() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.LEFT_PAREN)) return List.of();
        List<Expr> args = new ArrayList<>();
        for (Expr arg = grammar.exprs.expr(); arg != null; ) {
            args.add(arg);
            arg = cursor.eat(TokenKind.COMMA) ? grammar.exprs.expr() : null;
        }
        if (cursor.previous().kind() != TokenKind.COMMA && cursor.eat(TokenKind.RIGHT_PAREN)) return args;
        cursor.moveTo(start);
        return List.of();
    }

    private Item module(int start, boolean isPublic) {
        cursor.moveTo(cursor.pos() + 1);
        Name name = cursor.typeName();
        if (name == null) return null;
        cursor.enter();
        List<Item> items = grammar.sequence.module();
        cursor.leave();
        if (!cursor.eat(TokenKind.END)) {
            Diagnostic missing = SyntaxErrors.diagnostic(cursor, cursor.failures.furthest(cursor.pos()),
                    cursor.pos(), cursor.pos());
            cursor.report(missing.withLabels(List.of(
                    new Diagnostic.Label(cursor.file, name.span(), "`end` of this module is missing"))));
        }
        return new Item.InlineModule(isPublic, name, items, cursor.spanFrom(start));
    }

    private Item mvar(int start, boolean isPublic) {
        cursor.moveTo(cursor.pos() + 1);
        Name name = cursor.name();
        TypeExpr type = name != null && cursor.eat(TokenKind.COLON) ? grammar.types.type() : null;
        Expr initial = type == null ? null : initializer();
        return initial == null ? null : new Item.Mvar(isPublic, name, type, initial, doc(start), cursor.spanFrom(start));
    }

    private Item constant(int start, boolean isPublic) {
        cursor.moveTo(cursor.pos() + 1);
        Name name = cursor.anyName();
        Expr value = name == null ? null : initializer();
        return value == null ? null : new Item.Const(isPublic, name, value, doc(start), cursor.spanFrom(start));
    }

    private Item test(int start) {
        cursor.moveTo(cursor.pos() + 1);
        String title = string();
        Expr body = title == null ? null : initializer();
        return body == null ? null : new Item.Test(title, body, cursor.spanFrom(start));
    }

    private String string() {
        if (!cursor.at(TokenKind.STRING)) {
            cursor.failures.expectedOther(cursor.pos());
            return null;
        }
        cursor.moveTo(cursor.pos() + 1);
        return ((Token.StringValue) cursor.previous().value()).text().value();
    }

    private Item template(int start) {
        cursor.moveTo(cursor.pos() + 1);
        Item.Function function = functions.function(start, cursor.pos(), false, List.of());
        return function == null ? null : new Item.Template(function, cursor.spanFrom(start));
    }

    private Item extern(int start) {
        cursor.moveTo(cursor.pos() + 1);
        if (cursor.eat(TokenKind.TYPE)) {
            Name name = cursor.typeName();
            return name == null ? null : new Item.Extern(name, List.of(), null, null, cursor.spanFrom(start));
        }
        Name name = cursor.name();
        List<Item.Param> params = name == null ? null : externParams();
        TypeExpr result = params != null && cursor.eat(TokenKind.ARROW) ? grammar.types.type() : null;
        String library = result != null && cursor.eat(TokenKind.FROM) ? string() : null;
        return library == null ? null : new Item.Extern(name, params, result, library, cursor.spanFrom(start));
    }

    private List<Item.Param> externParams() {
        if (!cursor.eat(TokenKind.LEFT_PAREN)) return null;
        List<Item.Param> params = new ArrayList<>();
        if (cursor.eat(TokenKind.RIGHT_PAREN)) return params;
        do {
            Name name = cursor.name();
            TypeExpr type = name != null && cursor.eat(TokenKind.COLON) ? grammar.types.type() : null;
            if (type == null) return null;
            params.add(new Item.Param(new Pattern.Variable(name.text(), name.span()), type, null));
        } while (cursor.eat(TokenKind.COMMA));
        return cursor.eat(TokenKind.RIGHT_PAREN) ? params : null;
    }

    // ---- use --------------------------------------------------------------------------------------------------------

    private boolean isBareUse(int start) { return cursor.tokens.kind(start) == TokenKind.USE; }

    private Item use(int start) {
        cursor.moveTo(cursor.pos() + 1);
        List<Name> path = new ArrayList<>();
        Name first = cursor.anyName();
        if (first == null) return null;
        path.add(first);
        while (cursor.eat(TokenKind.DOT)) {
            if (cursor.eat(TokenKind.STAR)) return new Item.Use(path, null, cursor.spanFrom(start));
            if (cursor.at(TokenKind.LEFT_BRACE)) {
                List<Item.UseName> names = useList();
                return names == null ? null : new Item.Use(path, names, cursor.spanFrom(start));
            }
            cursor.failures.expected(cursor.pos(), TokenKind.LEFT_BRACE);
            Name next = cursor.anyName();
            if (next == null) {
                cursor.moveTo(start);
                return null;
            }
            path.add(next);
        }
        if (path.size() == 1) {
            cursor.report(SyntaxErrors.bareUse(cursor, first, cursor.spanFrom(start)));
            return null;
        }
        Item.UseName imported = new Item.UseName(path.removeLast(), alias());
        return new Item.Use(path, List.of(imported), cursor.spanFrom(start));
    }

    private List<Item.UseName> useList() {
        int start = cursor.pos();
        cursor.eat(TokenKind.LEFT_BRACE);
        cursor.skipNewlines();
        List<Item.UseName> names = new ArrayList<>();
        for (Name name = cursor.anyName(); name != null; name = cursor.eatComma() ? cursor.anyName() : null) {
            names.add(new Item.UseName(name, alias()));
        }
        if (cursor.eatOnLaterLine(TokenKind.RIGHT_BRACE)) return names;
        cursor.moveTo(start);
        return null;
    }

    private Name alias() {
        int before = cursor.pos();
        if (!cursor.at(TokenKind.LOWER) || !cursor.token().text().equals("as")) return null;
        cursor.moveTo(before + 1);
        Name alias = cursor.anyName();
        if (alias == null) cursor.moveTo(before);
        return alias;
    }
}
