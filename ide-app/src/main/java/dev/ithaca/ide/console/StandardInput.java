package dev.ithaca.ide.console;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What the user types for a running program. Reading waits for a line; after {@link #close} it gives end of file. */
final class StandardInput extends InputStream {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
    private byte[] current = {};
    private int at;
    private boolean ended;

    void send(String text) { lines.add(text.getBytes(StandardCharsets.UTF_8)); }

    @Override public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override public synchronized int read(byte[] target, int offset, int length) {
        if (length == 0) return 0;
        while (at == current.length) {
            if (ended) return -1;
            try {
                current = lines.take();
                at = 0;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return -1;
            }
            ended = current == END;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, target, offset, count);
        at += count;
        return count;
    }

    @Override public int available() { return current.length - at; }

    @Override public void close() { lines.add(END); }
}
