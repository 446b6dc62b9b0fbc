package dev.ithaca.ide.analysis;

import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assembles and compiles on the calling thread. Whatever goes wrong becomes a diagnostic; nothing is thrown. */
public final class CompileService {
    private static final System.Logger LOG = System.getLogger(CompileService.class.getName());

    private final NostosCompiler compiler;

    public CompileService(NostosCompiler compiler) { this.compiler = compiler; }

    public record Result(Assembly assembly, Compilation compilation) {}

    public Result compile(SourceText focus, Map<Path, String> open) {
        Assembly assembly;
        try {
            assembly = ProgramAssembler.assemble(focus, open);
        } catch (IOException unreadable) {
            SourceFile file = new SourceFile(focus.name(), focus.text());
            return new Result(new Assembly(ProgramSource.single(file), Map.of(), focus.name()),
                    failed(file, "A file of the program cannot be read: " + unreadable.getMessage()));
        }
        try {
            return new Result(assembly, compiler.compile(assembly.source()));
        } catch (RuntimeException | StackOverflowError | AssertionError internal) {
            LOG.log(System.Logger.Level.ERROR, "the compiler failed on " + assembly.mainName(), internal);
            return new Result(assembly, failed(assembly.source().units().getFirst().file(),
                    "The compiler itself failed on this program (" + internal.getClass().getSimpleName()
                            + "). The text is safe; undo the last change, and please report the program."));
        }
    }

    private static Compilation failed(SourceFile file, String message) {
        return new Compilation(Optional.empty(), List.of(Diagnostic.error(Diagnostic.Phase.COMPILE, "IDE", file, Span.NONE, message)));
    }
}
