package dev.ithaca.vm.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Prints expressions and statements for {@link TreePrinter}. */
final class ExprPrinter {
    private ExprPrinter() {}

    /** Text for places with a delimiter on both sides. */
    static String expr(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> LiteralPrinter.literal(literal);
            case Expr.Unit _ -> "()";
            case Expr.Interpolation(List<Expr> parts, Span _) -> interpolation(parts);
            case Expr.Variable(String name, Span _) -> name;
            case Expr.Wildcard _ -> "_";
            case Expr.UpperName(Name name, Span _) -> name.text();
            case Expr.Construct(Expr qualifier, Name name, List<Expr.Arg> args, Span _) ->
                    (qualifier == null ? "" : receiver(qualifier) + ".") + name + args(args);
            case Expr.Call(Expr function, List<TypeExpr> types, List<Expr.Arg> args, Span _) ->
                    callee(function) + typeArgs(types) + args(args);
            case Expr.MethodCall(Expr receiver, Name name, List<TypeExpr> types, List<Expr.Arg> args, Span _) ->
                    receiver(receiver) + "." + name + typeArgs(types) + args(args);
            case Expr.Field(Expr receiver, Name name, Span _) -> receiver(receiver) + "." + name;
            case Expr.TupleField(Expr receiver, int index, Span _) -> receiver(receiver) + "." + index;
            case Expr.Index(Expr receiver, List<Expr> indices, Span _) -> receiver(receiver) + list("[", indices, "]");
            case Expr.Unary(Expr.UnaryOp op, Expr operand, Span _) ->
                    (op == Expr.UnaryOp.NEGATE ? "-" : "!") + operand(operand);
            case Expr.Binary(Expr.BinaryOp op, Expr left, Expr right, Span _, Span _) ->
                    side(op, left, op != Expr.BinaryOp.CONS) + " " + op.symbol() + " " + side(op, right, op == Expr.BinaryOp.CONS);
            case Expr.Pipe(Expr value, Expr function, Span _) ->
                    (value instanceof Expr.Pipe ? expr(value) : operand(value)) + " |> " + operand(function);
            case Expr.Send(Expr target, Expr message, Span _) -> operand(target) + " <- " + operand(message);
            case Expr.Propagate(Expr value, Span _) -> receiver(value) + "?";
            case Expr.Tuple(List<Expr> elements, Span _) -> list("(", elements, ")");
            case Expr.ListLit(List<Expr> elements, Expr tail, Span _) ->
                    list("[", elements, tail == null ? "]" : " | " + expr(tail) + "]");
            case Expr.RangeList(Expr low, Expr high, Span _) -> "[" + operand(low) + " .. " + operand(high) + "]";
            case Expr.MapLit(List<Expr.MapEntry> entries, Span _) -> entries.stream()
                    .map(entry -> operand(entry.key()) + ": " + expr(entry.value())).collect(Collectors.joining(", ", "%{", "}"));
            case Expr.SetLit(List<Expr> elements, Span _) -> list("#{", elements, "}");
            case Expr.Block block -> block(block);
            case Expr.Lambda(List<Item.Param> params, TypeExpr returnType, Expr body, Span _) ->
                    TreePrinter.params(params) + TreePrinter.returnType(returnType) + " => " + operand(body);
            case Expr.Spawn(Expr.SpawnKind kind, Expr body, Span _) -> switch (kind) {
                case SPAWN -> "spawn";
                case SPAWN_LINK -> "spawn_link";
                case SPAWN_MONITOR -> "spawn_monitor";
            } + groupOrBlock(body);
            case Expr.Quote(Expr body, Span _) -> "quote" + groupOrBlock(body);
            case Expr.Splice(Expr value, Span _) -> "~" + receiver(value);
            case Expr.If _, Expr.Match _, Expr.Try _, Expr.While _, Expr.For _, Expr.Break _, Expr.Continue _, Expr.Return _,
                 Expr.Receive _ -> control(expr);
        };
    }

    private static String control(Expr expr) {
        return switch (expr) {
            case Expr.If(Expr condition, Expr then, Expr otherwise, Span _) -> "if " + operand(condition)
                    + " then " + operand(then)
                    + (otherwise == null ? "" : " else " + (otherwise instanceof Expr.If ? expr(otherwise) : operand(otherwise)));
            case Expr.Match(Expr subject, List<Expr.Arm> arms, Span _) -> "match " + operand(subject) + " {" + arms(arms) + "\n}";
            case Expr.Try(Expr body, boolean hasCatch, List<Expr.Arm> handlers, Expr cleanup, Span _) -> "try " + operand(body)
                    + (hasCatch ? " catch {" + arms(handlers) + "\n}" : "")
                    + (cleanup == null ? "" : " finally " + operand(cleanup));
            // The body goes on a line of its own, where no bracket can be taken for a call.
            case Expr.While(Expr condition, Expr body, Span _) ->
                    "while " + operand(condition) + TreePrinter.indented(operand(body));
            case Expr.For(Name variable, Expr low, Expr high, Expr body, Span _) -> "for " + variable + " = " + operand(low)
                    + " to " + operand(high) + TreePrinter.indented(operand(body));
            case Expr.Break(Expr value, Span _) -> value == null ? "break" : "break " + operand(value);
            case Expr.Return(Expr value, Span _) -> value == null ? "return" : "return " + operand(value);
            case Expr.Receive(List<Expr.Arm> arms, Expr timeout, Expr onTimeout, Span _) -> "receive {" + arms(arms)
                    + (timeout == null ? "" : TreePrinter.indented("after " + operand(timeout) + " -> " + expr(onTimeout))) + "\n}";
            default -> "continue";
        };
    }

    /** Text for operands: in parentheses unless it starts and ends as one unit. */
    static String operand(Expr expr) {
        return switch (expr) {
            case Expr.Literal _, Expr.Unit _, Expr.Interpolation _, Expr.Variable _, Expr.Wildcard _, Expr.UpperName _,
                 Expr.Construct _, Expr.Call _, Expr.MethodCall _, Expr.Field _, Expr.TupleField _, Expr.Index _,
                 Expr.Propagate _, Expr.Tuple _, Expr.ListLit _, Expr.RangeList _, Expr.MapLit _, Expr.SetLit _,
                 Expr.Block _ -> expr(expr);
            default -> "(" + expr(expr) + ")";
        };
    }

    /** One side of a binary operator; chains of one operator need no parentheses on the side to which it associates. */
    private static String side(Expr.BinaryOp op, Expr side, boolean associates) {
        return associates && side instanceof Expr.Binary binary && binary.op() == op ? expr(side) : operand(side);
    }

    /** Text before a postfix operator; numbers would swallow a dot. */
    private static String receiver(Expr expr) {
        return expr instanceof Expr.Literal ? "(" + expr(expr) + ")" : operand(expr);
    }

    /** A member that is called is in parentheses, or it would be a method. */
    private static String callee(Expr function) {
        return function instanceof Expr.Variable || function instanceof Expr.UpperName ? expr(function)
                : "(" + expr(function) + ")";
    }

    private static String groupOrBlock(Expr body) {
        return body instanceof Expr.Block block && !needsDo(block) ? " " + expr(body) : "(" + expr(body) + ")";
    }

    private static String list(String open, List<Expr> elements, String close) {
        return elements.stream().map(ExprPrinter::expr).collect(Collectors.joining(", ", open, close));
    }

    private static String args(List<Expr.Arg> args) {
        return args.stream().map(arg -> (arg.label() == null ? "" : arg.label() + ": ") + expr(arg.value()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String typeArgs(List<TypeExpr> types) { return types.isEmpty() ? "" : TypePrinter.types("[", types, "]"); }

    private static String interpolation(List<Expr> parts) {
        StringBuilder text = new StringBuilder();
        boolean afterText = parts.size() == 1;
        for (Expr part : parts) {
            // Two texts in a row, or an empty one, can only come from strings inside `${...}`.
            boolean isText = !afterText && part instanceof Expr.StringLit(String value, Span _) && !value.isEmpty()
                    && !value.contains("${");
            text.append(isText ? ((Expr.StringLit) part).value() : "${" + expr(part) + "}");
            afterText = isText;
        }
        return LiteralPrinter.singleQuoted(text.toString());
    }

    private static String arms(List<Expr.Arm> arms) {
        return arms.stream().map(arm -> TreePrinter.indented(PatternPrinter.pattern(arm.pattern())
                + (arm.guard() == null ? "" : " when " + operand(arm.guard())) + " -> " + expr(arm.body())))
                .collect(Collectors.joining());
    }

    // ---- statements -------------------------------------------------------------------------------------------------

    private static String block(Expr.Block block) {
        if (block.statements().isEmpty()) return "{}";
        String body = block.statements().stream().map(statement -> TreePrinter.indented(statement(statement)))
                .collect(Collectors.joining());
        return needsDo(block) ? "do" + body + "\nend" : "{" + body + "\n}";
    }

    private static boolean needsDo(Expr.Block block) {
        return block.statements().stream().anyMatch(statement -> statement instanceof Stmt.Binding(
                boolean isVar, Pattern pattern, TypeExpr type, Expr _, Span _) && !isVar && type == null && onlyPattern(pattern));
    }

    /** Whether the text of a pattern cannot start a statement in braces, where it is read as an expression first. */
    private static boolean onlyPattern(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Pin _, Pattern.Range _, Pattern.Or _, Pattern.SetOf _, Pattern.MapOf _ -> true;
            case Pattern.NamedConstructor(Name _, var fields, Span _) ->
                    fields.isEmpty() || fields.stream().anyMatch(field -> onlyPattern(field.pattern()));
            case Pattern.Constructor(Name _, boolean _, List<Pattern> args, Span _) -> args.stream().anyMatch(ExprPrinter::onlyPattern);
            case Pattern.Tuple(List<Pattern> elements, Span _) -> elements.stream().anyMatch(ExprPrinter::onlyPattern);
            case Pattern.ListOf(List<Pattern> elements, Pattern rest, Span _) ->
                    elements.stream().anyMatch(ExprPrinter::onlyPattern) || rest != null && onlyPattern(rest);
            case Pattern.Record(var fields, Span _) -> fields.stream().anyMatch(field -> onlyPattern(field.pattern()));
            default -> false;
        };
    }

    private static String statement(Stmt statement) {
        return switch (statement) {
            case Stmt.Expression(Expr value, Span _) -> expr(value);
            case Stmt.Binding(boolean isVar, Pattern pattern, TypeExpr type, Expr value, Span _) -> (isVar ? "var " : "")
                    + PatternPrinter.pattern(pattern) + TreePrinter.annotation(type) + " = " + expr(value);
            case Stmt.Assign(Expr target, Expr value, Span _) -> expr(target) + " = " + expr(value);
            case Stmt.LocalFunction(Name name, List<Item.Param> params, TypeExpr returnType, Expr body, Span _) ->
                    name + TreePrinter.params(params) + TreePrinter.returnType(returnType) + " = " + expr(body);
        };
    }
}
