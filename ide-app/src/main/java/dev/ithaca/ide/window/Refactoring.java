package dev.ithaca.ide.window;

import dev.ithaca.ide.action.Choice;
import dev.ithaca.ide.analysis.CodeInsight;
import dev.ithaca.ide.analysis.Fix;
import dev.ithaca.ide.analysis.Rename;
import dev.ithaca.ide.analysis.Usage;
import dev.ithaca.ide.analysis.Usages;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.document.Notice;
import dev.ithaca.ide.editor.EditorTabs;
import dev.ithaca.ide.editor.EditorView;
import dev.ithaca.ide.refactor.RenamePanel;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Commands that look at or change the code of the whole program: finding uses of a name, renaming, mending, formatting. */
final class Refactoring {
    private final CodeInsight insight;
    private final Documents documents;
    private final EditorTabs tabs;
    private final RenamePanel panel;
    private final ObservableList<Usage> usages = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper searched = new ReadOnlyStringWrapper("");
    private Document usagesOf;
    private Runnable showUsages = () -> { };

    Refactoring(CodeInsight insight, Documents documents, EditorTabs tabs) {
        this.insight = insight;
        this.documents = documents;
        this.tabs = tabs;
        panel = new RenamePanel(insight, this::apply);
    }

    /** @param show called when there are usages to see */
    void onUsages(Runnable show) { showUsages = show; }

    /** Lies over the window. */
    RenamePanel panel() { return panel; }

    /** What the last search found. */
    ObservableList<Usage> usages() { return usages; }

    /** The name of the last search. */
    ReadOnlyStringProperty searchedProperty() { return searched.getReadOnlyProperty(); }

    /** The text that usages without a file stand in. */
    Optional<Document> usagesOf() { return Optional.ofNullable(usagesOf).filter(documents.open()::contains); }

    void findUsages(EditorView editor) {
        insight.usages(editor.document(), editor.caret(), found -> {
            if (found.all().isEmpty()) {
                say(found.name().isEmpty() ? "Put the caret on a name to find its uses." : "It is not known what " + found.name() + " means here.");
                return;
            }
            usagesOf = editor.document();
            usages.setAll(found.all());
            searched.set(found.name());
            showUsages.run();
        });
    }

    /** Lists the calls of the function at the caret. */
    void findCallers(EditorView editor) {
        insight.callers(editor.document(), editor.caret(), found -> show(editor, found, "callers of ", "Put the caret on the name of a function to see who calls it."));
    }

    /** Lists what the function around the caret calls. */
    void findCallees(EditorView editor) {
        insight.callees(editor.document(), editor.caret(), found -> show(editor, found, "calls in ", "Put the caret into a function to see what it calls."));
    }

    private void show(EditorView editor, Usages found, String what, String advice) {
        if (found.all().isEmpty()) {
            say(found.name().isEmpty() ? advice : "There are no " + what + found.name() + ".");
            return;
        }
        usagesOf = editor.document();
        usages.setAll(found.all());
        searched.set(what + found.name());
        showUsages.run();
    }

    void rename(EditorView editor) {
        Document document = editor.document();
        int caret = editor.caret();
        insight.usages(document, caret, found -> {
            if (found.all().isEmpty()) {
                say(found.name().isEmpty() ? "Put the caret on a name to rename it." : "It is not known what " + found.name() + " means here.");
            } else {
                panel.open(document, caret, found.name(), found.all());
            }
        });
    }

    void format(EditorView editor) { insight.format(editor.document(), editor::replaceText); }

    /** Offers ways to mend what is wrong at the caret, else in its line. */
    void quickFix(EditorView editor) {
        int caret = editor.caret();
        Span line = editor.caretLineSpan();
        long revision = editor.document().revision();
        insight.fixes(editor.document(), caret, caret, here -> insight.fixes(editor.document(), line.start(), line.end(), inLine -> {
            List<Fix> fixes = here.isEmpty() ? inLine : here;
            if (editor.document().revision() != revision) return;
            if (fixes.isEmpty()) say("There is nothing in this line that Ithaca can mend.");
            else editor.offer(fixes.stream().map(fix -> new Choice(fix.title(), "", "", () -> apply(fix, editor))).toList());
        }));
    }

    private void apply(Fix fix, EditorView editor) {
        editor.apply(fix.here());
        CompletableFuture<?> done = CompletableFuture.completedFuture(null);
        for (Fix.FileChange change : fix.elsewhere()) {
            done = done.thenCompose(before -> documents.open(change.file())).thenAccept(document -> document.ifPresent(d -> change(d, change)));
        }
        if (!fix.elsewhere().isEmpty()) done.thenRun(() -> backTo(editor.document()));
    }

    private void change(Document document, Fix.FileChange change) {
        if (document.text().equals(change.before())) tabs.editor(document).ifPresent(editor -> editor.apply(change.edits()));
        else document.noticeProperty().set(Notice.error(document.name() + " has changed since it was looked at; nothing was mended in it."));
    }

    private void say(String text) { documents.noticeProperty().set(Notice.hint(text)); }

    /** Changes the open texts, and opens the others first: nothing is written until the user saves, and all can be undone. */
    private void apply(Rename rename) {
        Document front = documents.active().orElseThrow();
        Map<String, List<Rename.Change>> bySource = new LinkedHashMap<>();
        rename.changes().forEach(change -> bySource.computeIfAbsent(change.usage().sourceName(), name -> new ArrayList<>()).add(change));
        CompletableFuture<?> done = CompletableFuture.completedFuture(null);
        for (List<Rename.Change> changes : bySource.values()) {
            done = done.thenCompose(before -> document(front, changes.getFirst().usage())).thenAccept(document -> document.ifPresent(d -> change(d, rename, changes)));
        }
        done.thenRun(() -> backTo(front));
    }

    private void backTo(Document front) {
        documents.activeProperty().set(front);
        tabs.editor(front).ifPresent(EditorView::focusText);
    }

    private CompletableFuture<Optional<Document>> document(Document front, Usage usage) {
        return usage.file() == null ? CompletableFuture.completedFuture(Optional.of(front)) : documents.open(usage.file());
    }

    private void change(Document document, Rename rename, List<Rename.Change> changes) {
        String text = document.text();
        StringBuilder changed = new StringBuilder(text);
        Comparator<Rename.Change> byPlace = Comparator.comparingInt((Rename.Change change) -> change.usage().line()).thenComparingInt(change -> change.usage().column());
        for (Rename.Change change : changes.stream().sorted(byPlace.reversed()).toList()) {
            int start = offset(text, change.usage());
            int end = start + rename.oldName().length();
            if (start < 0 || end > text.length() || !text.substring(start, end).equals(rename.oldName())) {
                document.noticeProperty().set(Notice.error(document.name() + " has changed since it was looked at; " + rename.oldName() + " was not renamed in it."));
                return;
            }
            changed.replace(start, end, change.text());
        }
        tabs.editor(document).ifPresentOrElse(editor -> editor.replaceText(changed.toString()), () -> document.replaceAll(changed.toString()));
    }

    /** Places are told by line and column, as line ends in files differ from those in the editor; -1 if there is no such place. */
    private static int offset(String text, Usage usage) {
        int start = 0;
        for (int line = 1; line < usage.line(); line++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) return -1;
        }
        int end = text.indexOf('\n', start);
        int length = text.codePointCount(start, end < 0 ? text.length() : end);
        return usage.column() - 1 > length ? -1 : text.offsetByCodePoints(start, usage.column() - 1);
    }
}
