package dev.ithaca.ide.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes a program writes into console text; a character split over two writes stays whole. */
final class ConsoleStream extends OutputStream {
    private static final int CHUNK = 8 << 10;

    private final ConsoleBuffer buffer;
    private final ConsoleBuffer.Kind kind;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);

    private ConsoleStream(ConsoleBuffer buffer, ConsoleBuffer.Kind kind) {
        this.buffer = buffer;
        this.kind = kind;
    }

    static PrintStream open(ConsoleBuffer buffer, ConsoleBuffer.Kind kind) {
        return new PrintStream(new ConsoleStream(buffer, kind), true, StandardCharsets.UTF_8);
    }

    @Override public synchronized void write(int b) { write(new byte[] {(byte) b}, 0, 1); }

    @Override public synchronized void write(byte[] source, int offset, int length) {
        while (length > 0) {
            int part = Math.min(length, bytes.remaining());
            bytes.put(source, offset, part).flip();
            decoder.decode(bytes, chars, false);
            bytes.compact();
            if (chars.flip().hasRemaining()) buffer.append(kind, chars.toString());
            chars.clear();
            offset += part;
            length -= part;
        }
    }
}
