package dev.ithaca.ide.run;

import dev.ithaca.ide.analysis.Analysis;
import dev.ithaca.ide.analysis.CompileService;
import dev.ithaca.ide.analysis.SourceText;
import dev.ithaca.ide.console.Console;
import dev.ithaca.ide.console.ConsoleBuffer;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import dev.ithaca.vm.Outcome;
import dev.ithaca.vm.Program;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.inspect.PanelKeys;
import dev.ithaca.vm.inspect.ProgramDisplay;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Runs the program in front, one at a time. The machine of the last run stays open after its end, so that its processes
 * can still be looked at, until the next run. JavaFX thread.
 */
public final class Runner {
    private final Documents documents;
    private final CompileService compiler;
    private final Console console;
    private final Background background;
    private final Supplier<ProgramDisplay> screen;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
    private final ReadOnlyObjectWrapper<Session> session = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Document> target = new ReadOnlyObjectWrapper<>();
    private final Map<Document, String> arguments = new WeakHashMap<>();
    private Consumer<Failure> onErrors = failure -> {};
    private Runnable beforeRun = () -> {};
    private int attempt;
    private long startedNanos;
    private long endedNanos;

    /** A program that did not compile. */
    public record Failure(Document document, CompileService.Result result) {}

    /** @param screen asked before each run for what the program shows its values and panels to */
    public Runner(Documents documents, CompileService compiler, Console console, Background background, Supplier<ProgramDisplay> screen) {
        this.documents = documents;
        this.compiler = compiler;
        this.console = console;
        this.background = background;
        this.screen = screen;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() { return state.getReadOnlyProperty(); }

    /** The machine now running or last run; null before the first run. */
    public ReadOnlyObjectProperty<Session> sessionProperty() { return session.getReadOnlyProperty(); }

    /** What was run last, and what Re-run runs. */
    public ReadOnlyObjectProperty<Document> targetProperty() { return target.getReadOnlyProperty(); }

    public void onErrors(Consumer<Failure> listener) { onErrors = listener; }

    public void beforeRun(Runnable listener) { beforeRun = listener; }

    /** Time since the start, or how long the run took. */
    public long elapsedMillis() {
        if (startedNanos == 0) return 0;
        return ((state.get().active() ? System.nanoTime() : endedNanos) - startedNanos) / 1_000_000;
    }

    /** The arguments a document's program is run with, as one line; empty for none. */
    public String arguments(Document document) { return arguments.getOrDefault(document, ""); }

    /** From now on a document's program is run with these. */
    public void setArguments(Document document, String line) { arguments.put(document, line); }

    /** Runs the document in front. */
    public void run() { documents.active().filter(Analysis::isSource).ifPresent(this::run); }

    /** Runs once more what was run last, stopping it first. */
    public void rerun() {
        Document last = target.get();
        if (last == null || !documents.open().contains(last)) run();
        else run(last);
    }

    /** Runs a document; what runs is stopped first. */
    public void run(Document document) {
        int mine = ++attempt;
        abandon();
        beforeRun.run();
        target.set(document);
        startedNanos = System.nanoTime();
        state.set(RunState.COMPILING);
        SourceText focus = Analysis.sourceText(document);
        Map<Path, String> open = Analysis.openTexts(documents);
        CompletableFuture.supplyAsync(() -> compiler.compile(focus, open), background.compiler())
                .thenAcceptAsync(result -> compiled(mine, document, result), FxThread.executor());
    }

    private void compiled(int mine, Document document, CompileService.Result result) {
        if (mine != attempt) return;
        if (result.compilation().program().isEmpty()) {
            end(RunState.IDLE);
            onErrors.accept(new Failure(document, result));
            return;
        }
        Program program = result.compilation().program().get();
        VmOptions options = VmOptions.standard().withArguments(Arguments.parse(arguments(document)))
                .withDisplay(screen.get()).withHistory().withStreams(console.beginInput(), console.out(), console.err())
                .withDeadlockListener(report -> FxThread.run(() -> standsStill(mine, report)));
        CompletableFuture.supplyAsync(() -> program.start(options), background.io()).whenCompleteAsync((machine, failure) -> {
            if (machine != null) started(mine, new Session(machine, result.assembly(), document));
            else if (mine == attempt) notStarted(failure);
        }, FxThread.executor());
    }

    /** Tells the program of a key typed in one of its panels. */
    public void pressKey(long panel, String key) { toProgram(keys -> keys.press(panel, key)); }

    public void pressHotkey(String key) { toProgram(keys -> keys.pressHotkey(key)); }

    private void toProgram(Consumer<PanelKeys> what) {
        if (session.get() != null && state.get() == RunState.RUNNING) what.accept(session.get().machine().panelKeys());
    }

    private void notStarted(Throwable failure) {
        console.endInput();
        console.print(ConsoleBuffer.Kind.ERR, "The program could not be started: " + failure.getMessage() + "\n");
        end(RunState.FAILED);
    }

    private void started(int mine, Session newSession) {
        if (mine != attempt) {
            background.io().execute(newSession.machine()::close);
            return;
        }
        startedNanos = System.nanoTime();
        session.set(newSession);
        state.set(RunState.RUNNING);
        newSession.machine().outcome().thenAcceptAsync(outcome -> ended(newSession, outcome), FxThread.executor());
    }

    private void standsStill(int mine, String report) {
        if (mine == attempt && state.get() != RunState.STOPPING) {
            console.say("Note: " + report.stripTrailing() + "\nThe program stays, to be looked at in the monitor; Stop ends it.");
        }
    }

    private void ended(Session ended, Outcome outcome) {
        if (session.get() != ended || !state.get().active()) return;
        console.endInput();
        switch (outcome.kind()) {
            case COMPLETED -> {
                if (outcome.result() != null) console.print(ConsoleBuffer.Kind.OUT, outcome.result() + "\n");
                end(RunState.FINISHED);
            }
            case FAILED -> {
                if (outcome.report() != null) console.print(ConsoleBuffer.Kind.ERR, outcome.report().stripTrailing() + "\n");
                end(RunState.FAILED);
            }
            case STOPPED -> end(RunState.STOPPED);
        }
        console.say(String.format(Locale.ROOT, "%s %s after %.2f s", ended.document().name(), state.get().label(), elapsedMillis() / 1000.0));
    }

    private void end(RunState how) {
        endedNanos = System.nanoTime();
        state.set(how);
    }

    /** Ends the run, or the compilation before it, at once. */
    public void stop() {
        switch (state.get()) {
            case COMPILING -> {
                attempt++;
                end(RunState.STOPPED);
            }
            case RUNNING -> {
                state.set(RunState.STOPPING);
                VirtualMachine machine = session.get().machine();
                console.endInput();
                background.io().execute(machine::stop);
            }
            default -> { }
        }
    }

    /** Lets go of the machine of the run before. */
    private void abandon() {
        Session old = session.get();
        if (old == null) return;
        console.endInput();
        session.set(null);
        background.io().execute(old.machine()::close);
    }

    /** Stops what runs; called when the application ends. */
    public void close() {
        attempt++;
        Session old = session.get();
        if (old != null) old.machine().close();
    }
}
