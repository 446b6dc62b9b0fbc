package dev.ithaca.vm.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a selection grows. */
class SelectionRangesTest {
    private static List<String> steps(String text, String at) {
        List<String> steps = new ArrayList<>();
        int offset = text.indexOf(at);
        Span now = new Span(offset, offset);
        while (now.length() < text.length()) {
            now = LanguageService.enclosing(text, now);
            steps.add(text.substring(now.start(), now.end()));
        }
        return steps;
    }

    @Test void a_selection_grows_from_the_word_to_the_whole_text() {
        assertThat(steps("f(x) = { a = g(x + 1, \"some text\")\n b }\nh() = 1\n", "some")).containsExactly(
                "some text", "\"some text\"", "x + 1, \"some text\"", "(x + 1, \"some text\")", "g(x + 1, \"some text\")", "a = g(x + 1, \"some text\")",
                " a = g(x + 1, \"some text\")\n b ", "{ a = g(x + 1, \"some text\")\n b }", "f(x) = { a = g(x + 1, \"some text\")\n b }",
                "f(x) = { a = g(x + 1, \"some text\")\n b }\nh() = 1\n");
    }

    @Test void a_chain_of_calls_grows_by_its_links() {
        assertThat(steps("f(xs) = xs.map(y => y).sum()\n", "map")).startsWith("map", "xs.map", "xs.map(y => y)", "xs.map(y => y).sum", "xs.map(y => y).sum()");
    }

    @Test void a_clause_grows_from_its_body() {
        assertThat(steps("f() = receive {\n Go -> stop\n Wait -> ()\n}\n", "stop")).startsWith("stop", "Go -> stop", "\n Go -> stop\n Wait -> ()\n");
    }

    @Test void broken_texts_have_steps_too() {
        assertThat(steps("f( = ]{ \"a\n", "a")).last().isEqualTo("f( = ]{ \"a\n");
    }
}
