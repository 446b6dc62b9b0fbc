package dev.ithaca.ide.analysis;

import dev.ithaca.ide.document.Documents;
import dev.ithaca.vm.service.Declaration;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the program in front declares in all its files, as of the last check. JavaFX thread. */
public final class ProjectSymbols {
    private final Documents documents;
    private final CodeInsight insight;
    private List<Declared> all = List.of();

    /** @param file null for a text that was never saved */
    public record Declared(Declaration declaration, Path file) {
        /** {@code stock.nos:12}, after what it is. */
        public String detail() {
            String kind = declaration.kind().name().toLowerCase(Locale.ROOT);
            String owner = declaration.container().isEmpty() ? "" : " of " + declaration.container();
            return kind + owner + "  " + declaration.location().file() + ":" + declaration.location().line();
        }
    }

    public ProjectSymbols(Documents documents, CodeInsight insight, Analysis analysis) {
        this.documents = documents;
        this.insight = insight;
        analysis.roundProperty().addListener((property, old, now) -> refresh());
    }

    private void refresh() { documents.active().filter(Analysis::isSource).ifPresent(document -> insight.declarations(document, found -> all = found)); }

    public List<Declared> all() { return all; }
}
