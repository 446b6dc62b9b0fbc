package dev.ithaca.vm.recording;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes the parts of a file one after the other. For one thread. */
final class PartWriter implements Closeable {
    private final DataOutputStream out;
    private final FieldWriter fields = new FieldWriter();
    /** The level that costs least: what follows it gains little on columns that are mostly zeros. */
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private byte[] compressed = new byte[1 << 12];
    private long bytes = Part.START_BYTES;

    /** Writes over a file that is there. */
    PartWriter(Path file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        out.write(Part.MAGIC);
        out.writeInt(Part.VERSION);
    }

    /** Length of the file so far. */
    long bytes() { return bytes; }

    void write(Part part, Consumer<FieldWriter> content) throws IOException {
        fields.clear();
        content.accept(fields);
        int length = compress();
        out.writeByte(part.letter);
        out.writeInt(length);
        out.writeInt(fields.size());
        out.writeInt(checksum(part.letter, fields.size(), compressed, 0, length));
        out.write(compressed, 0, length);
        out.flush();
        bytes += Part.HEADER_BYTES + length;
    }

    private int compress() {
        deflater.reset();
        deflater.setInput(fields.array(), 0, fields.size());
        deflater.finish();
        int length = 0;
        while (true) {
            length += deflater.deflate(compressed, length, compressed.length - length);
            if (deflater.finished()) return length;
            compressed = Arrays.copyOf(compressed, compressed.length * 2);
        }
    }

    static int checksum(byte letter, int size, byte[] content, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(letter);
        for (int shift = 24; shift >= 0; shift -= 8) sum.update(size >>> shift);
        sum.update(content, from, length);
        return (int) sum.getValue();
    }

    @Override public void close() throws IOException {
        deflater.end();
        out.close();
    }
}
