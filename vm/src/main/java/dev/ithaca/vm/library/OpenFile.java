package dev.ithaca.vm.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;

/** An open file with one position for reading and writing, or the program's input; reads are buffered. One operation at a time. */
final class OpenFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ReadableByteChannel channel;
    /** Bytes read ahead of the program's position. */
    private final ByteBuffer ahead = ByteBuffer.allocate(BUFFER_BYTES).flip();

    OpenFile(ReadableByteChannel channel) { this.channel = channel; }

    synchronized byte[] read(int bytes) throws IOException {
        var result = new ByteArrayOutputStream(Math.min(bytes, BUFFER_BYTES));
        while (result.size() < bytes && fill()) {
            int n = Math.min(bytes - result.size(), ahead.remaining());
            result.write(ahead.array(), ahead.position(), n);
            ahead.position(ahead.position() + n);
        }
        return result.toByteArray();
    }

    /** The next line with its newline; empty at the end of the file. */
    synchronized byte[] readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        while (fill()) {
            byte b = ahead.get();
            line.write(b);
            if (b == '\n') break;
        }
        return line.toByteArray();
    }

    synchronized void write(byte[] bytes) throws IOException {
        FileChannel file = file("Bad file descriptor (os error 9)");
        dropReadAhead(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) file.write(buffer);
    }

    /** Moves the position by that many bytes from its start, current place or end. */
    synchronized void seek(long offset, Whence whence) throws IOException {
        FileChannel file = file("Illegal seek (os error 29)");
        dropReadAhead(file);
        long position = offset + switch (whence) {
            case START -> 0;
            case CURRENT -> file.position();
            case END -> file.size();
        };
        if (position < 0) throw new IOException("Invalid argument (os error 22)");
        file.position(position);
    }

    synchronized void flush() throws IOException { file("Invalid argument (os error 22)").force(false); }

    /** @param refusal what the system says to it where there is only an input */
    private FileChannel file(String refusal) throws IOException {
        if (channel instanceof FileChannel file) return file;
        throw new IOException(refusal);
    }

    @Override public void close() throws IOException { channel.close(); }

    enum Whence { START, CURRENT, END }

    private boolean fill() throws IOException {
        if (ahead.hasRemaining()) return true;
        ahead.clear();
        int n = channel.read(ahead);
        ahead.flip();
        return n > 0;
    }

    private void dropReadAhead(FileChannel file) throws IOException {
        if (ahead.hasRemaining()) file.position(file.position() - ahead.remaining());
        ahead.position(ahead.limit());
    }
}
