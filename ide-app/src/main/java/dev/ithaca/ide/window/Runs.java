package dev.ithaca.ide.window;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.console.ConsoleView;
import dev.ithaca.ide.dialog.Dialogs;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.FileCommands;
import dev.ithaca.ide.problems.ProblemsView;
import dev.ithaca.ide.run.Runner;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;

/** Commands that run programs and their tests, and what the strip at the bottom shows of it. */
final class Runs {
    private final Services services;
    private final Dialogs dialogs;
    private final FileCommands files;
    private final Navigation navigation;
    private final Strip strip;
    private final ProblemsView problems;
    private final BooleanProperty stripShown;

    Runs(Services services, Dialogs dialogs, FileCommands files, Navigation navigation, Strip strip, ConsoleView console, ProblemsView problems,
         BooleanProperty stripShown) {
        this.services = services;
        this.dialogs = dialogs;
        this.files = files;
        this.navigation = navigation;
        this.strip = strip;
        this.problems = problems;
        this.stripShown = stripShown;
        services.runner().beforeRun(() -> {
            services.recovery().writeAll();
            console.clear();
            strip.showConsole();
        });
        services.runner().onErrors(this::showErrors);
    }

    private void showErrors(Runner.Failure failure) {
        services.analysis().show(failure.document(), failure.result());
        stripShown.set(true);
        strip.showProblems();
        services.analysis().problems().stream().filter(problem -> problem.diagnostic().isError()).findFirst().ifPresent(problem -> {
            problems.getSelectionModel().select(problem);
            navigation.open(problem);
        });
    }

    /** Asks what the program in front is to be run with, now and from now on, and runs it. */
    void runWithArguments() {
        services.documents().active().ifPresent(document -> dialogs.askName("Arguments for " + document.name(), services.runner().arguments(document)).ifPresent(line -> {
            services.runner().setArguments(document, line.strip());
            services.runner().run(document);
        }));
    }

    /** Runs the tests of the open folder, else of the file in front. Unsaved changes are saved first: tests run what is on disk. */
    void runTests() {
        stripShown.set(true);
        strip.showTests();
        Optional<Path> target = services.project().folder().or(() -> services.documents().active().flatMap(Document::path));
        files.saveAll(services.documents().dirty().stream().filter(document -> document.path().isPresent()).toList()).thenAccept(saved ->
                target.ifPresentOrElse(services.tests()::run, () -> services.tests().refuse("Save the file first: tests run what is on disk.")));
    }

    /** Ends the program and the tests that run. */
    void stop() {
        services.runner().stop();
        services.tests().stop();
    }

    /** @param direction 1 to the next problem, -1 to the one before */
    void stepProblem(int direction) {
        if (services.analysis().problems().isEmpty()) return;
        stripShown.set(true);
        strip.showProblems();
        problems.step(direction);
    }
}
