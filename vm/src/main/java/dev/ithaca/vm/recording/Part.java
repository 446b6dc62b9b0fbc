package dev.ithaca.vm.recording;

/** The parts that a file is made of, by the letter that each begins with. */
enum Part {
    /** What ran. Once, at the beginning. */
    PROGRAM('H'),
    /** A point in time with its figures; its population and snapshots follow. */
    MOMENT('M'),
    POPULATION('P'),
    SNAPSHOTS('S'),
    /** Nothing is missing. */
    END('E');

    /** Letter, compressed length, length, checksum. */
    static final int HEADER_BYTES = 1 + 4 + 4 + 4;
    /** No part is longer, whatever its header says. */
    static final int MOST_BYTES = 1 << 28;
    static final byte[] MAGIC = {'N', 'O', 'S', 'D', 'U', 'M', 'P', '\n'};
    static final int VERSION = 1;
    /** Of the file before its first part. */
    static final int START_BYTES = MAGIC.length + 4;

    final byte letter;

    Part(char letter) { this.letter = (byte) letter; }

    /** Null if there is none. */
    static Part of(byte letter) {
        for (Part part : values()) if (part.letter == letter) return part;
        return null;
    }
}
