package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** External programs (chapter 3, section 11.4). Failures are errors of kind {@code io_error}. */
public final class ExecLibrary {
    private ExecLibrary() {}

    private static RunningProgram launch(Workspace workspace, String command, ListValue arguments, String doing) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) texts.add((String) argument);
        try {
            return RunningProgram.start(command, texts, workspace.directory(), workspace.environment());
        } catch (IOException e) {
            String detail = e.getMessage() != null && e.getMessage().contains("error=13") ? "Permission denied (os error 13)"
                    : "No such file or directory (os error 2)";
            throw IoErrors.other("Failed to " + doing + " " + command + ": " + detail);
        }
    }

    @NostosFunction(name = "Exec._run", type = "String, List[String] -> (Int, String, String)", suspends = true,
            doc = "Runs a program to its end: exit code, standard output, standard error.")
    public static Object run(Process p, String command, ListValue arguments) {
        Workspace workspace = Workspace.of(p);
        return p.await(IoErrors.naming(command, () -> {
            RunningProgram program = launch(workspace, command, arguments, "execute");
            p.own(program);
            try {
                program.closeInput();
                CompletableFuture<byte[]> errors = new CompletableFuture<>();
                Thread.ofVirtual().start(() -> drain(program.err(), errors));
                Object out = Bytes.textOrList(program.out().readAllBytes());
                return new Tuple(program.await(), out, Bytes.textOrList(errors.join()));
            } finally {
                program.close();
                p.disown(program);
            }
        }));
    }

    private static void drain(InputStream in, CompletableFuture<byte[]> all) {
        try {
            all.complete(in.readAllBytes());
        } catch (IOException e) {
            all.completeExceptionally(new UncheckedIOException(e));
        }
    }

    @NostosFunction(name = "Exec.start", type = "String, List[String] -> Int", suspends = true,
            doc = "Starts a program with pipes to its streams; gives a handle.",
            example = "{ cat = Exec.start(\"cat\", []); Exec.kill(cat); Exec.readline(cat) } => throws (\"io_error\", \"Invalid handle\")")
    public static Object start(Process p, String command, ListValue arguments) {
        Workspace workspace = Workspace.of(p);
        return p.await(() -> {
            RunningProgram program = launch(workspace, command, arguments, "spawn");
            return workspace.programs().add(p, program);
        });
    }

    private static Object with(Process p, long handle, Callable<Object> task) {
        return p.await(IoErrors.naming("handle " + handle, task));
    }

    private static Object line(InputStream in) throws IOException {
        byte[] line = RunningProgram.readLine(in);
        return line.length == 0 ? "eof" : IoErrors.text(line);
    }

    @NostosFunction(name = "Exec.readline", type = "Int -> String", suspends = true, complexity = "O(length of the line)",
            doc = "The next line a program writes to its standard output, with its newline; the text \"eof\" at the end.",
            example = "{ echo = Exec.start(\"echo\", [\"hi\"]); line = Exec.readline(echo); Exec.wait(echo); line } => \"hi\\n\"")
    public static Object readLine(Process p, long handle) {
        RunningProgram program = Workspace.of(p).programs().get(handle);
        return with(p, handle, () -> line(program.out()));
    }

    @NostosFunction(name = "Exec.readStderr", type = "Int -> String", suspends = true, complexity = "O(length of the line)",
            doc = "The next line a program writes to its standard error, with its newline; the text \"eof\" at the end.",
            example = "{ sh = Exec.start(\"sh\", [\"-c\", \"echo hi >&2\"]); line = Exec.readStderr(sh); Exec.wait(sh); line } => \"hi\\n\"")
    public static Object readErrorLine(Process p, long handle) {
        RunningProgram program = Workspace.of(p).programs().get(handle);
        return with(p, handle, () -> line(program.err()));
    }

    @NostosFunction(name = "Exec.write", type = "Int, String -> ()", suspends = true, complexity = "O(length of the text)",
            doc = "Writes a text to a program's standard input.",
            example = "Exec.write(0 - 1, \"\") => throws (\"io_error\", \"Invalid handle\")")
    public static Object write(Process p, long handle, String text) {
        RunningProgram program = Workspace.of(p).programs().get(handle);
        return with(p, handle, () -> {
            program.write(text);
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "Exec.wait", type = "Int -> Int", suspends = true,
            doc = "Closes a program's input and waits for its end; gives its exit code, -1 if a signal ended it.",
            example = "Exec.wait(Exec.start(\"sh\", [\"-c\", \"exit 3\"])) => 3")
    public static Object await(Process p, long handle) {
        RunningProgram program = Workspace.of(p).programs().remove(handle);
        return with(p, handle, () -> {
            program.closeInput();
            return program.await();
        });
    }

    @NostosFunction(name = "Exec.kill", type = "Int -> ()", doc = "Ends a program at once.",
            example = "Exec.kill(0 - 1) => throws (\"io_error\", \"Invalid handle\")")
    public static void kill(Process p, long handle) {
        RunningProgram program = Workspace.of(p).programs().remove(handle);
        program.close();
    }
}
