package dev.ithaca.vm.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.Nostos;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    @TempDir Path folder;

    private Path file(byte[] bytes) throws Exception { return Files.write(folder.resolve("a.nos"), bytes); }

    @Test void a_byte_order_mark_is_no_part_of_the_text() throws Exception {
        Path file = file("\uFEFFmain() = 1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(SourceReader.read(file)).isEqualTo("main() = 1\n");
        assertThat(Nostos.compiler().compile(new ProgramLoader().load(file, Optional.empty()).source()).succeeded()).isTrue();
    }

    @Test void a_mark_elsewhere_stays() throws Exception {
        assertThat(SourceReader.read(file("main() = \"\uFEFF\"\n".getBytes(StandardCharsets.UTF_8)))).contains("\uFEFF");
    }

    @Test void what_is_no_text_is_refused_with_its_reason() throws Exception {
        assertThatThrownBy(() -> SourceReader.read(file(new byte[] {65, 0, 66}))).isInstanceOf(LoadException.class).hasMessageContaining("a zero byte at offset 1");
        assertThatThrownBy(() -> SourceReader.read(file(new byte[] {(byte) 0xC3}))).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> SourceReader.read(folder.resolve("none.nos"))).hasMessageContaining("no such file");
    }
}
