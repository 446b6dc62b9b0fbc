package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the lines of a text that belong together, also while it does not parse. */
final class Folding {
    private final SourceFile file;
    /** The longest for each first line. */
    private final Map<Integer, Fold> found = new TreeMap<>();

    private Folding(SourceFile file) { this.file = file; }

    /** By first line; one for each. */
    static List<Fold> of(String text) {
        Folding folding = new Folding(new SourceFile("", text));
        List<Token> tokens = Lexer.tokenize(folding.file).tokens();
        folding.comments(tokens);
        folding.brackets(tokens);
        List<Item> items = Parser.parse(folding.file).module().items();
        folding.imports(items);
        Declarations.all(items).forEach(folding::definition);
        return folding.found.values().stream().sorted(Comparator.comparingInt(Fold::firstLine)).toList();
    }

    private void comments(List<Token> tokens) {
        int first = 0;
        int last = 0;
        for (Token token : tokens) {
            if (token.kind() != TokenKind.COMMENT) continue;
            int line = file.line(token.start());
            boolean alone = file.text().substring(file.lineStart(line), token.start()).isBlank();
            if (!alone || line != last + 1 || first == 0) {
                add(Fold.Kind.COMMENT, first, last);
                first = alone ? line : 0;
            }
            last = file.line(Math.max(token.start(), token.end() - 1));
        }
        add(Fold.Kind.COMMENT, first, last);
    }

    private void brackets(List<Token> tokens) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            switch (token.kind()) {
                case LEFT_BRACE, LEFT_BRACKET, LEFT_PAREN -> open.push(token);
                case RIGHT_BRACE, RIGHT_BRACKET, RIGHT_PAREN -> {
                    if (open.isEmpty()) continue;
                    int last = file.line(token.start());
                    boolean goesOn = !file.text().substring(token.start() + 1, file.lineStart(last) + file.lineText(last).length()).isBlank();
                    add(Fold.Kind.BLOCK, file.line(open.pop().start()), goesOn ? last - 1 : last);
                }
                default -> { }
            }
        }
    }

    private void imports(List<Item> items) {
        List<Item> uses = items.stream().filter(Item.Use.class::isInstance).toList();
        if (!uses.isEmpty()) add(Fold.Kind.IMPORTS, file.line(uses.getFirst().span().start()), lastLine(uses.getLast().span()));
    }

    private void definition(Item item) {
        if (!(item instanceof Item.Use)) add(Fold.Kind.DEFINITION, file.line(item.span().start()), lastLine(item.span()));
        if (item instanceof Item.TraitImpl i) i.methods().forEach(m -> add(Fold.Kind.DEFINITION, file.line(m.span().start()), lastLine(m.span())));
    }

    private int lastLine(Span span) { return file.line(Math.max(span.start(), span.end() - 1)); }

    private void add(Fold.Kind kind, int first, int last) {
        if (first <= 0 || last <= first) return;
        Fold known = found.get(first);
        if (known == null || known.lastLine() < last) found.put(first, new Fold(kind, first, last));
    }
}
