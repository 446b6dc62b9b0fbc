package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a file into its tree (chapter 1). Total: any text gives a tree, perhaps with holes, and a list of everything that
 * is wrong with it, in the order of the text. Time is linear in the size of the text for all sensible inputs.
 */
public final class Parser {
    private static final int MAX_DIAGNOSTICS = 200;

    private Parser() {}

    public static ParseResult parse(SourceFile file) {
        LexResult lexed = Lexer.tokenize(file);
        List<Diagnostic> diagnostics = new ArrayList<>(lexed.diagnostics());
        Grammar grammar = new Grammar(file, lexed.tokens(), 0, diagnostics);
        List<Item> items = grammar.sequence.file();
        return new ParseResult(new ModuleTree(file, items), tidy(diagnostics));
    }

    /** In order of the text, each finding once: speculative readings of one text may have reported it several times. */
    private static List<Diagnostic> tidy(List<Diagnostic> diagnostics) {
        Set<Object> seen = new HashSet<>();
        return diagnostics.stream()
                .sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().start()))
                .filter(diagnostic -> seen.add(identity(diagnostic)))
                .limit(MAX_DIAGNOSTICS)
                .toList();
    }

    /** One error for each place, unless they blame different brackets. */
    private static Object identity(Diagnostic diagnostic) {
        if (!diagnostic.isError()) return diagnostic.span();
        Span blamed = diagnostic.labels().isEmpty() ? Span.NONE : diagnostic.labels().getFirst().span();
        return List.of(diagnostic.span().start(), blamed);
    }
}
