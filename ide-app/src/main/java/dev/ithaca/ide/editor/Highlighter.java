package dev.ithaca.ide.editor;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.Conflated;

/** Keeps a painter's tokens up to date with a document; the lexer runs off the JavaFX thread. */
final class Highlighter {
    private final Document document;
    private final Conflated<Job, Result> lexer;

    private record Job(String text, long revision) {}

    private record Result(TokenMap tokens, long revision) {}

    Highlighter(Document document, ParagraphPainter painter, Tokenizer tokenizer, Background background) {
        this.document = document;
        lexer = new Conflated<>(background.lexer(), job -> new Result(tokenizer.tokens(job.text()), job.revision()), result -> {
            if (result.revision() == document.revision()) painter.setTokens(result.tokens());
        });
        document.content().plainChanges().subscribe(change -> refresh());
        refresh();
    }

    private void refresh() { lexer.submit(new Job(document.text(), document.revision())); }
}
