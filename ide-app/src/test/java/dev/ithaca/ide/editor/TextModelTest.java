package dev.ithaca.ide.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextModelTest {
    private final LexerTokenizer tokenizer = new LexerTokenizer();

    @Test void brackets_in_strings_and_comments_do_not_count() {
        String text = "f(\")\", # )\n x)";
        assertThat(Brackets.pairAt(text, 2, tokenizer.tokens(text))).containsExactly(new Overlay.Range(1, 2), new Overlay.Range(13, 14));
        assertThat(Brackets.pairAt("f(", 2, tokenizer.tokens("f("))).isEmpty();
    }

    @Test void code_inside_interpolations_is_coloured_as_code() {
        String text = "x = \"a ${Some(1)} b\"";
        TokenMap tokens = tokenizer.tokens(text);
        assertThat(tokens.at(text.indexOf('a'))).isEqualTo(TokenKind.STRING);
        assertThat(tokens.at(text.indexOf("Some"))).isEqualTo(TokenKind.TYPE);
        assertThat(tokens.at(text.indexOf('1'))).isEqualTo(TokenKind.NUMBER);
        assertThat(tokens.at(text.indexOf('b'))).isEqualTo(TokenKind.STRING);
    }

    @Test void any_text_can_be_coloured() {
        for (String text : List.of("", "\"", "'", "#*", "${", "\"${\"", "é&`\\", "\u0000", "1e5..", "x".repeat(10_000))) {
            assertThat(tokenizer.tokens(text)).isNotNull();
        }
    }

    @Test void ranges_move_with_the_text() {
        Overlay.Range range = new Overlay.Range(10, 20);
        assertThat(range.after(0, 0, 3)).isEqualTo(new Overlay.Range(13, 23));
        assertThat(range.after(15, 2, 0)).isEqualTo(new Overlay.Range(10, 18));
        assertThat(range.after(25, 1, 1)).isEqualTo(range);
        assertThat(range.after(5, 20, 0)).isNull();
    }
}
