package dev.ithaca.vm.syntax;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Operators, member access, calls and lambdas (chapter 1, sections 3.4 and 5.1), by precedence climbing. */
final class ExprParser {
    private static final int LOWEST = 4;
    private static final int CONS = 8;
    private static final int HIGHEST = 11;
    private static final TokenSet[] OPERATORS_FROM = operatorsByLevel();
    private static final TokenSet PREFIXES = TokenSet.of(TokenKind.MINUS, TokenKind.BANG, TokenKind.NOT, TokenKind.TILDE);
    private static final TokenSet POSTFIXES =
            TokenSet.of(TokenKind.LEFT_BRACKET, TokenKind.LEFT_PAREN, TokenKind.DOT, TokenKind.QUESTION, TokenKind.NEWLINE);
    private static final TokenSet PRIMARIES = TokenSet.of(TokenKind.IF, TokenKind.MATCH, TokenKind.TRY, TokenKind.DO,
            TokenKind.RECEIVE, TokenKind.WHILE, TokenKind.FOR, TokenKind.BREAK, TokenKind.CONTINUE, TokenKind.RETURN,
            TokenKind.SPAWN, TokenKind.SPAWN_LINK, TokenKind.SPAWN_MONITOR, TokenKind.QUOTE, TokenKind.TRUE,
            TokenKind.FALSE, TokenKind.LEFT_PAREN, TokenKind.LEFT_BRACKET, TokenKind.LEFT_BRACE, TokenKind.PERCENT,
            TokenKind.HASH, TokenKind.UNDERSCORE, TokenKind.CARET, TokenKind.NEWLINE);
    private static final TokenSet LAMBDA_FOLLOW = TokenSet.of(TokenKind.FAT_ARROW, TokenKind.ARROW, TokenKind.BAR);

    private final Grammar grammar;
    private final Cursor cursor;
    private final InterpolationParser interpolations;
    private final Memo<Expr> memo;

    ExprParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.interpolations = new InterpolationParser(grammar.cursor);
        this.memo = new Memo<>(cursor.tokens.size());
    }

    void forget(int from, int to) { memo.forget(from, to); }

    /** {@code NL* Expr}. */
    Expr onLaterLine() {
        int start = cursor.pos();
        cursor.skipNewlines();
        Expr expr = expr();
        if (expr == null) cursor.moveTo(start);
        return expr;
    }

    Expr expr() {
        int start = cursor.pos();
        if (memo.isKnown(start)) {
            cursor.moveTo(memo.end(start));
            return memo.value(start);
        }
        cursor.enter();
        Expr result = send(start);
        cursor.leave();
        if (result == null) cursor.moveTo(start);
        memo.put(start, result, cursor.pos());
        return result;
    }

    private Expr send(int start) {
        Expr target = pipe(start);
        if (target == null) return null;
        int before = cursor.pos();
        if (!cursor.eat(TokenKind.SEND)) return target;
        cursor.skipNewlines();
        Expr message = pipe(cursor.pos());
        if (message != null) return new Expr.Send(target, message, cursor.spanFrom(start));
        cursor.moveTo(before);
        return target;
    }

    private Expr pipe(int start) {
        Expr left = binary(LOWEST);
        if (left == null) return null;
        for (int length = 0; ; cursor.checkChain(++length)) {
            int before = cursor.pos();
            if (!cursor.eatOnLaterLine(TokenKind.PIPE_GT)) return left;
            cursor.skipNewlines();
            Expr right = binary(LOWEST);
            if (right == null) {
                cursor.moveTo(before);
                return left;
            }
            left = new Expr.Pipe(left, right, cursor.spanFrom(start));
        }
    }

    private Expr binary(int lowest) {
        int start = cursor.pos();
        Expr left = unary();
        if (left == null) return null;
        // An operator binding tighter than the last one was tried as part of its right operand already.
        int highest = HIGHEST;
        for (int length = 0; ; cursor.checkChain(++length)) {
            BinaryOp op = operator(cursor.kind());
            if (op == null || level(op) < lowest || level(op) > highest) {
                cursor.failures.expected(cursor.pos(), OPERATORS_FROM[lowest]);
                return left;
            }
            highest = level(op);
            Expr combined = op == BinaryOp.CONS ? consChain(left) : leftAssociative(start, left, op);
            if (combined == null) return left;
            left = combined;
        }
    }

    private Expr leftAssociative(int start, Expr left, BinaryOp op) {
        int before = cursor.pos();
        Span opSpan = cursor.token().span();
        Expr right = rightOperand(level(op) + 1);
        if (right != null) return new Expr.Binary(op, left, right, opSpan, cursor.spanFrom(start));
        cursor.moveTo(before);
        return null;
    }

    private Expr rightOperand(int lowest) {
        cursor.moveTo(cursor.pos() + 1);
        cursor.skipNewlines();
        return lowest > HIGHEST ? unary() : binary(lowest);
    }

    /** {@code first :: a :: b}, grouped to the right; null if no operand follows. */
    private Expr consChain(Expr first) {
        List<Expr> operands = new ArrayList<>(List.of(first));
        List<Span> opSpans = new ArrayList<>();
        while (cursor.at(TokenKind.CONS)) {
            int before = cursor.pos();
            opSpans.add(cursor.token().span());
            Expr operand = rightOperand(CONS + 1);
            if (operand == null) {
                cursor.moveTo(before);
                break;
            }
            operands.add(operand);
            cursor.checkChain(operands.size());
        }
        if (operands.size() == 1) return null;
        Expr result = operands.getLast();
        for (int i = operands.size() - 2; i >= 0; i--) {
            Expr left = operands.get(i);
            result = new Expr.Binary(BinaryOp.CONS, left, result, opSpans.get(i), left.span().to(result.span()));
        }
        return result;
    }

    private Expr unary() {
        int start = cursor.pos();
        while (PREFIXES.contains(cursor.kind()) && !cursor.at(TokenKind.TILDE)) cursor.moveTo(cursor.pos() + 1);
        int operators = cursor.pos();
        while (cursor.at(TokenKind.TILDE)) cursor.moveTo(cursor.pos() + 1);
        int operand = cursor.pos();
        cursor.checkChain(operand - start);
        cursor.failures.expected(operand, PREFIXES);
        Expr result = postfix();
        if (result == null) {
            cursor.moveTo(start);
            return null;
        }
        for (int i = operand - 1; i >= operators; i--) result = new Expr.Splice(result, cursor.spanFrom(i));
        for (int i = operators - 1; i >= start; i--) {
            Expr.UnaryOp op = cursor.tokens.kind(i) == TokenKind.MINUS ? Expr.UnaryOp.NEGATE : Expr.UnaryOp.NOT;
            result = new Expr.Unary(op, result, cursor.spanFrom(i));
        }
        return result;
    }

    private Expr postfix() {
        int start = cursor.pos();
        Expr value = primary();
        if (value == null) return null;
        Expr member = null;
        for (int length = 0; ; cursor.checkChain(++length)) {
            Expr next = postOp(value, value == member, start);
            if (next == null) {
                cursor.failures.expected(cursor.pos(), POSTFIXES);
                return value;
            }
            member = next instanceof Expr.Field ? next : null;
            value = next;
        }
    }

    /** @param isMember the value is a field access without parentheses, which type arguments turn into a method call */
    private Expr postOp(Expr value, boolean isMember, int start) {
        return switch (cursor.kind()) {
            case LEFT_BRACKET -> {
                Expr call = instantiatedCall(value, isMember, start);
                yield call != null ? call : index(value, start);
            }
            case LEFT_PAREN -> {
                List<Expr.Arg> args = grammar.arguments.callArguments();
                yield args == null ? null : call(value, args, start);
            }
            case DOT, NEWLINE -> member(value, start);
            case QUESTION -> {
                cursor.moveTo(cursor.pos() + 1);
                yield new Expr.Propagate(value, cursor.spanFrom(start));
            }
            default -> null;
        };
    }

    private Expr call(Expr function, List<Expr.Arg> args, int start) {
        Span span = cursor.spanFrom(start);
        return function instanceof Expr.UpperName(Name name, Span _) ? new Expr.Construct(null, name, args, span)
                : new Expr.Call(function, List.of(), args, span);
    }

    private Expr instantiatedCall(Expr function, boolean isMember, int start) {
        int before = cursor.pos();
        List<TypeExpr> types = grammar.types.typeArguments();
        List<Expr.Arg> args = types == null ? null : grammar.arguments.callArguments();
        if (args == null) {
            cursor.moveTo(before);
            return null;
        }
        Span span = cursor.spanFrom(start);
        return isMember && function instanceof Expr.Field(Expr receiver, Name name, Span _)
                ? new Expr.MethodCall(receiver, name, types, args, span)
                : new Expr.Call(function, types, args, span);
    }

    private Expr index(Expr value, int start) {
        int before = cursor.pos();
        cursor.moveTo(before + 1);
        List<Expr> indices = new ArrayList<>();
        do {
            Expr index = onLaterLine();
            if (index == null) break;
            indices.add(index);
        } while (cursor.eat(TokenKind.COMMA));
        boolean complete = !indices.isEmpty() && cursor.previous().kind() != TokenKind.COMMA;
        if (complete && cursor.eat(TokenKind.RIGHT_BRACKET)) return new Expr.Index(value, indices, cursor.spanFrom(start));
        cursor.moveTo(before);
        return null;
    }

    private Expr member(Expr receiver, int start) {
        int before = cursor.pos();
        if (!cursor.eatOnLaterLine(TokenKind.DOT)) return null;
        int afterDot = cursor.pos();
        if (Cursor.isTypeName(cursor.kind())) {
            Name name = cursor.typeName();
            List<Expr.Arg> args = grammar.arguments.recordArguments();
            if (args != null) return new Expr.Construct(receiver, name, args, cursor.spanFrom(start));
            cursor.moveTo(afterDot);
        }
        if (cursor.at(TokenKind.FLOAT) || cursor.at(TokenKind.INT)) {
            Expr component = components(receiver, start);
            if (component == null) cursor.moveTo(before);
            return component;
        }
        Name name = cursor.anyName();
        if (name == null) {
            cursor.moveTo(before);
            return null;
        }
        List<Expr.Arg> args = grammar.arguments.callArguments();
        Span span = cursor.spanFrom(start);
        if (args == null) return new Expr.Field(receiver, name, span);
        return Character.isUpperCase(name.text().charAt(0)) ? new Expr.Construct(receiver, name, args, span)
                : new Expr.MethodCall(receiver, name, List.of(), args, span);
    }

    /** {@code .0}, {@code .0(args)} and {@code .0.1}, where the lexer sees a float. */
    private Expr components(Expr receiver, int start) {
        Token token = cursor.token();
        Deque<String> indices = new ArrayDeque<>(List.of(token.text().split("\\.")));
        boolean legal = switch (token.value()) {
            case Token.FloatValue value -> value.indexPair();
            case Token.IntValue value -> value.form() == Token.IntForm.DECIMAL;
            case null, default -> false;
        };
        if (!legal || indices.stream().anyMatch(digits -> digits.replace("_", "").length() > 6)) {
            cursor.failures.expectedOther(cursor.pos());
            return null;
        }
        cursor.moveTo(cursor.pos() + 1);
        Expr component = receiver;
        for (String digits : indices) {
            component = new Expr.TupleField(component, Integer.parseInt(digits.replace("_", "")), cursor.spanFrom(start));
        }
        return component;
    }

    // ---- primaries --------------------------------------------------------------------------------------------------

    private Expr primary() {
        int before = cursor.pos();
        cursor.skipNewlines();
        int start = cursor.pos();
        Expr result = grammar.control.startsControl(cursor.kind()) ? grammar.control.control(start) : lambdaOrSimple(start);
        if (result == null) cursor.moveTo(before);
        return result;
    }

    private Expr lambdaOrSimple(int start) {
        Expr lambda = lambda(start);
        if (lambda != null) return lambda;
        cursor.moveTo(start);
        TokenKind kind = cursor.kind();
        return switch (kind) {
            case TRUE, FALSE, INT, FLOAT, CHAR -> {
                cursor.moveTo(start + 1);
                yield Literals.plain(cursor.previous());
            }
            case STRING -> {
                cursor.moveTo(start + 1);
                yield interpolations.string(cursor.previous());
            }
            case UPPER, SELF_TYPE -> construction(start);
            case UNDERSCORE -> {
                cursor.moveTo(start + 1);
                yield new Expr.Wildcard(cursor.spanFrom(start));
            }
            case LOWER, SELF, PANIC, TO, FROM -> {
                Name name = cursor.name();
                yield new Expr.Variable(name.text(), name.span());
            }
            case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE, PERCENT, HASH -> grammar.collections.collection(start);
            default -> {
                cursor.failures.expected(start, PRIMARIES);
                yield null;
            }
        };
    }

    private Expr construction(int start) {
        Name name = cursor.typeName();
        List<Expr.Arg> args = grammar.arguments.recordArguments();
        return args == null ? new Expr.UpperName(name, name.span()) : new Expr.Construct(null, name, args, cursor.spanFrom(start));
    }

    private Expr lambda(int start) {
        if (!grammar.patterns.mayStandBefore(start, LAMBDA_FOLLOW)) return null;
        List<Item.Param> params = lambdaParams();
        if (params == null) return null;
        int afterParams = cursor.pos();
        TypeExpr returnType = cursor.eat(TokenKind.ARROW) ? grammar.types.type() : null;
        if (returnType == null) cursor.moveTo(afterParams);
        Expr body = cursor.eat(TokenKind.FAT_ARROW) ? onLaterLine() : null;
        return body == null ? null : new Expr.Lambda(params, returnType, body, cursor.spanFrom(start));
    }

    private List<Item.Param> lambdaParams() {
        if (!cursor.eat(TokenKind.LEFT_PAREN)) {
            Pattern pattern = grammar.patterns.pattern();
            return pattern == null ? null : List.of(new Item.Param(pattern, null, null));
        }
        List<Item.Param> params = new ArrayList<>();
        if (cursor.eat(TokenKind.RIGHT_PAREN)) return params;
        do {
            Pattern pattern = grammar.patterns.pattern();
            if (pattern == null) return null;
            int before = cursor.pos();
            TypeExpr type = cursor.eat(TokenKind.COLON) ? grammar.types.type() : null;
            if (type == null) cursor.moveTo(before);
            params.add(new Item.Param(pattern, type, null));
        } while (cursor.eat(TokenKind.COMMA));
        return cursor.eat(TokenKind.RIGHT_PAREN) ? params : null;
    }

    // ---- tables -----------------------------------------------------------------------------------------------------

    private static BinaryOp operator(TokenKind kind) {
        return switch (kind) {
            case OR -> BinaryOp.OR;
            case AND -> BinaryOp.AND;
            case EQ -> BinaryOp.EQ;
            case NE -> BinaryOp.NE;
            case LT -> BinaryOp.LT;
            case LE -> BinaryOp.LE;
            case GT -> BinaryOp.GT;
            case GE -> BinaryOp.GE;
            case CONCAT -> BinaryOp.CONCAT;
            case CONS -> BinaryOp.CONS;
            case PLUS -> BinaryOp.ADD;
            case MINUS -> BinaryOp.SUB;
            case STAR -> BinaryOp.MUL;
            case SLASH -> BinaryOp.DIV;
            case PERCENT -> BinaryOp.REM;
            case POWER -> BinaryOp.POW;
            default -> null;
        };
    }

    /** The levels of chapter 1, section 5.1. */
    private static int level(BinaryOp op) {
        return switch (op) {
            case OR -> LOWEST;
            case AND -> 5;
            case EQ, NE, LT, LE, GT, GE -> 6;
            case CONCAT -> 7;
            case CONS -> CONS;
            case ADD, SUB -> 9;
            case MUL, DIV, REM -> 10;
            case POW -> HIGHEST;
        };
    }

    private static TokenSet[] operatorsByLevel() {
        TokenSet[] sets = new TokenSet[HIGHEST + 1];
        for (int lowest = LOWEST; lowest <= HIGHEST; lowest++) {
            List<TokenKind> kinds = new ArrayList<>();
            for (TokenKind kind : TokenKind.values()) {
                BinaryOp op = operator(kind);
                if (op != null && level(op) >= lowest) kinds.add(kind);
            }
            sets[lowest] = TokenSet.of(kinds.toArray(TokenKind[]::new));
        }
        return sets;
    }
}
