package dev.ithaca.ide.analysis;

import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Assembles and compiles on the calling thread. Whatever goes wrong becomes a diagnostic; nothing is thrown. */
public final class CompileService {
    private static final System.Logger LOG = System.getLogger(CompileService.class.getName());
    private static final String CODE = "IDE";
    private static final String NO_MODULE = "N9";

    private final NostosCompiler compiler;

    public CompileService(NostosCompiler compiler) { this.compiler = compiler; }

    public record Result(Assembly assembly, Compilation compilation) {}

    public Result compile(SourceText focus, Map<Path, String> open) {
        Assembly assembly;
        try {
            assembly = ProgramAssembler.assemble(focus, open);
        } catch (LoadException unreadable) {
            SourceFile file = new SourceFile(focus.name(), focus.text());
            return new Result(new Assembly(ProgramSource.single(file), Map.of(), focus.name(), List.of()), failed(null, unreadable.getMessage()));
        }
        try {
            return new Result(assembly, annotated(compiler.compile(assembly.source()), focus, assembly.warnings()));
        } catch (RuntimeException | StackOverflowError | AssertionError internal) {
            LOG.log(System.Logger.Level.ERROR, "the compiler failed on " + assembly.mainName(), internal);
            return new Result(assembly, failed(assembly.source().units().getFirst().file(),
                    "The compiler itself failed on this program (" + internal.getClass().getSimpleName()
                            + "). The text is safe; undo the last change, and please report the program."));
        }
    }

    private static Compilation annotated(Compilation compilation, SourceText focus, List<String> warnings) {
        Stream<Diagnostic> found = compilation.diagnostics().stream().map(diagnostic -> explained(diagnostic, focus));
        Stream<Diagnostic> about = warnings.stream().map(text -> Diagnostic.warning(Diagnostic.Phase.COMPILE, CODE, null, Span.NONE, text));
        return new Compilation(compilation.program(), compilation.tests(), Stream.concat(found, about).toList());
    }

    /** The file of a module that is not found may well be there, and only not be part of the program. */
    private static Diagnostic explained(Diagnostic diagnostic, SourceText focus) {
        if (!diagnostic.code().equals(NO_MODULE) || diagnostic.file() == null || focus.file() == null) return diagnostic;
        String module = diagnostic.file().text().substring(diagnostic.span().start(), diagnostic.span().end());
        String file = module.replace('.', '/') + ".nos";
        return !Files.exists(focus.file().resolveSibling(file)) ? diagnostic : diagnostic.withHelp(file
                + " is there, but only files of a project see one another: name the file with main() main.nos, or put a nostos.toml into the folder");
    }

    private static Compilation failed(SourceFile file, String message) {
        return new Compilation(Optional.empty(), List.of(Diagnostic.error(Diagnostic.Phase.COMPILE, CODE, file, Span.NONE, message)));
    }
}
