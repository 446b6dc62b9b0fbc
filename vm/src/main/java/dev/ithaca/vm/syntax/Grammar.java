package dev.ithaca.vm.syntax;

import java.util.List;

/**
 * The rules of the grammar over one token buffer, wired together. Rules follow chapter 1, section 3: ordered choice,
 * greedy repetition, null and an unmoved cursor where a rule does not apply.
 */
final class Grammar {
    final Cursor cursor;
    final TypeParser types;
    final PatternParser patterns;
    final ExprParser exprs;
    final ArgumentParser arguments;
    final CollectionParser collections;
    final ControlParser control;
    final StatementParser statements;
    final ItemParser items;
    final ItemSequence sequence;

    Grammar(SourceFile file, List<Token> tokens, int depth, List<Diagnostic> diagnostics) {
        cursor = new Cursor(file, new TokenBuffer(tokens), depth, diagnostics);
        types = new TypeParser(cursor);
        patterns = new PatternParser(cursor);
        exprs = new ExprParser(this);
        arguments = new ArgumentParser(this);
        collections = new CollectionParser(this);
        control = new ControlParser(this);
        statements = new StatementParser(this);
        items = new ItemParser(this);
        sequence = new ItemSequence(this);
    }

    /** Drops remembered results of a range of tokens, both ends included, so that they can be parsed in another mode. */
    void forget(int from, int to) {
        int end = Math.min(to + 1, cursor.tokens.size());
        types.forget(from, end);
        patterns.forget(from, end);
        exprs.forget(from, end);
    }
}
