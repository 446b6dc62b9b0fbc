package dev.ithaca.ide;

import dev.ithaca.ide.analysis.Analysis;
import dev.ithaca.ide.analysis.CodeInsight;
import dev.ithaca.ide.analysis.CompileService;
import dev.ithaca.ide.console.Console;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.document.Recovery;
import dev.ithaca.ide.outline.Outline;
import dev.ithaca.ide.panels.ProgramScreen;
import dev.ithaca.ide.project.Examples;
import dev.ithaca.ide.project.Project;
import dev.ithaca.ide.run.Gauges;
import dev.ithaca.ide.run.Runner;
import dev.ithaca.ide.search.ProjectSearch;
import dev.ithaca.ide.settings.Settings;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.tests.TestRuns;
import dev.ithaca.ide.theme.Appearance;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.service.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The parts of the application that have no view, wired together; one set per window. Made on the JavaFX thread. */
public record Services(Background background, Settings settings, Appearance appearance, Documents documents, Recovery recovery,
                       Project project, List<Examples.Example> examples, CompileService compiler, Analysis analysis, CodeInsight insight, Outline outline, Console console,
                       Runner runner, ProgramScreen screen, TestRuns tests, Gauges gauges, ProjectSearch search) {

    /** @param configFolder where settings and recovery copies are */
    public static Services create(Path configFolder, Workspace workspace) { return create(configFolder, workspace, workspace.compiler()); }

    /** With a compiler of another kind than the workspace's. */
    static Services create(Path configFolder, Workspace workspace, NostosCompiler compiler) {
        Background background = new Background();
        Settings settings = Settings.load(configFolder, background.disk());
        Documents documents = new Documents(background);
        Project project = new Project(background);
        CompileService service = new CompileService(compiler);
        Console console = new Console();
        ProgramScreen screen = new ProgramScreen();
        Runner runner = new Runner(documents, service, console, background, screen::clear);
        return new Services(background, settings, new Appearance(settings), documents,
                new Recovery(configFolder.resolve("recovery"), documents, background), project, Examples.all(), service,
                new Analysis(documents, service, background), new CodeInsight(documents, workspace, background), new Outline(documents, background), console, runner, screen, new TestRuns(workspace.otherCompiler(), background), new Gauges(runner, background),
                new ProjectSearch(documents, project, background));
    }

    /** The folder the user works in: that of the text in front, else the open one. */
    Optional<Path> workFolder() { return documents.active().flatMap(Document::path).map(Path::getParent).or(project::folder); }

    /** Ends the running program and all background work. */
    void close() {
        runner.close();
        background.close();
    }
}
