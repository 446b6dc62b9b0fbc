package dev.ithaca.ide.window;

import dev.ithaca.ide.analysis.Analysis;
import dev.ithaca.ide.analysis.Assembly;
import dev.ithaca.ide.analysis.Problem;
import dev.ithaca.ide.analysis.Usage;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.editor.EditorTabs;
import dev.ithaca.ide.run.Runner;
import dev.ithaca.ide.run.Session;
import dev.ithaca.ide.search.Hit;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Goes to places in source texts, however they are named: by file, by the name the program knows, by problem. */
final class Navigation {
    private final Documents documents;
    private final EditorTabs tabs;
    private final Runner runner;
    private final History history;

    Navigation(Documents documents, EditorTabs tabs, Runner runner, History history) {
        this.documents = documents;
        this.tabs = tabs;
        this.runner = runner;
        this.history = history;
    }

    void open(Path file, int line, int column) {
        documents.open(file).thenAccept(opened -> opened.ifPresent(document -> show(document, line, column)));
    }

    /** Goes to a line and column of the text in front. */
    void goTo(int line, int column) { documents.active().ifPresent(document -> show(document, line, column)); }

    void show(Document document, int line, int column) {
        history.leave();
        documents.activeProperty().set(document);
        tabs.editor(document).ifPresent(editor -> editor.goTo(line, column));
    }

    /** Goes to a place as the running program names it. Does nothing for code without source, such as the library's. */
    void openSource(String sourceName, int line, int column) {
        Session session = runner.sessionProperty().get();
        if (session != null) {
            Optional<Path> file = session.assembly().file(sourceName);
            if (file.isPresent()) {
                open(file.get(), line, column);
                return;
            }
            if (session.assembly().mainName().equals(sourceName) && documents.open().contains(session.document())) {
                show(session.document(), line, column);
                return;
            }
        }
        named(sourceName).ifPresent(document -> show(document, line, column));
    }

    /** What runs, or ran last, as the user knows it: a file, or the name of a text that was never saved; empty for nothing. */
    String runningProgram() {
        Session session = runner.sessionProperty().get();
        return session == null ? "" : session.document().path().map(Path::toString).orElse(session.document().name());
    }

    private Optional<Document> named(String name) {
        return documents.open().stream().filter(document -> document.name().equals(name)).findFirst();
    }

    void open(Problem problem) {
        if (problem.line() == 0) return;
        if (problem.file() != null) {
            open(problem.file(), problem.line(), problem.column());
        } else {
            documents.active().filter(document -> document.name().equals(problem.sourceName())).or(() -> named(problem.sourceName()))
                    .ifPresent(document -> show(document, problem.line(), problem.column()));
        }
    }

    void open(Hit hit) {
        if (hit.document() != null && documents.open().contains(hit.document())) show(hit.document(), hit.line(), hit.column());
        else if (hit.file() != null) open(hit.file(), hit.line(), hit.column());
    }

    /** @param unsaved the text that places without a file stand in */
    void open(Usage usage, Optional<Document> unsaved) {
        if (usage.file() != null) open(usage.file(), usage.line(), usage.column());
        else unsaved.ifPresent(document -> show(document, usage.line(), usage.column()));
    }

    /** The source name under which the last run's program knows a document; empty if it is not part of it. */
    Optional<String> sourceName(Document document) {
        Session session = runner.sessionProperty().get();
        if (session == null || !Analysis.isSource(document)) return Optional.empty();
        Assembly assembly = session.assembly();
        if (session.document() == document) return Optional.of(assembly.mainName());
        return document.path().flatMap(file -> assembly.files().entrySet().stream().filter(entry -> entry.getValue().equals(file))
                .map(Map.Entry::getKey).findFirst());
    }
}
