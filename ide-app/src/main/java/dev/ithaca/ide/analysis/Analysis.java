package dev.ithaca.ide.analysis;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.Conflated;
import dev.ithaca.ide.task.Debounce;
import dev.ithaca.vm.syntax.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/** Checks the program in front while the user types, in the background, unsaved texts included. JavaFX thread. */
public final class Analysis {
    private static final Duration QUIET = Duration.millis(300);
    /** A text without an entry point is no mistake as long as nobody runs it. */
    private static final Predicate<Diagnostic> NO_ENTRY = diagnostic -> diagnostic.code().equals("N14");

    private final Documents documents;
    private final Conflated<Request, Answer> checker;
    private final Debounce quiet = new Debounce(QUIET, this::check);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Map<Document, List<Diagnostic>> byDocument = new WeakHashMap<>();
    private final ReadOnlyLongWrapper round = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();

    private record Request(Document document, SourceText focus, Map<Path, String> open, Map<Document, Long> revisions) {}

    private record Answer(Request request, CompileService.Result result) {}

    public Analysis(Documents documents, CompileService compiler, Background background) {
        this.documents = documents;
        checker = new Conflated<>(background.compiler(), request -> new Answer(request, compiler.compile(request.focus(), request.open())),
                this::publish);
        documents.onEdit(document -> edited());
        documents.activeProperty().addListener((property, old, now) -> check());
    }

    public ObservableList<Problem> problems() { return problems; }

    /** Counts published results; listen to it to follow them. */
    public ReadOnlyLongProperty roundProperty() { return round.getReadOnlyProperty(); }

    /** True from an edit until its result is shown. */
    public ReadOnlyBooleanProperty checkingProperty() { return checking.getReadOnlyProperty(); }

    /** The newest findings in one text. */
    public List<Diagnostic> of(Document document) { return byDocument.getOrDefault(document, List.of()); }

    private void edited() {
        checking.set(true);
        quiet.touch();
    }

    /** Whether a text is Nostos source. */
    public static boolean isSource(Document document) { return document.name().endsWith(".nos"); }

    public static SourceText sourceText(Document document) {
        return new SourceText(document.name(), document.path().orElse(null), document.text());
    }

    /** The open texts that have files. */
    public static Map<Path, String> openTexts(Documents documents) {
        Map<Path, String> texts = new HashMap<>();
        documents.open().forEach(document -> document.path().ifPresent(file -> texts.put(file, document.text())));
        return texts;
    }

    private void check() {
        Document document = documents.activeProperty().get();
        if (document == null || !isSource(document)) {
            problems.clear();
            checking.set(false);
            round.set(round.get() + 1);
            return;
        }
        checking.set(true);
        Map<Document, Long> revisions = new HashMap<>();
        documents.open().forEach(open -> revisions.put(open, open.revision()));
        checker.submit(new Request(document, sourceText(document), openTexts(documents), revisions));
    }

    private void publish(Answer answer) {
        Request request = answer.request();
        boolean stale = request.revisions().entrySet().stream().anyMatch(seen -> seen.getKey().revision() != seen.getValue())
                || documents.activeProperty().get() != request.document();
        if (stale) return;
        show(request.document(), answer.result(), NO_ENTRY.negate());
        checking.set(false);
    }

    /** Shows findings, whoever compiled; a run that meets errors calls this too. */
    public void show(Document focus, CompileService.Result result) { show(focus, result, diagnostic -> true); }

    private void show(Document focus, CompileService.Result result, Predicate<Diagnostic> wanted) {
        List<Problem> found = new ArrayList<>();
        for (Diagnostic diagnostic : result.compilation().diagnostics()) {
            if (wanted.test(diagnostic)) found.add(Problem.of(diagnostic, result.assembly()));
        }
        found.sort(Comparator.comparing((Problem p) -> p.diagnostic().severity())
                .thenComparing(p -> p.sourceName() == null ? "" : p.sourceName()).thenComparingInt(p -> p.diagnostic().span().start()));
        for (Document document : documents.open()) {
            String name = nameIn(result.assembly(), focus, document);
            if (name == null) continue;
            byDocument.put(document, result.compilation().diagnostics().stream()
                    .filter(d -> d.file() != null && d.file().name().equals(name)).toList());
        }
        if (!problems.equals(found)) problems.setAll(found);
        round.set(round.get() + 1);
    }

    private static String nameIn(Assembly assembly, Document focus, Document document) {
        if (document == focus) return assembly.mainName();
        return document.path().flatMap(file -> assembly.files().entrySet().stream().filter(entry -> entry.getValue().equals(file))
                .map(Map.Entry::getKey).findFirst()).orElse(null);
    }
}
