package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Argument lists of calls and constructions. */
final class ArgumentParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ArgumentParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** The rule CallArgs, or null. */
    List<Expr.Arg> callArguments() { return arguments(() -> argument(true), false); }

    /** The rule RecordArgs, or null: no {@code =} after labels, a trailing comma is fine. */
    List<Expr.Arg> recordArguments() { return arguments(() -> argument(false), true); }

    private List<Expr.Arg> arguments(Supplier<Expr.Arg> argument, boolean trailingComma) {
        int start = cursor.pos();
        if (!cursor.eat(TokenKind.LEFT_PAREN)) return null;
        cursor.skipNewlines();
        List<Expr.Arg> args = new ArrayList<>();
        for (Expr.Arg arg = argument.get(); arg != null; ) {
            args.add(arg);
            int before = cursor.pos();
            arg = cursor.eatComma() ? argument.get() : null;
            if (arg == null && !trailingComma) cursor.moveTo(before);
        }
        if (cursor.eatOnLaterLine(TokenKind.RIGHT_PAREN)) return args;
        cursor.moveTo(start);
        return null;
    }

    private Expr.Arg argument(boolean assignLabels) {
        int start = cursor.pos();
        if (Cursor.isName(cursor.kind())) {
            Name label = cursor.name();
            if (cursor.eat(TokenKind.COLON) || assignLabels && cursor.eat(TokenKind.ASSIGN)) {
                Expr value = grammar.exprs.onLaterLine();
                if (value != null) return new Expr.Arg(label, value);
            }
            cursor.moveTo(start);
        }
        Expr value = grammar.exprs.onLaterLine();
        return value == null ? null : new Expr.Arg(null, value);
    }
}
