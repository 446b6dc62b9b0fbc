package dev.ithaca.vm.cli;

import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.project.LoadException;
import java.io.PrintStream;

/** {@code nostos check}: reports errors and warnings. */
final class CheckCommand {
    private final NostosCompiler compiler;
    private final PrintStream out;
    private final PrintStream err;

    CheckCommand(NostosCompiler compiler, PrintStream out, PrintStream err) {
        this.compiler = compiler;
        this.out = out;
        this.err = err;
    }

    int execute(Arguments arguments) throws LoadException {
        return new Compiling(compiler, out, err).compile(arguments, true).isPresent() ? 0 : 1;
    }
}
