package dev.ithaca.ide.tests;

import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.service.GoldenProgram;
import dev.ithaca.vm.service.GoldenRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs the tests and expectations of saved programs, each on a machine of its own, off the JavaFX thread. JavaFX thread. */
public final class TestRuns {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final NostosCompiler compiler;
    private final Background background;
    private final ObservableList<TestResult> results = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    /** A thread of its own for each run. */
    private volatile Thread worker;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("Run Tests takes test blocks and # expect comments of the open folder, or of the file in front.");

    public TestRuns(NostosCompiler compiler, Background background) {
        this.compiler = compiler;
        this.background = background;
    }

    /** In the order of the files, growing while the tests run. */
    public ObservableList<TestResult> results() { return results; }

    public ReadOnlyBooleanProperty runningProperty() { return running.getReadOnlyProperty(); }

    /** What there is to say besides the results. */
    public ReadOnlyStringProperty summaryProperty() { return summary.getReadOnlyProperty(); }

    /** @param path a file, or a folder with everything below it */
    public void run(Path path) {
        if (running.get()) return;
        running.set(true);
        results.clear();
        summary.set("Looking for tests in " + path.getFileName() + "…");
        background.io().execute(() -> {
            worker = Thread.currentThread();
            String end = runHere(path);
            FxThread.run(() -> {
                summary.set(end);
                running.set(false);
            });
        });
    }

    /** Ends what runs; what is known by then stays. */
    public void stop() {
        Thread current = worker;
        if (running.get() && current != null) current.interrupt();
    }

    /** Why nothing can be run. */
    public void refuse(String why) {
        results.clear();
        summary.set(why);
    }

    private String runHere(Path path) {
        try {
            GoldenProgram.Found found = GoldenProgram.find(path);
            if (found.programs().isEmpty()) return "No test blocks and no # expect comments in " + path.getFileName() + ".";
            GoldenRunner runner = new GoldenRunner(compiler, 1, VmOptions.standard(), LIMIT);
            long failed = runner.run(found.programs(), result -> publish(path, result)).stream()
                    .flatMap(result -> result.checks().stream()).filter(check -> !check.passed()).count();
            return failed == 0 ? "All passed." : failed + " failed.";
        } catch (LoadException unreadable) {
            return unreadable.getMessage();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "Stopped.";
        }
    }

    private void publish(Path root, GoldenRunner.Result result) {
        List<TestResult> rows = result.checks().stream().map(check -> {
            Path file = Path.of(check.place().file());
            Path shown = file.startsWith(root) && !file.equals(root) ? root.relativize(file) : file.getFileName();
            return new TestResult(shown.toString(), check.title(), file, check.place().line(), check.problem());
        }).toList();
        FxThread.run(() -> results.addAll(rows));
    }
}
