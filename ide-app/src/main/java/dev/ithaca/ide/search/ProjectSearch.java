package dev.ithaca.ide.search;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.project.FileNode;
import dev.ithaca.ide.project.Project;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.Conflated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Searches all files of the open folder and all open texts, as they are in the editor. JavaFX thread. */
public final class ProjectSearch {
    private static final int MAX_HITS = 2_000;
    private static final long MAX_BYTES = 2L << 20;
    private static final String HINT = "Type what to look for in all files of the folder and all open texts.";

    private final Documents documents;
    private final Project project;
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(HINT);
    private final Conflated<Request, Answer> searcher;
    private SearchQuery query = SearchQuery.NOTHING;

    /** @param file null for a text without one, @param document null for a file that is not open, @param text null for what is to be read */
    private record Source(Path file, Document document, String name, String text) {}

    private record Request(SearchQuery query, List<Source> sources) {}

    private record Answer(SearchQuery query, List<Hit> hits, long files, boolean cut) {}

    public ProjectSearch(Documents documents, Project project, Background background) {
        this.documents = documents;
        this.project = project;
        searcher = new Conflated<>(background.io(), ProjectSearch::look, this::publish);
    }

    public ObservableList<Hit> hits() { return hits; }

    /** How much was found, or why nothing. */
    public ReadOnlyStringProperty summaryProperty() { return summary.getReadOnlyProperty(); }

    public void search(SearchQuery newQuery) {
        query = newQuery;
        if (newQuery.text().isEmpty() || newQuery.problem().isPresent()) {
            hits.clear();
            summary.set(newQuery.problem().orElse(HINT));
            return;
        }
        searcher.submit(new Request(newQuery, sources()));
    }

    /** The files of the folder, then what else is open. */
    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        FileNode root = project.rootProperty().get();
        if (root != null) {
            root.files().forEach(node -> {
                Optional<Document> open = documents.of(node.path());
                sources.add(new Source(node.path(), open.orElse(null), root.path().relativize(node.path()).toString(), open.map(Document::text).orElse(null)));
            });
        }
        documents.open().stream().filter(document -> sources.stream().noneMatch(source -> source.document() == document))
                .forEach(document -> sources.add(new Source(document.path().orElse(null), document, document.name(), document.text())));
        return sources;
    }

    private static Answer look(Request request) {
        List<Hit> found = new ArrayList<>();
        int texts = 0;
        for (Source source : request.sources()) {
            String text = source.text() == null ? read(source.file()) : source.text();
            List<SearchQuery.Match> matches = request.query().find(text, MAX_HITS - found.size());
            add(source, text, matches, found);
            if (!matches.isEmpty()) texts++;
            if (found.size() >= MAX_HITS) break;
        }
        return new Answer(request.query(), found, texts, found.size() >= MAX_HITS);
    }

    private static void add(Source source, String text, List<SearchQuery.Match> matches, List<Hit> found) {
        int line = 1;
        int from = 0;
        for (SearchQuery.Match match : matches) {
            line += (int) text.substring(from, match.start()).chars().filter(c -> c == '\n').count();
            from = match.start();
            found.add(Hit.of(source.file(), source.document(), source.name(), text, match, line));
        }
    }

    /** The text of a file, empty for what is not text or too large to have been written by anyone. */
    private static String read(Path file) {
        try {
            return Files.size(file) > MAX_BYTES ? "" : Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private void publish(Answer answer) {
        if (!answer.query().equals(query)) return;
        hits.setAll(answer.hits());
        int count = answer.hits().size();
        summary.set(count == 0 ? "Nothing found." : (answer.cut() ? "The first " : "") + count + (count == 1 ? " place in " : " places in ")
                + answer.files() + (answer.files() == 1 ? " file" : " files"));
    }

    /**
     * Replaces every hit in the editor: files that are not open are opened, so that everything can be seen, undone and
     * then saved.
     */
    public void replaceAll(String with) {
        SearchQuery wanted = query;
        Map<Object, Hit> byText = new LinkedHashMap<>();
        hits.forEach(hit -> byText.putIfAbsent(hit.file() == null ? hit.document() : hit.file(), hit));
        List<Hit> texts = List.copyOf(byText.values());
        for (Hit hit : texts) {
            if (hit.document() != null && documents.open().contains(hit.document())) replace(hit.document(), wanted, with);
            else if (hit.file() != null) documents.open(hit.file()).thenAccept(opened -> opened.ifPresent(document -> replace(document, wanted, with)));
        }
        hits.clear();
        summary.set(texts.isEmpty() ? "Nothing to replace." : "Replaced in " + texts.size() + (texts.size() == 1 ? " file" : " files") + ", not saved yet.");
    }

    private static void replace(Document document, SearchQuery wanted, String with) {
        String text = document.text();
        StringBuilder changed = new StringBuilder(text.length());
        int from = 0;
        for (SearchQuery.Match match : wanted.find(text, Integer.MAX_VALUE)) {
            changed.append(text, from, match.start()).append(wanted.replacement(text.substring(match.start(), match.end()), with));
            from = match.end();
        }
        document.replaceAll(changed.append(text, from, text.length()).toString());
    }
}
