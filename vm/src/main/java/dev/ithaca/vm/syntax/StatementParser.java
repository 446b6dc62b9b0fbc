package dev.ithaca.vm.syntax;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.FailureTracker.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks, statements and match arms. While recovering, a statement or arm that does not parse is reported and stepped
 * over, so that blocks succeed and later mistakes come to light.
 */
final class StatementParser {
    private static final TokenSet SEPARATORS =
            TokenSet.of(TokenKind.NEWLINE, TokenKind.COMMA, TokenKind.SEMICOLON, TokenKind.COLON);
    private static final TokenSet ARM_SEPARATORS = TokenSet.of(TokenKind.COMMA, TokenKind.SEMICOLON, TokenKind.BAR);
    private static final TokenSet TYPED_FOLLOW = TokenSet.of(TokenKind.COLON, TokenKind.BAR);
    private static final TokenSet COMPOUND = TokenSet.of(TokenKind.PLUS_ASSIGN, TokenKind.MINUS_ASSIGN,
            TokenKind.STAR_ASSIGN, TokenKind.SLASH_ASSIGN);

    private final Grammar grammar;
    private final Cursor cursor;
    private final Assignments assignments;

    StatementParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.assignments = new Assignments(grammar);
    }

    // ---- blocks -----------------------------------------------------------------------------------------------------

    /** The rule Block, or null. */
    Expr.Block block() {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.LEFT_BRACE)) return null;
        List<Stmt> statements = new ArrayList<>();
        boolean closed = cursor.isRecovering() ? tolerantStatements(statements) : statements(statements);
        if (closed) return new Expr.Block(statements, cursor.spanFrom(start));
        cursor.moveTo(start);
        return null;
    }

    private boolean statements(List<Stmt> statements) {
        cursor.skipNewlines();
        for (Stmt next = statement(); next != null; ) {
            statements.add(next);
            next = skipSeparators() ? statement() : null;
        }
        return cursor.eatOnLaterLine(TokenKind.RIGHT_BRACE);
    }

    private boolean skipSeparators() {
        int start = cursor.pos();
        while (SEPARATORS.contains(cursor.kind())) cursor.moveTo(cursor.pos() + 1);
        cursor.failures.expected(cursor.pos(), SEPARATORS);
        return cursor.pos() > start;
    }

    private boolean tolerantStatements(List<Stmt> statements) {
        while (true) {
            skipSeparators();
            if (cursor.eat(TokenKind.RIGHT_BRACE)) return true;
            if (cursor.at(TokenKind.END_OF_INPUT)) return true; // reported as an unclosed bracket by the caller
            cursor.failures.reset();
            int start = cursor.pos();
            Stmt next = statement();
            if (next != null) statements.add(next);
            boolean complete = next != null && (SEPARATORS.contains(cursor.kind()) || cursor.at(TokenKind.RIGHT_BRACE)
                    || cursor.at(TokenKind.END_OF_INPUT));
            if (!complete) stepOver(start);
            cursor.failures.reset();
        }
    }

    /** Reports what broke since the last reset and moves to the end of the line, or to the bracket that closes the block. */
    private void stepOver(int start) {
        Failure failure = cursor.failures.furthest(cursor.pos());
        SyntaxErrors.report(cursor, failure, start, cursor.limit());
        int i = start;
        while (i < cursor.limit() && cursor.kindAt(i) != TokenKind.END_OF_INPUT) {
            TokenKind kind = cursor.kindAt(i);
            if (kind == TokenKind.RIGHT_BRACE) break;
            boolean ends = kind == TokenKind.NEWLINE || kind == TokenKind.SEMICOLON;
            if (ends && i >= failure.index()) break;
            int partner = cursor.tokens.partner(i);
            i = kind.opensBracket() && partner >= 0 && partner < cursor.limit() ? partner + 1 : i + 1;
        }
        cursor.moveTo(i);
    }

    boolean closeBrace() {
        return cursor.eatOnLaterLine(TokenKind.RIGHT_BRACE) || cursor.isRecovering() && atEndOfInput();
    }

    private boolean atEndOfInput() {
        cursor.skipNewlines();
        return cursor.at(TokenKind.END_OF_INPUT);
    }

    // ---- arms -------------------------------------------------------------------------------------------------------

    /** {@code (NL* Arm)*}. */
    List<Expr.Arm> arms() {
        List<Expr.Arm> arms = new ArrayList<>();
        while (true) {
            int before = cursor.pos();
            cursor.skipNewlines();
            int start = cursor.pos();
            if (cursor.isRecovering()) {
                if (endsArms(cursor.kind())) return backTo(before, arms);
                // Without a separator this may be the broken rest of the last arm, whose failure says more.
                if (start > before || ARM_SEPARATORS.contains(cursor.previous().kind())) cursor.failures.reset();
            }
            Expr.Arm arm = arm();
            if (arm != null) {
                arms.add(arm);
            } else if (cursor.isRecovering()) {
                stepOver(start);
                cursor.failures.reset();
                while (ARM_SEPARATORS.contains(cursor.kind())) cursor.moveTo(cursor.pos() + 1);
            } else {
                return backTo(before, arms);
            }
        }
    }

    private List<Expr.Arm> backTo(int index, List<Expr.Arm> arms) {
        cursor.moveTo(index);
        return arms;
    }

    private static boolean endsArms(TokenKind kind) {
        return kind == TokenKind.RIGHT_BRACE || kind == TokenKind.AFTER || kind == TokenKind.END_OF_INPUT;
    }

    private Expr.Arm arm() {
        int start = cursor.pos();
        cursor.eat(TokenKind.BAR);
        int first = cursor.pos();
        Pattern pattern = grammar.patterns.pattern();
        Expr guard = null;
        if (pattern != null) {
            int before = cursor.pos();
            guard = cursor.eat(TokenKind.WHEN) ? grammar.exprs.onLaterLine() : null;
            if (guard == null) cursor.moveTo(before);
        }
        Stmt body = pattern != null && cursor.eat(TokenKind.ARROW) ? statement() : null;
        if (body == null) {
            cursor.moveTo(start);
            return null;
        }
        Expr.Arm arm = new Expr.Arm(pattern, guard, asExpr(body), cursor.spanFrom(first));
        if (ARM_SEPARATORS.contains(cursor.kind())) cursor.moveTo(cursor.pos() + 1);
        cursor.failures.expected(cursor.pos(), ARM_SEPARATORS);
        return arm;
    }

    static Expr asExpr(Stmt statement) {
        return statement instanceof Stmt.Expression(Expr value, Span _) ? value
                : new Expr.Block(List.of(statement), statement.span());
    }

    // ---- statements -------------------------------------------------------------------------------------------------

    /** The rule Stmt, or null. */
    Stmt statement() {
        int start = cursor.pos();
        Stmt result = cursor.at(TokenKind.VAR) ? varStatement(start) : typedStatement(start);
        if (result == null) {
            cursor.moveTo(start);
            result = exprStatement();
        }
        if (result == null) cursor.moveTo(start);
        return result;
    }

    private Stmt varStatement(int start) {
        cursor.moveTo(start + 1);
        Pattern pattern = grammar.patterns.pattern();
        if (pattern == null) return null;
        int before = cursor.pos();
        TypeExpr type = cursor.eat(TokenKind.COLON) ? grammar.types.type() : null;
        if (type == null) cursor.moveTo(before);
        Expr value = cursor.eat(TokenKind.ASSIGN) ? grammar.exprs.onLaterLine() : null;
        return value == null ? null : new Stmt.Binding(true, pattern, type, value, cursor.spanFrom(start));
    }

    private Stmt typedStatement(int start) {
        if (!grammar.patterns.mayStandBefore(start, TYPED_FOLLOW)) return null;
        Pattern pattern = grammar.patterns.pattern();
        TypeExpr type = pattern != null && cursor.eat(TokenKind.COLON) ? grammar.types.type() : null;
        Expr value = type != null && cursor.eat(TokenKind.ASSIGN) ? grammar.exprs.onLaterLine() : null;
        return value == null ? null : new Stmt.Binding(false, pattern, type, value, cursor.spanFrom(start));
    }

    private Stmt exprStatement() {
        int start = cursor.pos();
        Expr target = grammar.exprs.onLaterLine();
        if (target == null) return null;
        int afterTarget = cursor.pos();
        TypeExpr returnType = cursor.eat(TokenKind.ARROW) ? grammar.types.type() : null;
        if (returnType != null && !cursor.at(TokenKind.ASSIGN)) returnType = null; // a lone `-> T` means nothing: leave it
        if (returnType == null) cursor.moveTo(afterTarget);
        BinaryOp compound = compoundOperator(cursor.kind());
        Expr value = assignedValue();
        if (value == null) {
            cursor.moveTo(afterTarget);
            return new Stmt.Expression(target, cursor.spanFrom(start));
        }
        if (target instanceof Expr.If conditional) return conditionalAssignment(start, conditional, compound, value);
        return assignments.assign(target, returnType, compound, value, cursor.spanFrom(start), start);
    }

    /** {@code ('=' | '+=' | ...) NExpr}; null and unmoved if there is none. */
    private Expr assignedValue() {
        int start = cursor.pos();
        boolean assigns = cursor.eat(TokenKind.ASSIGN);
        if (!assigns && COMPOUND.contains(cursor.kind())) {
            cursor.moveTo(start + 1);
            assigns = true;
        }
        Expr value = assigns ? grammar.exprs.onLaterLine() : null;
        if (value == null) cursor.moveTo(start);
        return value;
    }

    /** The parts {@code else e} and {@code else e = v} after {@code if c then target = value} (section 6.2). */
    private Stmt conditionalAssignment(int start, Expr.If conditional, BinaryOp compound, Expr value) {
        Expr result = assignments.assignBranch(conditional, compound, value, start);
        while (true) {
            int before = cursor.pos();
            Expr tail = cursor.eatOnLaterLine(TokenKind.ELSE) ? grammar.exprs.onLaterLine() : null;
            if (tail != null) {
                int tailStart = before;
                BinaryOp tailCompound = compoundOperator(cursor.kind());
                Expr tailValue = assignedValue();
                if (tailValue != null) tail = assignments.assignBranch(tail, tailCompound, tailValue, tailStart);
                Expr longer = Assignments.withElse(result, tail);
                if (longer != null) {
                    result = longer;
                    continue;
                }
            }
            cursor.moveTo(before);
            return new Stmt.Expression(result, cursor.spanFrom(start));
        }
    }

    private static BinaryOp compoundOperator(TokenKind kind) {
        return switch (kind) {
            case PLUS_ASSIGN -> BinaryOp.ADD;
            case MINUS_ASSIGN -> BinaryOp.SUB;
            case STAR_ASSIGN -> BinaryOp.MUL;
            case SLASH_ASSIGN -> BinaryOp.DIV;
            default -> null;
        };
    }
}
