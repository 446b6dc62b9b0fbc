package dev.ithaca.ide.analysis;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.service.CallHint;
import dev.ithaca.vm.service.Calls;
import dev.ithaca.vm.service.Completion;
import dev.ithaca.vm.service.Description;
import dev.ithaca.vm.service.EnclosingFunction;
import dev.ithaca.vm.service.InlayHint;
import dev.ithaca.vm.service.LanguageService;
import dev.ithaca.vm.service.Location;
import dev.ithaca.vm.service.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Asks the language service about open texts, in the background, unsaved changes included. JavaFX thread. */
public final class CodeInsight {
    private static final System.Logger LOG = System.getLogger(CodeInsight.class.getName());

    private final Documents documents;
    private final Background background;
    private final AtomicInteger newestCompletion = new AtomicInteger();
    private final Workspace workspace;
    /** Made and used on the compiler's thread only. */
    private LanguageService service;

    public CodeInsight(Documents documents, Workspace workspace, Background background) {
        this.workspace = workspace;
        this.documents = documents;
        this.background = background;
    }

    /**
     * A place in a text.
     *
     * @param file null for the text that was asked about, if it was never saved
     * @param line 1-based
     * @param column 1-based
     */
    public record Place(Path file, int line, int column) {}

    /** @param <T> what is answered */
    private interface Question<T> {
        T ask(LanguageService service, Assembly assembly);
    }

    /** Only the newest question is worth its answer. */
    public void complete(Document document, int offset, Consumer<Completion> answer) {
        int mine = newestCompletion.incrementAndGet();
        ask(document, (asked, assembly) -> mine == newestCompletion.get() ? asked.complete(assembly.source(), assembly.mainName(), offset) : Completion.NONE, answer);
    }

    public void describe(Document document, int offset, Consumer<Optional<Description>> answer) {
        ask(document, (asked, assembly) -> asked.describe(assembly.source(), assembly.mainName(), offset), answer);
    }

    /** The function around an offset. */
    public void functionAround(Document document, int offset, Consumer<Optional<EnclosingFunction>> answer) {
        ask(document, (asked, assembly) -> asked.functionAround(assembly.source(), assembly.mainName(), offset), answer);
    }

    /** Where the name at an offset is declared. */
    public void definition(Document document, int offset, Consumer<List<Place>> answer) {
        ask(document, (asked, assembly) -> asked.definition(assembly.source(), assembly.mainName(), offset).stream()
                .map(location -> place(assembly, location)).toList(), answer);
    }

    /** Every place where what the name at an offset stands for is used. */
    public void usages(Document document, int offset, Consumer<Usages> answer) {
        ask(document, (asked, assembly) -> {
            String name = asked.name(assembly.source(), assembly.mainName(), offset).orElse("");
            return new Usages(name, asked.references(assembly.source(), assembly.mainName(), offset).stream().map(o -> Usage.of(o, assembly)).toList());
        }, answer);
    }

    /** What giving the name at an offset another spelling would change. */
    public void rename(Document document, int offset, String newName, Consumer<Rename> answer) {
        ask(document, (asked, assembly) -> Rename.of(asked.rename(assembly.source(), assembly.mainName(), offset, newName), assembly), answer);
    }

    /** Ways to mend what is wrong within a range of a text. */
    public void fixes(Document document, int start, int end, Consumer<List<Fix>> answer) {
        ask(document, (asked, assembly) -> asked.fixes(assembly.source(), assembly.mainName(), start, end).stream()
                .flatMap(fix -> Fix.of(fix, assembly).stream()).toList(), answer);
    }

    /** The types of bindings and functions that do not say them. */
    public void typeHints(Document document, Consumer<List<InlayHint>> answer) {
        ask(document, (asked, assembly) -> asked.hints(assembly.source(), assembly.mainName()), answer);
    }

    /** Where the function at an offset is called. */
    public void callers(Document document, int offset, Consumer<Usages> answer) {
        ask(document, (asked, assembly) -> {
            String name = asked.name(assembly.source(), assembly.mainName(), offset).orElse("");
            return new Usages(name, places(asked.callers(assembly.source(), assembly.mainName(), offset), assembly));
        }, answer);
    }

    /** What the function around an offset calls, and where. */
    public void callees(Document document, int offset, Consumer<Usages> answer) {
        ask(document, (asked, assembly) -> {
            String name = asked.functionAround(assembly.source(), assembly.mainName(), offset).map(EnclosingFunction::name).orElse("");
            return new Usages(name, places(asked.callees(assembly.source(), assembly.mainName(), offset), assembly));
        }, answer);
    }

    private static List<Usage> places(List<Calls> calls, Assembly assembly) {
        return calls.stream().flatMap(call -> call.places().stream()).map(place -> Usage.of(place, assembly)).toList();
    }

    /** Everything the document's program declares in its own texts. */
    public void declarations(Document document, Consumer<List<ProjectSymbols.Declared>> answer) {
        ask(document, (asked, assembly) -> asked.declarations(assembly.source()).stream()
                .map(declaration -> new ProjectSymbols.Declared(declaration, assembly.file(declaration.location().file()).orElse(null))).toList(), answer);
    }

    /** The call around an offset. */
    public void callAround(Document document, int offset, Consumer<Optional<CallHint>> answer) {
        ask(document, (asked, assembly) -> asked.callAround(assembly.source(), assembly.mainName(), offset), answer);
    }

    /** The text as it is now, laid out anew; no answer if it has changed since. */
    public void format(Document document, Consumer<String> answer) {
        if (!Analysis.isSource(document)) return;
        String text = document.text();
        CompletableFuture.supplyAsync(() -> LanguageService.format(text), background.compiler()).thenAcceptAsync(formatted -> {
            if (document.text().equals(text)) answer.accept(formatted);
        }, FxThread.executor());
    }

    private static Place place(Assembly assembly, Location location) {
        return new Place(assembly.file(location.file()).orElse(null), location.line(), location.column());
    }

    private <T> void ask(Document document, Question<T> question, Consumer<T> answer) {
        if (!Analysis.isSource(document)) return;
        SourceText focus = Analysis.sourceText(document);
        Map<Path, String> open = Analysis.openTexts(documents);
        CompletableFuture.supplyAsync(() -> answer(focus, open, question), background.compiler())
                .thenAcceptAsync(found -> found.ifPresent(answer), FxThread.executor());
    }

    private <T> Optional<T> answer(SourceText focus, Map<Path, String> open, Question<T> question) {
        try {
            if (service == null) service = workspace.service();
            return Optional.of(question.ask(service, ProgramAssembler.assemble(focus, open)));
        } catch (LoadException unreadable) {
            return Optional.empty(); // the problems list tells about it
        } catch (RuntimeException | StackOverflowError | AssertionError internal) {
            LOG.log(System.Logger.Level.ERROR, "the language service failed on " + focus.name(), internal);
            return Optional.empty();
        }
    }
}
