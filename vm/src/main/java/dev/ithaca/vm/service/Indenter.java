package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds how far each line is indented: by the brackets and blocks around it, and a step more where it goes on with a line before. */
final class Indenter {
    private static final int USUAL = 4;
    private static final Set<TokenKind> OPENING = EnumSet.of(TokenKind.LEFT_PAREN, TokenKind.LEFT_BRACKET, TokenKind.LEFT_BRACE);
    private static final Set<TokenKind> CLOSING = EnumSet.of(TokenKind.RIGHT_PAREN, TokenKind.RIGHT_BRACKET, TokenKind.RIGHT_BRACE);
    /** A line that ends like this is not complete. */
    private static final Set<TokenKind> GOES_ON = EnumSet.of(TokenKind.ASSIGN, TokenKind.ARROW, TokenKind.FAT_ARROW, TokenKind.THEN, TokenKind.ELSE,
            TokenKind.PLUS, TokenKind.MINUS, TokenKind.STAR, TokenKind.SLASH, TokenKind.PERCENT, TokenKind.POWER, TokenKind.EQ, TokenKind.NE, TokenKind.LT,
            TokenKind.GT, TokenKind.LE, TokenKind.GE, TokenKind.AND, TokenKind.OR, TokenKind.CONCAT, TokenKind.CONS, TokenKind.PIPE_GT, TokenKind.BAR);
    /** A line that starts like this goes on with the one before. */
    private static final Set<TokenKind> CONTINUES = EnumSet.of(TokenKind.THEN, TokenKind.ELSE, TokenKind.DOT, TokenKind.PIPE_GT, TokenKind.AND, TokenKind.OR,
            TokenKind.CONCAT, TokenKind.BAR, TokenKind.ASSIGN, TokenKind.EQ, TokenKind.NE, TokenKind.WHEN);

    private final int unit;
    private final List<Integer> indents = new ArrayList<>();
    /** For each open bracket or block, how far its content is indented. */
    private final List<Integer> levels = new ArrayList<>();
    /** Where the statement began that the current line may go on with; -1 for none. */
    private int statement = -1;
    private TokenKind last;
    private int brackets;

    Indenter(int unit) { this.unit = unit; }

    /** The step the text uses: two blanks or four. */
    static int unitOf(String text, List<List<Token>> lines) {
        int smallest = Integer.MAX_VALUE;
        for (List<Token> line : lines) {
            if (line.isEmpty() || line.getFirst().kind() == TokenKind.COMMENT) continue;
            int start = line.getFirst().start();
            int blanks = start - (text.lastIndexOf('\n', Math.max(0, start - 1)) + 1);
            if (start > 0 && blanks > 0) smallest = Math.min(smallest, text.charAt(start - 1) == '\t' ? USUAL : blanks);
        }
        return smallest <= 2 ? 2 : USUAL;
    }

    List<Integer> indents(List<List<Token>> lines) {
        for (List<Token> line : lines) {
            indents.add(0);
            if (!line.isEmpty()) line(line);
        }
        return indents;
    }

    private void line(List<Token> line) {
        List<Token> code = line.stream().filter(t -> t.kind() != TokenKind.COMMENT).toList();
        if (code.isEmpty()) {
            indents.set(indents.size() - 1, level());
            return;
        }
        TokenKind first = code.getFirst().kind();
        boolean closing = CLOSING.contains(first) || first == TokenKind.END;
        boolean goesOn = statement >= 0 && (last != null && GOES_ON.contains(last) || CONTINUES.contains(first));
        int indent;
        if (closing) {
            indent = Math.max(0, level() - unit);
        } else if (goesOn) {
            indent = Math.max(level(), statement + unit);
        } else {
            indent = level();
            statement = indent;
        }
        indents.set(indents.size() - 1, indent);
        nest(code, indent);
        if (closing) statement = indent;
        last = code.getLast().kind();
    }

    /** How far statements are indented here. */
    private int level() { return levels.isEmpty() ? 0 : levels.getLast(); }

    /** All that a line leaves open is one step. */
    private void nest(List<Token> code, int indent) {
        int depth = levels.size();
        for (Token token : code) {
            if (OPENING.contains(token.kind())) {
                levels.add(indent + unit);
                brackets++;
            } else if ((CLOSING.contains(token.kind()) || token.kind() == TokenKind.END) && !levels.isEmpty()) {
                levels.removeLast();
                if (token.kind() != TokenKind.END) brackets--;
            }
        }
        if (brackets == 0 && opensBlock(code)) levels.add(indent + unit);
        if (levels.size() > depth) statement = -1;
        else if (levels.size() < depth) statement = indent;
    }

    /** {@code module M}, {@code trait T}, {@code Type: Trait}: up to {@code end}. */
    private boolean opensBlock(List<Token> code) {
        int at = code.getFirst().kind() == TokenKind.PUB ? 1 : 0;
        if (code.size() <= at) return false;
        boolean ended = code.stream().anyMatch(t -> t.kind() == TokenKind.END);
        TokenKind first = code.get(at).kind();
        if (first == TokenKind.TRAIT || first == TokenKind.MODULE) return !ended;
        if (first != TokenKind.UPPER || ended) return false;
        int depth = 0;
        for (Token token : code.subList(at, code.size())) {
            if (OPENING.contains(token.kind())) depth++;
            else if (CLOSING.contains(token.kind())) depth--;
            else if (token.kind() == TokenKind.ASSIGN || token.kind() == TokenKind.ARROW) return false;
            else if (token.kind() == TokenKind.COLON && depth == 0) return true;
        }
        return false;
    }
}
