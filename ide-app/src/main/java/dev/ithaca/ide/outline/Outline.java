package dev.ithaca.ide.outline;

import dev.ithaca.ide.analysis.Analysis;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.Conflated;
import dev.ithaca.ide.task.Debounce;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/** The definitions of the text in front, kept up to date while the user types. */
public final class Outline {
    private final Documents documents;
    private final ObservableList<Definition> definitions = FXCollections.observableArrayList();
    private final Debounce quiet = new Debounce(Duration.millis(200), this::refresh);
    private final Conflated<Request, Answer> parser;
    private final Map<Document, List<Definition>> known = new WeakHashMap<>();

    private record Request(Document document, String text) {}

    private record Answer(Document document, List<Definition> definitions) {}

    public Outline(Documents documents, Background background) {
        this.documents = documents;
        parser = new Conflated<>(background.compiler(), request -> new Answer(request.document(),
                Definition.of(Parser.parse(new SourceFile(request.document().name(), request.text())).module())), this::publish);
        documents.onEdit(document -> quiet.touch());
        documents.activeProperty().addListener((property, old, now) -> {
            // the compiler may be busy for a while, and those of another text would be wrong
            definitions.setAll(known.getOrDefault(now, List.of()));
            refresh();
        });
    }

    public ObservableList<Definition> definitions() { return definitions; }

    private void refresh() {
        documents.active().filter(Analysis::isSource).ifPresentOrElse(document -> parser.submit(new Request(document, document.text())),
                definitions::clear);
    }

    private void publish(Answer answer) {
        known.put(answer.document(), answer.definitions());
        if (documents.activeProperty().get() == answer.document() && !definitions.equals(answer.definitions())) definitions.setAll(answer.definitions());
    }
}
