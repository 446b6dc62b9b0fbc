package dev.ithaca.vm.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the last lines that were written to it. */
final class OutputTail extends OutputStream {
    private final int limit;
    private final Deque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

    OutputTail(int limit) { this.limit = limit; }

    @Override public synchronized void write(int b) {
        if (b == '\n') {
            lines.addLast(partial.toString(StandardCharsets.UTF_8));
            if (lines.size() > limit) lines.removeFirst();
            partial.reset();
        } else {
            partial.write(b);
        }
    }

    @Override public synchronized void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) write(bytes[i]);
    }

    synchronized String text() {
        if (lines.isEmpty() && partial.size() == 0) return "";
        return "\n" + String.join("\n", lines) + (partial.size() == 0 ? "" : "\n" + partial.toString(StandardCharsets.UTF_8)) + "\n";
    }
}
