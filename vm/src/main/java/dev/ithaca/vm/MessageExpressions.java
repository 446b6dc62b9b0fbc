package dev.ithaca.vm;

import dev.ithaca.vm.inspect.Expressions;
import dev.ithaca.vm.runtime.Completion;
import dev.ithaca.vm.runtime.TypeDirectory;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Evaluates expressions against the source of a program: the expression becomes one more function of the entry module, the
 * compiler judges it there, and a machine of its own runs it. Its value is then rebuilt from the running program's own types.
 */
final class MessageExpressions {
    private static final String FUNCTION = "messageToSend__";
    private static final Pattern PID = Pattern.compile("<(?:pid )?(\\d+)>");
    private static final long PATIENCE_SECONDS = 5;

    private final ProgramSource source;
    private final NostosCompiler compiler;

    MessageExpressions(ProgramSource source, NostosCompiler compiler) {
        this.source = source;
        this.compiler = compiler;
    }

    /** @param types those of the running program */
    Expressions on(TypeDirectory types) { return expression -> evaluate(expression, types); }

    private Expressions.Evaluated evaluate(String expression, TypeDirectory types) {
        if (expression.isBlank()) return Expressions.Evaluated.refused("Type an expression, such as (\"hello\", 1)");
        List<Long> pids = PID.matcher(expression).results().map(found -> Long.valueOf(found.group(1))).distinct().toList();
        Compilation compilation = compiler.compile(withFunction(expression, pids));
        if (compilation.program().isEmpty()) return Expressions.Evaluated.refused(problem(compilation.diagnostics()));
        Completion end;
        try (var machine = (RunningProgram) compilation.program().get().start(aside())) {
            end = machine.completion().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException endless) {
            return Expressions.Evaluated.refused("The expression was not evaluated within " + PATIENCE_SECONDS + " seconds");
        } catch (ExecutionException failed) {
            return Expressions.Evaluated.refused(String.valueOf(failed.getCause().getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Expressions.Evaluated.refused("Interrupted");
        }
        if (end.kind() != Completion.Kind.RETURNED) {
            return Expressions.Evaluated.refused(end.report() == null ? "The expression gave no value" : end.report().strip().lines().findFirst().orElse(""));
        }
        return rebuild((Tuple) end.value(), pids, types);
    }

    /** The value comes with the processes that stood in for those named in the expression. */
    private static Expressions.Evaluated rebuild(Tuple result, List<Long> pids, TypeDirectory types) {
        Map<Long, Long> meant = new HashMap<>();
        var standIns = (ListValue) result.get(0);
        int next = 0;
        for (Object standIn : standIns) {
            if (next < pids.size() && standIn instanceof Pid(long id)) meant.put(id, pids.get(next++));
        }
        try {
            return Expressions.Evaluated.to(new ForeignValues(types, meant).rebuild(result.get(1)));
        } catch (ForeignValues.Unfit unfit) {
            return Expressions.Evaluated.refused(unfit.getMessage());
        }
    }

    private ProgramSource withFunction(String expression, List<Long> pids) {
        int dot = source.entry().lastIndexOf('.');
        String module = dot < 0 ? "" : source.entry().substring(0, dot);
        var units = new ArrayList<ProgramSource.Unit>();
        for (ProgramSource.Unit unit : source.units()) {
            boolean extended = unit.module().equals(module);
            units.add(!extended ? unit : new ProgramSource.Unit(module,
                    new SourceFile(unit.file().name(), unit.file().text() + function(expression, pids))));
        }
        return new ProgramSource(units, dot < 0 ? FUNCTION : module + "." + FUNCTION);
    }

    /** {@code <7>} is no expression of the language: a process that ends at once stands in for it. */
    private static String function(String expression, List<Long> pids) {
        String named = PID.matcher(expression).replaceAll(found -> "pid" + found.group(1) + "__");
        String standIns = pids.stream().map(pid -> "    pid" + pid + "__ = spawn { () }\n").collect(Collectors.joining());
        // one more, so that the list has elements
        String list = IntStream.rangeClosed(0, pids.size()).mapToObj(i -> i < pids.size() ? "pid" + pids.get(i) + "__" : "self()")
                .collect(Collectors.joining(", ", "[", "]"));
        return "\n" + FUNCTION + "() = {\n" + standIns + "    value__ = {\n" + named + "\n    }\n    (" + list + ", value__)\n}\n";
    }

    private static VmOptions aside() {
        var silent = new PrintStream(OutputStream.nullOutputStream());
        return VmOptions.standard().withWorkers(1).withStreams(InputStream.nullInputStream(), silent, silent).withCrashStops(true);
    }

    private static String problem(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(Diagnostic::isError).findFirst()
                .map(error -> error.message() + (error.help() == null ? "" : " (" + error.help() + ")")).orElse("No value");
    }
}
