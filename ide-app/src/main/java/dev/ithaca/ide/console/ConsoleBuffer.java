package dev.ithaca.ide.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Text on its way from a running program to the console. Writers never wait: when the reader falls far behind, the
 * oldest text is dropped and its lines are counted, so a program that prints in a loop can neither fill the memory nor
 * freeze the window. Thread-safe.
 */
public final class ConsoleBuffer {
    private static final int PIECE_CHARS = 8 << 10;
    private static final int MAX_PENDING_CHARS = 512 << 10;

    /** Whose text it is. */
    public enum Kind { OUT, ERR, INPUT, SYSTEM }

    public record Piece(Kind kind, String text) {}

    /** @param droppedLines lines lost just before these pieces */
    public record Batch(List<Piece> pieces, long droppedLines) {}

    private static final class Pending {
        private final Kind kind;
        private final StringBuilder text = new StringBuilder();

        Pending(Kind kind) { this.kind = kind; }
    }

    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Runnable wake;
    private int pendingChars;
    private long dropped;

    /** @param wake called on the writer's thread when there is text after there was none */
    public ConsoleBuffer(Runnable wake) { this.wake = wake; }

    public void append(Kind kind, String text) {
        boolean first;
        synchronized (this) {
            first = pending.isEmpty();
            Pending last = pending.peekLast();
            if (last == null || last.kind != kind || last.text.length() > PIECE_CHARS) pending.add(last = new Pending(kind));
            last.text.append(text);
            pendingChars += text.length();
            while (pendingChars > MAX_PENDING_CHARS && pending.size() > 1) dropOldest();
        }
        if (first) wake.run();
    }

    private void dropOldest() {
        Pending oldest = pending.remove();
        pendingChars -= oldest.text.length();
        dropped += oldest.text.chars().filter(c -> c == '\n').count();
    }

    /** Takes the oldest pieces, about this many characters at most. */
    synchronized Batch take(int maxChars) {
        List<Piece> pieces = new ArrayList<>();
        int chars = 0;
        while (!pending.isEmpty() && chars < maxChars) {
            Pending next = pending.remove();
            chars += next.text.length();
            pieces.add(new Piece(next.kind, next.text.toString()));
        }
        pendingChars -= chars;
        Batch batch = new Batch(pieces, dropped);
        dropped = 0;
        return batch;
    }

    synchronized boolean isEmpty() { return pending.isEmpty(); }

    synchronized void clear() {
        pending.clear();
        pendingChars = 0;
        dropped = 0;
    }
}
