package dev.ithaca.vm.cli;

import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.Program;
import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.project.LoadedProgram;
import dev.ithaca.vm.project.ProgramLoader;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.DiagnosticJson;
import dev.ithaca.vm.syntax.DiagnosticRenderer;
import java.io.PrintStream;
import java.util.Optional;

/** Loads and compiles what a command line names, and reports what is wrong with it. */
record Compiling(NostosCompiler compiler, PrintStream out, PrintStream err) {
    /** @return empty if there were errors; they are reported then */
    Optional<Program> compile(Arguments arguments, boolean withWarnings) throws LoadException {
        LoadedProgram loaded = new ProgramLoader().load(arguments.target(), arguments.bin());
        loaded.warnings().forEach(w -> err.println("Warning: " + w));
        Compilation compilation = compiler.compile(loaded.source());
        var renderer = new DiagnosticRenderer(System.console() != null && System.console().isTerminal());
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            if (!diagnostic.isError() && !withWarnings) continue;
            if (arguments.jsonErrors()) out.println(DiagnosticJson.toJson(diagnostic));
            else err.println(renderer.render(diagnostic));
        }
        return compilation.program();
    }
}
