package dev.ithaca.vm.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Expressions that start with a keyword (chapter 1, section 5.7). */
final class ControlParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ControlParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    boolean startsControl(TokenKind kind) {
        return switch (kind) {
            case IF, MATCH, TRY, DO, RECEIVE, WHILE, FOR, BREAK, CONTINUE, RETURN, SPAWN, SPAWN_LINK, SPAWN_MONITOR, QUOTE -> true;
            default -> false;
        };
    }

    /** The expression whose keyword stands at {@code start}, or null. */
    Expr control(int start) {
        TokenKind keyword = cursor.kind();
        cursor.moveTo(start + 1);
        return switch (keyword) {
            case IF -> conditional(start);
            case MATCH -> match(start);
            case TRY -> attempt(start);
            case DO -> sequence(start);
            case RECEIVE -> receive(start);
            case WHILE -> whileLoop(start);
            case FOR -> forLoop(start);
            case BREAK -> new Expr.Break(valueOnLine(), cursor.spanFrom(start));
            case RETURN -> new Expr.Return(valueOnLine(), cursor.spanFrom(start));
            case CONTINUE -> new Expr.Continue(cursor.spanFrom(start));
            case SPAWN -> spawn(Expr.SpawnKind.SPAWN, start);
            case SPAWN_LINK -> spawn(Expr.SpawnKind.SPAWN_LINK, start);
            case SPAWN_MONITOR -> spawn(Expr.SpawnKind.SPAWN_MONITOR, start);
            default -> {
                Expr body = groupOrBlock();
                yield body == null ? null : new Expr.Quote(body, cursor.spanFrom(start));
            }
        };
    }

    private Expr next() { return grammar.exprs.onLaterLine(); }

    /** One {@code if c then e} of a chain, without its {@code else}. */
    private record Branch(int start, Expr condition, Expr then) {}

    /** A chain of {@code else if} is read in a loop, so that its length does not count as nesting. */
    private Expr conditional(int start) {
        Deque<Branch> chain = new ArrayDeque<>();
        Expr otherwise = null;
        for (Branch branch = branch(start); branch != null; ) {
            chain.push(branch);
            cursor.checkChain(chain.size());
            int afterThen = cursor.pos();
            branch = null;
            if (cursor.eatOnLaterLine(TokenKind.ELSE)) {
                int afterElse = cursor.pos();
                cursor.skipNewlines();
                int next = cursor.pos();
                if (cursor.eat(TokenKind.IF)) branch = branch(next);
                if (branch != null) continue;
                cursor.moveTo(afterElse);
                otherwise = next();
            }
            if (otherwise == null) cursor.moveTo(afterThen);
        }
        if (chain.isEmpty()) return null;
        for (Branch branch : chain) {
            otherwise = new Expr.If(branch.condition, branch.then, otherwise, cursor.spanFrom(branch.start));
        }
        return otherwise;
    }

    private Branch branch(int start) {
        Expr condition = next();
        if (condition == null) return null;
        int before = cursor.pos();
        cursor.skipNewlines();
        if (!cursor.eat(TokenKind.THEN)) cursor.moveTo(before);
        Expr then = next();
        return then == null ? null : new Branch(start, condition, then);
    }

    private Expr match(int start) {
        Expr subject = next();
        if (subject == null || !cursor.eatOnLaterLine(TokenKind.LEFT_BRACE)) return null;
        List<Expr.Arm> arms = grammar.statements.arms();
        if (arms.isEmpty() && !cursor.isRecovering()) return null;
        return grammar.statements.closeBrace() ? new Expr.Match(subject, arms, cursor.spanFrom(start)) : null;
    }

    private Expr attempt(int start) {
        Expr body = next();
        if (body == null) return null;
        int afterBody = cursor.pos();
        List<Expr.Arm> handlers = handlers();
        if (handlers == null) cursor.moveTo(afterBody);
        int afterCatch = cursor.pos();
        Expr cleanup = cursor.eatOnLaterLine(TokenKind.FINALLY) ? next() : null;
        if (cleanup == null) cursor.moveTo(afterCatch);
        return new Expr.Try(body, handlers != null, handlers == null ? List.of() : handlers, cleanup, cursor.spanFrom(start));
    }

    private List<Expr.Arm> handlers() {
        if (!cursor.eatOnLaterLine(TokenKind.CATCH) || !cursor.eatOnLaterLine(TokenKind.LEFT_BRACE)) return null;
        List<Expr.Arm> arms = grammar.statements.arms();
        return grammar.statements.closeBrace() ? arms : null;
    }

    private Expr sequence(int start) {
        List<Stmt> statements = new ArrayList<>();
        for (Stmt statement = sequenceItem(); statement != null; statement = sequenceItem()) statements.add(statement);
        return cursor.eatOnLaterLine(TokenKind.END) ? new Expr.Block(statements, cursor.spanFrom(start)) : null;
    }

    private Stmt sequenceItem() {
        int before = cursor.pos();
        cursor.skipNewlines();
        int start = cursor.pos();
        Pattern pattern = grammar.patterns.pattern();
        Expr value = pattern != null && cursor.eat(TokenKind.ASSIGN) ? next() : null;
        if (value != null) return new Stmt.Binding(false, pattern, null, value, cursor.spanFrom(start));
        cursor.moveTo(before);
        value = next();
        return value == null ? null : new Stmt.Expression(value, value.span());
    }

    private Expr receive(int start) {
        if (!cursor.eatOnLaterLine(TokenKind.LEFT_BRACE)) return null;
        List<Expr.Arm> arms = grammar.statements.arms();
        int afterArms = cursor.pos();
        Expr timeout = cursor.eatOnLaterLine(TokenKind.AFTER) ? next() : null;
        Expr onTimeout = timeout != null && cursor.eat(TokenKind.ARROW) ? next() : null;
        if (onTimeout == null) {
            cursor.moveTo(afterArms);
            timeout = null;
        }
        return grammar.statements.closeBrace() ? new Expr.Receive(arms, timeout, onTimeout, cursor.spanFrom(start)) : null;
    }

    private Expr whileLoop(int start) {
        Expr condition = next();
        Expr body = condition == null ? null : next();
        return body == null ? null : new Expr.While(condition, body, cursor.spanFrom(start));
    }

    private Expr forLoop(int start) {
        cursor.skipNewlines();
        Name variable = cursor.name();
        if (variable == null || !cursor.eatOnLaterLine(TokenKind.ASSIGN)) return null;
        Expr low = next();
        if (low == null || !cursor.eatOnLaterLine(TokenKind.TO)) return null;
        Expr high = next();
        Expr body = high == null ? null : next();
        return body == null ? null : new Expr.For(variable, low, high, body, cursor.spanFrom(start));
    }

    /** {@code (!NL NExpr)?}. */
    private Expr valueOnLine() { return cursor.at(TokenKind.NEWLINE) ? null : next(); }

    private Expr spawn(Expr.SpawnKind kind, int start) {
        Expr body = groupOrBlock();
        return body == null ? null : new Expr.Spawn(kind, body, cursor.spanFrom(start));
    }

    private Expr groupOrBlock() {
        if (cursor.at(TokenKind.LEFT_BRACE)) return grammar.statements.block();
        cursor.failures.expected(cursor.pos(), TokenKind.LEFT_BRACE);
        if (!cursor.eat(TokenKind.LEFT_PAREN)) return null;
        Expr body = next();
        return body != null && cursor.eat(TokenKind.RIGHT_PAREN) ? body : null;
    }
}
