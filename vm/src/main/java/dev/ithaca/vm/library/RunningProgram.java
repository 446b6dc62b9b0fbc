package dev.ithaca.vm.library;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An external program with pipes to its three standard streams. */
final class RunningProgram implements AutoCloseable {
    private final Process process;
    private final InputStream out;
    private final InputStream err;

    private RunningProgram(Process process) {
        this.process = process;
        out = new BufferedInputStream(process.getInputStream());
        err = new BufferedInputStream(process.getErrorStream());
    }

    static RunningProgram start(String command, List<String> arguments, Path directory, Map<String, String> environment)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(command);
        line.addAll(arguments);
        var builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new RunningProgram(builder.start());
    }

    InputStream out() { return out; }

    InputStream err() { return err; }

    /** The next line with its newline; empty at the end. */
    static byte[] readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') break;
        }
        return line.toByteArray();
    }

    void write(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // The program has ended without reading all of its input; that is its own affair.
            return;
        }
    }

    /** Waits for the end. @return the exit code, -1 if a signal ended it */
    long await() throws InterruptedException {
        int code = process.waitFor();
        return code > 128 ? -1 : code;
    }

    @Override public void close() { process.destroyForcibly(); }
}
