package dev.ithaca.ide.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndentationTest {
    @Test void a_new_line_keeps_or_deepens_the_indentation() {
        assertThat(Indentation.newLine("    x = 1", "")).isEqualTo(new Indentation.NewLine("\n    ", 5));
        assertThat(Indentation.newLine("main() = {", "")).isEqualTo(new Indentation.NewLine("\n    ", 5));
        assertThat(Indentation.newLine("f(x) = # why", "").insert()).isEqualTo("\n    ");
    }

    @Test void a_pair_of_brackets_opens_around_the_caret() {
        assertThat(Indentation.newLine("main() = {", "}")).isEqualTo(new Indentation.NewLine("\n    \n", 5));
    }

    @Test void comments_go_in_and_out() {
        List<String> code = List.of("  a", "", "    b");
        List<String> commented = List.of("  # a", "", "  #   b");
        assertThat(Indentation.toggleComment(code)).isEqualTo(commented);
        assertThat(Indentation.toggleComment(commented)).isEqualTo(code);
    }

    @Test void outdent_takes_one_step() {
        assertThat(Indentation.outdent("      x")).isEqualTo("  x");
        assertThat(Indentation.outdent("  x")).isEqualTo("x");
        assertThat(Indentation.outdent("\tx")).isEqualTo("x");
    }
}
