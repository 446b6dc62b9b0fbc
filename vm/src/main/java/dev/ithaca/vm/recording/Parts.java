package dev.ithaca.vm.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A file in memory, cut into its parts. */
final class Parts {
    private static final long MOST_BYTES = 1L << 30;

    /** @param at first byte of its header in the file */
    record Location(Part part, int at, int length, int size) {
        int content() { return at + Part.HEADER_BYTES; }
    }

    private final byte[] file;
    private final List<Location> locations = new ArrayList<>();
    private String flaw;

    /** @throws UnreadableRecordingException if it is no such file at all */
    Parts(byte[] file) throws UnreadableRecordingException {
        this.file = file;
        if (file.length < Part.START_BYTES || !Arrays.equals(file, 0, Part.MAGIC.length, Part.MAGIC, 0, Part.MAGIC.length)) {
            throw new UnreadableRecordingException("This is no recording of a machine: it does not begin like one");
        }
        int version = ByteBuffer.wrap(file).getInt(Part.MAGIC.length);
        if (version > Part.VERSION) {
            throw new UnreadableRecordingException("A newer Ithaca wrote this recording, in format " + version + "; this one reads format "
                    + Part.VERSION + " and older");
        }
        if (version < 1) throw new UnreadableRecordingException("The recording is damaged at byte " + Part.MAGIC.length + ": there is no format " + version);
        cut();
    }

    static Parts read(Path file) throws UnreadableRecordingException {
        try {
            long size = Files.size(file);
            if (Files.isDirectory(file)) throw new UnreadableRecordingException(file + " is a folder");
            if (size > MOST_BYTES) throw new UnreadableRecordingException("This is no recording of a machine: it has " + (size >> 20) + " MB");
            return new Parts(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new UnreadableRecordingException("There is no file " + file, e);
        } catch (UnreadableRecordingException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableRecordingException(file + " could not be read: " + e.getMessage(), e);
        }
    }

    private void cut() {
        ByteBuffer header = ByteBuffer.wrap(file);
        int at = Part.START_BYTES;
        while (at < file.length) {
            if (file.length - at < Part.HEADER_BYTES) {
                flaw = "it ends at byte " + file.length + " in the middle of a part";
                return;
            }
            Part part = Part.of(file[at]);
            int length = header.getInt(at + 1);
            int size = header.getInt(at + 5);
            int sum = header.getInt(at + 9);
            if (part == null || length < 0 || size < 0 || size > Part.MOST_BYTES) {
                flaw = "it is damaged at byte " + at;
                return;
            }
            if (length > file.length - at - Part.HEADER_BYTES) {
                flaw = "it ends at byte " + file.length + ", in the middle of the part that begins at byte " + at;
                return;
            }
            if (PartWriter.checksum(file[at], size, file, at + Part.HEADER_BYTES, length) != sum) {
                flaw = "it is damaged in the part that begins at byte " + at;
                return;
            }
            locations.add(new Location(part, at, length, size));
            at += Part.HEADER_BYTES + length;
            if (part == Part.END) return;
        }
        flaw = "it was not finished";
    }

    /** Those that are whole, up to the first that is not. */
    List<Location> locations() { return locations; }

    /** What is wrong with the file after that; null for nothing. */
    String flaw() { return flaw; }

    /** The content of a part. */
    FieldReader open(Location location) throws DamagedException { return new FieldReader(inflate(location, location.size())); }

    /** Its first bytes only. */
    FieldReader peek(Location location, int bytes) throws DamagedException { return new FieldReader(inflate(location, Math.min(bytes, location.size()))); }

    private byte[] inflate(Location location, int wanted) throws DamagedException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, location.content(), location.length());
            // grows with what there really is: the size is only told
            byte[] content = new byte[(int) Math.min(wanted, 64L + 4L * location.length())];
            int filled = 0;
            while (filled < wanted) {
                if (filled == content.length) content = Arrays.copyOf(content, (int) Math.min(wanted, 2L * content.length));
                int more = inflater.inflate(content, filled, content.length - filled);
                if (more == 0 && (inflater.finished() || inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DamagedException("the part that begins at byte " + location.at() + " is shorter than it says");
                }
                filled += more;
            }
            return content;
        } catch (DataFormatException e) {
            throw new DamagedException("the part that begins at byte " + location.at() + " cannot be unpacked");
        } finally {
            inflater.end();
        }
    }
}
