package dev.ithaca.ide.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The snippets are code of the language. */
class SnippetTest {
    private static final Set<String> DEFINITIONS = Set.of("main", "server", "supervise", "type", "test");

    static List<Snippet> all() { return Snippet.ALL; }

    @ParameterizedTest @MethodSource("all") void parses_once_it_is_filled_in(Snippet snippet) {
        Snippet.Expansion expansion = snippet.expand("");
        String code = new StringBuilder(expansion.text()).insert(expansion.caret(), expansion.caret() < expansion.text().length() ? "()" : "").toString();
        String program = DEFINITIONS.contains(snippet.name()) ? code : "f() = {\n" + code + "\n}";
        assertThat(Parser.parse(new SourceFile("a.nos", program + "\n")).diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    }

    @Test void lines_are_indented_and_blanks_stand_where_their_names_do() {
        Snippet.Expansion expansion = new Snippet("s", "", "a <one> {\n    <two> -> <>\n}").expand("  ");
        assertThat(expansion.text()).isEqualTo("a one {\n      two -> \n  }");
        assertThat(expansion.blanks()).extracting(blank -> expansion.text().substring(blank.start(), blank.end())).containsExactly("one", "two");
        assertThat(expansion.text().substring(0, expansion.caret())).endsWith("two -> ");
    }
}
