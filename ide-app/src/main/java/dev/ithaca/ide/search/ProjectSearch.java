package dev.ithaca.ide.search;

import dev.ithaca.ide.analysis.Analysis;
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
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Searches all files of the open folder, else the open files; unsaved texts as they are in the editor. JavaFX thread. */
public final class ProjectSearch {
    private static final int MAX_HITS = 2_000;
    private static final long MAX_BYTES = 2L << 20;
    private static final String HINT = "Type what to look for in all files of the folder.";

    private final Documents documents;
    private final Project project;
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(HINT);
    private final Conflated<Request, Answer> searcher;
    private SearchQuery query = SearchQuery.NOTHING;

    private record Request(SearchQuery query, Map<Path, String> names, Map<Path, String> open) {}

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
        searcher.submit(new Request(newQuery, files(), Analysis.openTexts(documents)));
    }

    /** Files by the names people know them by. */
    private Map<Path, String> files() {
        Map<Path, String> names = new LinkedHashMap<>();
        FileNode root = project.rootProperty().get();
        if (root != null) root.files().forEach(node -> names.put(node.path(), root.path().relativize(node.path()).toString()));
        documents.open().forEach(document -> document.path().ifPresent(file -> names.putIfAbsent(file, document.name())));
        return names;
    }

    private static Answer look(Request request) {
        List<Hit> found = new ArrayList<>();
        for (Map.Entry<Path, String> file : request.names().entrySet()) {
            String text = request.open().containsKey(file.getKey()) ? request.open().get(file.getKey()) : read(file.getKey());
            add(file.getKey(), file.getValue(), text, request.query().find(text, MAX_HITS - found.size()), found);
            if (found.size() >= MAX_HITS) break;
        }
        return new Answer(request.query(), found, found.stream().map(Hit::file).distinct().count(), found.size() >= MAX_HITS);
    }

    private static void add(Path file, String name, String text, List<SearchQuery.Match> matches, List<Hit> found) {
        int line = 1;
        int from = 0;
        for (SearchQuery.Match match : matches) {
            line += (int) text.substring(from, match.start()).chars().filter(c -> c == '\n').count();
            from = match.start();
            found.add(Hit.of(file, name, text, match, line));
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
        Map<Path, Hit> byFile = new TreeMap<>();
        hits.forEach(hit -> byFile.putIfAbsent(hit.file(), hit));
        byFile.keySet().forEach(file -> documents.open(file).thenAccept(opened -> opened.ifPresent(document -> replace(document, wanted, with))));
        hits.clear();
        summary.set(byFile.isEmpty() ? "Nothing to replace." : "Replaced in " + byFile.size() + (byFile.size() == 1 ? " file" : " files") + ", not saved yet.");
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
