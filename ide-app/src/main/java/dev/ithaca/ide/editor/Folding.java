package dev.ithaca.ide.editor;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.Conflated;
import dev.ithaca.ide.task.Debounce;
import dev.ithaca.vm.service.Fold;
import dev.ithaca.vm.service.LanguageService;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;

/** Hides and shows the lines of blocks. What can be folded follows the text a moment after each edit. Lines are 1-based. */
final class Folding {
    private static final Duration QUIET = Duration.millis(150);

    private final Document document;
    private final CodeArea area;
    private final Consumer<Folding> changed;
    private final Conflated<Job, Result> finder;
    private final Debounce quiet = new Debounce(QUIET, this::refresh);
    private Map<Integer, Fold> ranges = Map.of();

    private record Job(String text, long revision) {}

    private record Result(Map<Integer, Fold> ranges, long revision) {}

    /** @param changed called when other lines can be folded, or are */
    Folding(Document document, CodeArea area, Background background, Consumer<Folding> changed) {
        this.document = document;
        this.area = area;
        this.changed = changed;
        finder = new Conflated<>(background.lexer(), job -> new Result(LanguageService.folds(job.text()).stream()
                .collect(Collectors.toMap(Fold::firstLine, range -> range)), job.revision()), this::found);
        document.content().plainChanges().subscribe(change -> quiet.touch());
        refresh();
    }

    private void refresh() { finder.submit(new Job(document.text(), document.revision())); }

    private void found(Result result) {
        if (result.revision() != document.revision() || ranges.equals(result.ranges())) return;
        ranges = result.ranges();
        changed.accept(this);
    }

    /** What can be folded, by header. */
    Map<Integer, Fold> ranges() { return ranges; }

    /** Whether lines below this one are hidden. */
    boolean isFolded(int line) { return line < area.getParagraphs().size() && isHidden(line + 1) && !isHidden(line); }

    private boolean isHidden(int line) { return line > 1 && line <= area.getParagraphs().size() && area.isFolded(line - 1); }

    /** The headers with hidden lines below, and how many those are. */
    Map<Integer, Integer> folded() {
        Map<Integer, Integer> found = new HashMap<>();
        for (int line = 1; line < area.getParagraphs().size(); line++) {
            if (!isFolded(line)) continue;
            int end = line + 1;
            while (isHidden(end)) end++;
            found.put(line, end - line - 1);
        }
        return found;
    }

    void toggle(int line) {
        if (isFolded(line)) unfold(line);
        else Optional.ofNullable(ranges.get(line)).ifPresent(this::fold);
    }

    /** Folds the smallest block around a line, or shows what is hidden below it. */
    void toggleAround(int line) {
        if (isFolded(line) || ranges.containsKey(line)) toggle(line);
        else around(line).ifPresent(this::fold);
    }

    private Optional<Fold> around(int line) {
        return ranges.values().stream().filter(range -> range.firstLine() <= line && line <= range.lastLine())
                .min(Comparator.comparingInt(range -> range.lastLine() - range.firstLine()));
    }

    private void fold(Fold range) {
        if (range.lastLine() > area.getParagraphs().size()) return;
        area.foldParagraphs(range.firstLine() - 1, range.lastLine() - 1);
        changed.accept(this);
    }

    private void unfold(int header) {
        area.unfoldParagraphs(header - 1);
        changed.accept(this);
    }

    /** Folds the outermost blocks. */
    void foldAll() {
        int shown = 0;
        for (Fold range : ranges.values().stream().sorted(Comparator.comparingInt(Fold::firstLine)).toList()) {
            if (range.firstLine() <= shown || isFolded(range.firstLine())) continue;
            area.foldParagraphs(range.firstLine() - 1, range.lastLine() - 1);
            shown = range.lastLine();
        }
        changed.accept(this);
    }

    void unfoldAll() {
        // what shows up may be folded itself
        for (Set<Integer> headers = folded().keySet(); !headers.isEmpty(); headers = folded().keySet()) headers.forEach(header -> area.unfoldParagraphs(header - 1));
        changed.accept(this);
    }

    /** Shows a line that may be hidden. */
    void reveal(int line) {
        if (!isHidden(line)) return;
        int header = line;
        while (isHidden(header)) header--;
        unfold(header);
    }
}
