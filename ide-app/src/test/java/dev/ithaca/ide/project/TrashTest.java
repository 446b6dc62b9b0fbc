package dev.ithaca.ide.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
    @TempDir Path folder;

    @Test void what_is_deleted_lies_in_the_trash_and_can_be_put_back() throws IOException {
        Path bin = folder.resolve("Trash");
        Trash trash = Trash.freeDesktop(bin);
        Path file = Files.writeString(folder.resolve("a b.nos"), "1");
        trash.take(file);
        assertThat(file).doesNotExist();
        assertThat(bin.resolve("files/a b.nos")).content().isEqualTo("1");
        assertThat(bin.resolve("info/a b.nos.trashinfo")).content().startsWith("[Trash Info]\nPath=" + folder.toUri().getRawPath() + "a%20b.nos\nDeletionDate=");
        Files.writeString(file, "2");
        trash.take(file);
        assertThat(bin.resolve("files/a b.nos.2")).content().isEqualTo("2");
    }
}
