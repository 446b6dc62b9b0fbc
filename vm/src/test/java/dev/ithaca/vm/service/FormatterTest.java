package dev.ithaca.vm.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.TokenKind;
import dev.ithaca.vm.syntax.TreePrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts and their layout. */
class FormatterTest {
    private static void formats(String text, String expected) {
        assertThat(Formatter.format(text)).isEqualTo(expected);
        assertThat(Formatter.format(expected)).as("again").isEqualTo(expected);
    }

    @Test void operators_and_commas_get_blanks() {
        formats("f(a,b)=a+b*2\n", "f(a, b) = a + b * 2\n");
        formats("f( a ,b )   =  [a,b , -1]\n", "f(a, b) = [a, b, -1]\n");
        formats("g(x) = -x+1\n", "g(x) = -x + 1\n");
    }

    @Test void blocks_are_indented_by_nesting() {
        formats("main() = {\nx = 1\n  if x > 0 then {\n x\n} else {\n      0\n  }\n}\n", """
                main() = {
                  x = 1
                  if x > 0 then {
                    x
                  } else {
                    0
                  }
                }
                """);
    }

    @Test void the_step_of_the_text_is_kept() {
        formats("main() = {\n    x = 1\n  # remark\n    x\n}\n", "main() = {\n    x = 1\n    # remark\n    x\n}\n");
    }

    @Test void lines_that_go_on_stand_one_step_in() {
        formats("f(x) =\nx\n|> show\n", "f(x) =\n    x\n    |> show\n");
        formats("f(x) = if x\nthen 1\nelse 2\n", "f(x) = if x\n    then 1\n    else 2\n");
        formats("type T = A\n| B\n", "type T = A\n    | B\n");
    }

    @Test void traits_modules_and_implementations_are_blocks() {
        formats("trait Named\nname(self) -> String\nend\ntype P = P(String)\nP: Named\nname(self) = match self {\nP(n) -> n\n}\nend\nmain() = 1\n", """
                trait Named
                    name(self) -> String
                end
                type P = P(String)
                P: Named
                    name(self) = match self {
                        P(n) -> n
                    }
                end
                main() = 1
                """);
    }

    @Test void blank_lines_and_blanks_at_line_ends_are_reduced() {
        formats("\n\na() = 1   \n\n\n\nb() = 2\t\n\n\n", "a() = 1\n\nb() = 2\n");
    }

    @Test void remarks_and_strings_stay_as_they_are() {
        formats("a() = 1     # one\nbb() = 2    # two\n", "a() = 1     # one\nbb() = 2    # two\n");
        formats("a() = \"x  \n   y\"\n", "a() = \"x  \n   y\"\n");
        formats("#* a  \n   b *#\na() = 1\n", "#* a\n   b *#\na() = 1\n");
    }

    @Test void a_text_that_does_not_parse_keeps_its_layout() { formats("a( = {  \n     x\n", "a( = {\n     x\n"); }

    @Test void nothing_stays_nothing() { formats("  \n\n", ""); }

    /** All programs of ours: the layout changes no tree, and formatting twice is formatting once. */
    @Test void programs_keep_their_meaning() throws IOException {
        int laidOut = 0;
        for (Path file : programs()) {
            String text = Files.readString(file);
            String once = Formatter.format(text);
            assertThat(Formatter.format(once)).as("%s, twice", file).isEqualTo(once);
            assertThat(tree(once)).as("%s", file).isEqualTo(tree(text));
            assertThat(comments(once)).as("%s", file).isEqualTo(comments(text));
            if (!once.equals(text)) laidOut++;
        }
        assertThat(laidOut).isPositive();
    }

    private static List<Path> programs() throws IOException {
        try (Stream<Path> golden = Files.walk(Path.of("src/test/resources/golden")); Stream<Path> library = Files.walk(Path.of("src/main/resources"))) {
            return Stream.concat(golden, library).filter(f -> f.toString().endsWith(".nos")).toList();
        }
    }

    private static List<String> tree(String text) {
        var parsed = Parser.parse(new SourceFile("", text));
        if (parsed.diagnostics().stream().anyMatch(Diagnostic::isError)) return List.of();
        return parsed.module().items().stream().map(TreePrinter::print).toList();
    }

    private static List<String> comments(String text) {
        return Lexer.tokenize(new SourceFile("", text)).tokens().stream()
                .filter(t -> t.kind() == TokenKind.COMMENT)
                .map(t -> text.substring(t.start(), t.end()).replaceAll("[ \\t\\r]+(?=\\n|$)", "")).toList();
    }
}
