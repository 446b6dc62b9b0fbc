package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a file into its tree (chapter 1). Total: any text gives a tree, perhaps with holes, and a list of everything that
 * is wrong with it, in the order of the text. Time is linear in the size of the text for all sensible inputs.
 */
public final class Parser {
    /** Of errors and of warnings each. */
    private static final int MAX_FINDINGS = 200;

    private Parser() {}

    public static ParseResult parse(SourceFile file) {
        LexResult lexed = Lexer.tokenize(file);
        List<Diagnostic> diagnostics = new ArrayList<>(lexed.diagnostics());
        Grammar grammar = new Grammar(file, lexed.tokens(), 0, diagnostics);
        List<Item> items = grammar.sequence.file();
        // What an unclosed comment has swallowed is not missing.
        if (lexed.endsInComment()) diagnostics.removeIf(d -> d.phase() == Diagnostic.Phase.PARSE && d.span().start() >= file.text().length());
        return new ParseResult(new ModuleTree(file, items), tidy(diagnostics));
    }

    /** In order of the text, each finding once: speculative readings of one text may have reported it several times. */
    private static List<Diagnostic> tidy(List<Diagnostic> diagnostics) {
        Set<Object> seen = new HashSet<>();
        Comparator<Diagnostic> byPlace = Comparator.comparingInt(diagnostic -> diagnostic.span().start());
        Map<Boolean, List<Diagnostic>> byKind = diagnostics.stream().sorted(byPlace)
                .filter(diagnostic -> seen.add(identity(diagnostic)))
                .collect(Collectors.partitioningBy(Diagnostic::isError));
        return byKind.values().stream().flatMap(found -> found.stream().limit(MAX_FINDINGS)).sorted(byPlace).toList();
    }

    /** One error for each place, unless they blame different brackets. */
    private static Object identity(Diagnostic diagnostic) {
        if (!diagnostic.isError()) return diagnostic.span();
        Span blamed = diagnostic.labels().isEmpty() ? Span.NONE : diagnostic.labels().getFirst().span();
        return List.of(diagnostic.span().start(), blamed);
    }
}
