package dev.ithaca.vm.cli;

import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.project.LoadException;
import java.io.PrintStream;

/** {@code nostos check}: reports errors and warnings. */
record CheckCommand(NostosCompiler compiler, PrintStream out, PrintStream err) {
    int execute(Arguments arguments) throws LoadException {
        return new Compiling(compiler, out, err).compile(arguments, true).isPresent() ? 0 : 1;
    }
}
