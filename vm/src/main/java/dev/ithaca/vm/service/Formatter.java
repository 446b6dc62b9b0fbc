package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import dev.ithaca.vm.syntax.TreePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lays a text out anew: indentation by nesting, one blank around operators and after commas, no blanks at line ends, at
 * most one blank line in a row. Lines are neither broken nor joined, and tokens and comments stay as they are. What cannot
 * be laid out with certainty that its meaning stays, such as a text that does not parse, only loses blanks at line ends.
 */
final class Formatter {
    /** Formatting what was formatted may move continuation lines once more where the first pass joined their start. */
    private static final int PASSES = 4;

    private Formatter() {}

    static String format(String text) {
        String tidy = tidied(text);
        ParseResult before = Parser.parse(new SourceFile("", tidy));
        if (before.diagnostics().stream().anyMatch(Diagnostic::isError)) return tidy;
        String now = tidy;
        for (int pass = 0; pass < PASSES; pass++) {
            String next = tidied(laidOut(now));
            if (next.equals(now)) return means(before, tidy, now) ? now : tidy;
            now = next;
        }
        return tidy;
    }

    private static boolean means(ParseResult before, String original, String formatted) {
        ParseResult after = Parser.parse(new SourceFile("", formatted));
        return after.diagnostics().stream().noneMatch(Diagnostic::isError) && spellings(original).equals(spellings(formatted))
                && printed(before.module().items()).equals(printed(after.module().items()));
    }

    private static List<String> printed(List<Item> items) { return items.stream().map(TreePrinter::print).toList(); }

    private static List<String> spellings(String text) {
        return tokens(text).stream().filter(t -> t.kind() != TokenKind.NEWLINE).map(t -> text.substring(t.start(), t.end()).stripTrailing()).toList();
    }

    private static List<Token> tokens(String text) { return Lexer.tokenize(new SourceFile("", text)).tokens(); }

    /** Without blanks at line ends, except inside tokens, and with one line end at the end. */
    private static String tidied(String text) {
        List<int[]> fixed = new ArrayList<>();
        for (Token token : tokens(text)) {
            boolean comment = token.kind() == TokenKind.COMMENT;
            if (!comment && text.substring(token.start(), token.end()).indexOf('\n') >= 0 && token.kind() != TokenKind.NEWLINE) {
                fixed.add(new int[] {token.start(), token.end()});
            }
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            int keep = stop;
            while (keep > at && isBlank(text.charAt(keep - 1)) && !inside(fixed, keep - 1)) keep--;
            out.append(text, at, keep);
            if (end >= 0) out.append('\n');
            at = stop + 1;
        }
        int length = out.length();
        while (length > 0 && out.charAt(length - 1) == '\n') length--;
        out.setLength(length);
        return length == 0 ? "" : out.append('\n').toString();
    }

    private static boolean isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

    private static boolean inside(List<int[]> ranges, int offset) { return ranges.stream().anyMatch(r -> r[0] <= offset && offset < r[1]); }

    private static String laidOut(String text) {
        List<List<Token>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        for (Token token : tokens(text)) {
            switch (token.kind()) {
                case END_OF_INPUT -> { }
                case NEWLINE -> {
                    // A run of line ends is one token; more than one of them is a blank line.
                    boolean blank = text.substring(token.start(), token.end()).chars().filter(c -> c == '\n').count() > 1;
                    boolean first = lines.size() == 1 && lines.getFirst().isEmpty();
                    if (!first) {
                        lines.add(new ArrayList<>());
                        if (blank) lines.add(new ArrayList<>());
                    }
                }
                default -> lines.getLast().add(token);
            }
        }
        Indenter indenter = new Indenter(Indenter.unitOf(text, lines));
        List<Integer> indents = indenter.indents(lines);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty() && !out.isEmpty() && out.getLast().isEmpty()) continue;
            out.add(lines.get(i).isEmpty() ? "" : " ".repeat(indents.get(i)) + Spacing.line(text, lines.get(i)));
        }
        return out.stream().collect(Collectors.joining("\n"));
    }
}
