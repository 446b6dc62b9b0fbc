package dev.ithaca.vm.runtime;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A text stream of the program, UTF-8. What is written in one call stays together. Output is buffered and reaches the
 * stream a few milliseconds later at the latest.
 */
public final class ProgramOutput {
    private static final int CAPACITY = 1 << 15;

    private final PrintStream stream;
    private final OutputFlusher flusher;
    private final ReentrantLock lock = new ReentrantLock();
    private final byte[] buffer = new byte[CAPACITY];
    private int count;
    private boolean midLine;

    ProgramOutput(PrintStream stream, OutputFlusher flusher) {
        this.stream = stream;
        this.flusher = flusher;
    }

    public void print(String text) { write(text, false); }

    public void println(String text) { write(text, true); }

    /** Whether something was printed after the last line end. */
    public boolean isMidLine() {
        lock.lock();
        try {
            return midLine;
        } finally {
            lock.unlock();
        }
    }

    public void flush() {
        lock.lock();
        try {
            drain();
            stream.flush();
        } finally {
            lock.unlock();
        }
    }

    private void write(String text, boolean lineEnd) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 && !lineEnd) return;
        boolean first;
        lock.lock();
        try {
            first = count == 0;
            int needed = bytes.length + (lineEnd ? 1 : 0);
            if (needed > CAPACITY - count) drain();
            if (needed > CAPACITY) {
                stream.write(bytes, 0, bytes.length);
            } else {
                System.arraycopy(bytes, 0, buffer, count, bytes.length);
                count += bytes.length;
            }
            if (lineEnd) buffer[count++] = '\n';
            midLine = !lineEnd && bytes[bytes.length - 1] != '\n';
        } finally {
            lock.unlock();
        }
        if (first) flusher.request();
    }

    private void drain() {
        if (count == 0) return;
        stream.write(buffer, 0, count);
        count = 0;
    }
}
