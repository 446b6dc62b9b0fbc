package dev.ithaca.ide.tests;

import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.service.GoldenProgram;
import dev.ithaca.vm.service.GoldenRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs the tests and expectations of saved programs, each on a machine of its own, off the JavaFX thread. JavaFX thread. */
public final class TestRuns {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PROJECT_MAIN = "main.nos";
    private static final Pattern TEST_PROBLEM = Pattern.compile("test \"(.*?)\": .*", Pattern.DOTALL);

    private final NostosCompiler compiler;
    private final Background background;
    private final ObservableList<TestResult> results = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
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
            String end = runHere(path);
            FxThread.run(() -> {
                summary.set(end);
                running.set(false);
            });
        });
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
            long failed = runner.run(found.programs(), result -> publish(path, result)).stream().filter(result -> !result.passed()).count();
            return failed == 0 ? "All passed." : failed + " failed.";
        } catch (LoadException unreadable) {
            return unreadable.getMessage();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "Stopped.";
        }
    }

    private void publish(Path root, GoldenRunner.Result result) {
        Path target = result.program().target();
        Path file = Files.isDirectory(target) ? target.resolve(PROJECT_MAIN) : target;
        String name = root.equals(target) ? String.valueOf(target.getFileName()) : root.relativize(target).toString();
        TestResult row = new TestResult(name, file, line(file, result.problem()), result.problem());
        FxThread.run(() -> results.add(row));
    }

    /** The line of the test a problem names, else the first. */
    private static int line(Path file, String problem) {
        Matcher named = TEST_PROBLEM.matcher(problem == null ? "" : problem);
        if (!named.matches()) return 1;
        try {
            String text = Files.readString(file);
            int index = text.indexOf('"' + named.group(1) + '"');
            return index < 0 ? 1 : (int) text.substring(0, index + 1).lines().count();
        } catch (IOException gone) {
            return 1;
        }
    }
}
