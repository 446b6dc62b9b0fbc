package dev.ithaca.ide.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** What tells a version of a file on disk from another without reading it. */
record DiskStamp(long modifiedMillis, long size) {
    /** Empty if there is no such file. */
    static Optional<DiskStamp> of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new DiskStamp(attributes.lastModifiedTime().toMillis(), attributes.size()));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
