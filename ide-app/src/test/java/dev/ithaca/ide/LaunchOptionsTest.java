package dev.ithaca.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {
    @Test void reads_files_and_the_tour() {
        assertThat(LaunchOptions.parse(List.of())).isEqualTo(new LaunchOptions(null, null, false, null));
        assertThat(LaunchOptions.parse(List.of("a.nos")).open()).isEqualTo(Path.of("a.nos"));
        assertThat(LaunchOptions.parse(List.of("--tour", "out")).tour()).isEqualTo(Path.of("out"));
    }

    @Test void says_what_is_wrong() {
        assertThat(LaunchOptions.parse(List.of("--tour")).problem()).isEqualTo("--tour needs a folder for the pictures.");
        assertThat(LaunchOptions.parse(List.of("--turbo")).problem()).isEqualTo("There is no option --turbo.");
    }
}
