package dev.ithaca.vm.syntax;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code left = value} after the left side has been parsed as an expression (chapter 1, sections 6.1 to 6.3):
 * bindings, destructuring, local functions, assignments to fields and elements, and their compound and conditional forms.
 */
final class Assignments {
    private final Grammar grammar;
    private final Cursor cursor;

    Assignments(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /**
     * @param returnType type written between target and {@code =}, or null
     * @param compound operator of a compound assignment, or null
     * @param start token where the target starts
     */
    Stmt assign(Expr target, TypeExpr returnType, BinaryOp compound, Expr value, Span span, int start) {
        if (returnType != null && !isFunctionHead(target)) {
            error(returnType.span(), "a result type belongs to a function: `name(parameters) -> Type = body`", null);
        }
        return switch (target) {
            case Expr.Variable(String name, Span at) ->
                    new Stmt.Binding(false, new Pattern.Variable(name, at), null, combined(target, compound, value, span), span);
            case Expr.Index _, Expr.Field _ -> compound == null ? new Stmt.Assign(target, value, span)
                    : compoundAssign(target, compound, value, span);
            case Expr.Call call when compound == null && isFunctionHead(call) -> localFunction(call, returnType, value, span);
            default -> destructure(target, compound, value, span, start);
        };
    }

    private static boolean isFunctionHead(Expr target) {
        return target instanceof Expr.Call(Expr function, List<TypeExpr> types, List<Expr.Arg> _, Span _)
                && function instanceof Expr.Variable && types.isEmpty();
    }

    private static Expr combined(Expr target, BinaryOp compound, Expr value, Span span) {
        return compound == null ? value : new Expr.Binary(compound, target, value, target.span(), span);
    }

    private Stmt destructure(Expr target, BinaryOp compound, Expr value, Span span, int start) {
        Pattern pattern = compound != null ? null : patternOf(target, start);
        if (pattern == null) {
            error(target.span(), "cannot assign to this expression",
                    "the left side of an assignment is a name, a pattern, `record.field` or `list[index]`");
            return new Stmt.Expression(value, span);
        }
        return new Stmt.Binding(false, pattern, null, value, span);
    }

    /** Reads an expression as a pattern: from its tree, or else from its text. */
    private Pattern patternOf(Expr expr, int start) {
        Pattern pattern = ExprPatterns.toPattern(expr);
        if (pattern != null) return pattern;
        int here = cursor.pos();
        cursor.moveTo(start);
        cursor.skipNewlines();
        pattern = grammar.patterns.pattern();
        boolean whole = pattern != null && cursor.previous().end() >= expr.span().end();
        cursor.moveTo(here);
        return whole ? pattern : null;
    }

    // ---- local functions --------------------------------------------------------------------------------------------

    private Stmt localFunction(Expr.Call head, TypeExpr returnType, Expr body, Span span) {
        Expr.Variable function = (Expr.Variable) head.function();
        List<Item.Param> params = new ArrayList<>();
        for (Expr.Arg arg : head.args()) params.add(arg.label() == null ? patternParam(arg.value()) : labelledParam(arg));
        return new Stmt.LocalFunction(new Name(function.name(), function.span()), params, returnType, body, span);
    }

    private Item.Param patternParam(Expr value) {
        Pattern pattern = patternOf(value, tokenAt(value.span().start()));
        if (pattern == null) {
            error(value.span(), "a parameter of a local function is a name, a pattern, `name: Type` or `name = default`", null);
            pattern = new Pattern.Wildcard(value.span());
        }
        return new Item.Param(pattern, null, null);
    }

    /** {@code name: Type}, or a default value after {@code =} and where the text after the colon is no type. */
    private Item.Param labelledParam(Expr.Arg arg) {
        Pattern name = new Pattern.Variable(arg.label().text(), arg.label().span());
        int separator = tokenAt(arg.label().span().end());
        TypeExpr type = cursor.tokens.kind(separator) == TokenKind.COLON ? typeOf(arg.value(), separator + 1) : null;
        return type != null ? new Item.Param(name, type, null) : new Item.Param(name, null, arg.value());
    }

    private TypeExpr typeOf(Expr value, int start) {
        if (!looksLikeType(value)) return null;
        int here = cursor.pos();
        cursor.moveTo(start);
        cursor.skipNewlines();
        TypeExpr type = grammar.types.type();
        boolean whole = type != null && cursor.previous().end() >= value.span().end();
        cursor.moveTo(here);
        return whole ? type : null;
    }

    private static boolean looksLikeType(Expr value) {
        return switch (value) {
            case Expr.UpperName _, Expr.Unit _ -> true;
            case Expr.Variable(String name, Span _) -> name.length() == 1;
            case Expr.Field(Expr _, Name name, Span _) -> Character.isUpperCase(name.text().charAt(0));
            case Expr.Index(Expr receiver, List<Expr> _, Span _) -> looksLikeType(receiver);
            case Expr.ListLit(List<Expr> elements, Expr tail, Span _) ->
                    elements.size() == 1 && tail == null && looksLikeType(elements.getFirst());
            case Expr.Tuple(List<Expr> elements, Span _) -> elements.stream().allMatch(Assignments::looksLikeType);
            default -> false;
        };
    }

    /** Index of the first token at or after an offset of the file. */
    private int tokenAt(int offset) {
        int low = 0;
        int high = cursor.tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cursor.tokens.get(middle).start() < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    // ---- compound assignment ----------------------------------------------------------------------------------------

    /** {@code a[f()] += v} must call {@code f} once: parts with effects are bound to names of their own first. */
    private Stmt compoundAssign(Expr target, BinaryOp compound, Expr value, Span span) {
        List<Stmt> statements = new ArrayList<>();
        Expr place = withoutEffects(target, statements);
        Stmt assign = new Stmt.Assign(place, combined(place, compound, value, span), span);
        if (statements.isEmpty()) return assign;
        statements.add(assign);
        return new Stmt.Expression(new Expr.Block(statements, span), span);
    }

    private Expr withoutEffects(Expr place, List<Stmt> before) {
        return switch (place) {
            case Expr.Variable _, Expr.UpperName _ -> place;
            case Expr.Field(Expr receiver, Name name, Span span) -> new Expr.Field(withoutEffects(receiver, before), name, span);
            case Expr.Index(Expr receiver, List<Expr> indices, Span span) -> {
                Expr stable = withoutEffects(receiver, before);
                yield new Expr.Index(stable, indices.stream().map(index -> named(index, before)).toList(), span);
            }
            default -> named(place, before);
        };
    }

    private static Expr named(Expr value, List<Stmt> before) {
        if (value instanceof Expr.Variable || value instanceof Expr.Literal || value instanceof Expr.UpperName) return value;
        Span span = value.span();
        String name = "__part_" + span.start();
        before.add(new Stmt.Binding(false, new Pattern.Variable(name, span), null, value, span));
        return new Expr.Variable(name, span);
    }

    // ---- conditional assignment -------------------------------------------------------------------------------------

    /** {@code if c then target} with {@code = value} after it: the assignment goes into the last open branch. */
    Expr assignBranch(Expr branch, BinaryOp compound, Expr value, int start) {
        if (branch instanceof Expr.If(Expr condition, Expr then, Expr otherwise, Span span)) {
            Span full = span.to(value.span());
            return otherwise == null
                    ? new Expr.If(condition, assignBranch(then, compound, value, start), null, full)
                    : new Expr.If(condition, then, assignBranch(otherwise, compound, value, start), full);
        }
        Span span = branch.span().to(value.span());
        int first = tokenAt(branch.span().start());
        return new Expr.Block(List.of(assign(branch, null, compound, value, span, first)), span);
    }

    /** Adds an {@code else} to the innermost {@code if} that lacks one; null if all have theirs. */
    static Expr withElse(Expr branch, Expr otherwise) {
        if (!(branch instanceof Expr.If(Expr condition, Expr then, Expr present, Span span))) return null;
        Span full = span.to(otherwise.span());
        if (present != null) {
            Expr longer = withElse(present, otherwise);
            return longer == null ? null : new Expr.If(condition, then, longer, full);
        }
        Expr inner = withElse(then, otherwise);
        return inner != null ? new Expr.If(condition, inner, null, full) : new Expr.If(condition, then, otherwise, full);
    }

    private void error(Span span, String message, String help) {
        Diagnostic error = Diagnostic.error(Diagnostic.Phase.PARSE, "S6", cursor.file, span, message);
        cursor.report(help == null ? error : error.withHelp(help));
    }
}
