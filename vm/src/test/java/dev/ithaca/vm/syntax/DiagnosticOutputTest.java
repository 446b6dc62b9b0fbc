package dev.ithaca.vm.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Diagnostic.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticOutputTest {
    private static final DiagnosticRenderer PLAIN = new DiagnosticRenderer(false);

    private static String firstOf(String program) {
        return PLAIN.render(Parser.parse(new SourceFile("demo.nos", program)).diagnostics().getFirst());
    }

    /** Text blocks cannot show blanks at line ends; the renderer's are part of its layout but not of these snapshots. */
    private static String trimmed(String drawing) { return drawing.lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n"); }

    @Test
    void marksThePlaceUnderTheLine() {
        SourceFile file = new SourceFile("demo.nos", "main() = {\n  x = 1\n  x = 2\n}\n");
        Diagnostic error = Diagnostic.error(Phase.COMPILE, "B1", file, new Span(21, 26), "cannot reassign immutable variable 'x'")
                .withHelp("use `var`").withNotes("first\nsecond");
        assertThat(PLAIN.render(error)).isEqualTo("""
                Error: cannot reassign immutable variable 'x'
                   ╭─[demo.nos:3:3]
                   │
                 3 │   x = 2
                   │   ──┬──\040\040
                   │     ╰──── cannot reassign immutable variable 'x'
                   │\040
                   │ Help: use `var`
                   │\040
                   │ Note: first
                second
                ───╯
                """);
    }

    @Test
    void spansOverLinesHaveABar() {
        SourceFile file = new SourceFile("demo.nos", "main() = { if false then 1\n  2 }");
        Diagnostic error = Diagnostic.error(Phase.COMPILE, "T1", file, new Span(0, 32), "type mismatch").withHelp("add `else`");
        assertThat(trimmed(PLAIN.render(error))).isEqualTo("""
                Error: type mismatch
                   ╭─[demo.nos:1:1]
                   │
                 1 │ ╭─▶ main() = { if false then 1
                 2 │ ├─▶   2 }
                   │ │
                   │ ╰─────────── type mismatch
                   │
                   │     Help: add `else`
                ───╯
                """);
    }

    @Test
    void endOfInputHasNoLine() {
        assertThat(firstOf("main() = 3 4")).isEqualTo("""
                Error: expected one of `=`, `|`, `:`, found end of input
                   ╭─[demo.nos:1:13]
                   │
                   │\040
                ───╯
                """);
    }

    @Test
    void unclosedBracketsAreShown() {
        assertThat(trimmed(firstOf("main() = {\n  a = [1,\n    2\n  b = 3\n}\n"))).isEqualTo("""
                Error: unexpected `b` (expected expression or statement)
                   ╭─[demo.nos:4:3]
                   │
                 2 │   a = [1,
                   │       ┬
                   │       ╰── unclosed `[`
                   ┆
                 4 │   b = 3
                   │   ┬
                   │   ╰── unexpected `b` (expected expression or statement)
                   │
                   │ Help: make sure all brackets and delimiters are properly closed
                ───╯
                """);
    }

    @Test
    void columnsCountCharacters() {
        assertThat(trimmed(firstOf("main() = f(\"é😀\" 2)"))).contains("demo.nos:1:17]").contains("""
                 1 │ main() = f("é😀" 2)
                   │                 ┬
                """);
    }

    @Test
    void callingReceiveIsExplained() {
        assertThat(firstOf("main() = receive(x)")).contains("`receive` requires a block with pattern arms")
                .contains("│ Note: Did you mean to use `receive { msg -> msg }`");
    }

    @Test
    void keywordsAndBareImportsHaveTheirOwnMessages() {
        assertThat(firstOf("type P = {end: Int}")).startsWith("Error: 'end' is a reserved keyword\n");
        assertThat(firstOf("use util")).startsWith("Error: bare `use util` is not valid — use `use util.*` to import all public names");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " ~ ", textBlock = """
            main() = { let x = 1 } ~ no keyword is needed
            main() = try { 1 } catch e { 2 } ~ handlers are arms in braces
            main() = { for x in xs { } } ~ `for` counts
            main() = match 1 { 1 => 2 } ~ an arm is written `pattern -> expression`
            main() = if true then 1 elif false then 2 else 3 ~ write `else if
            main() = true and false ~ write `&&`
            main() = true or false ~ write `||`
            main() = [1].map(|x| x) ~ a function is written `x => ...`
            mvar c = 0 ~ a module variable names its type
            main() = [1].map(x -> x + 1) ~ a function is written `x => ...`
            main() = [1].map((x, y) -> x + y) ~ a function is written `x => ...`
            main() = [1].map(x -> 1) ~ a function is written `x => ...`
            main() = %{"a" => 1} ~ an entry of a map is written `key: value`
            main() = %{"a": 1, "b" => 2} ~ an entry of a map is written `key: value`
            main() = P { x: 1 } ~ a record is made with parentheses
            main() = { p = P { x: 1 } } ~ a record is made with parentheses
            type P { x: Int } ~ a type is written `type Name = { field: Type }`
            type point = { x: Int } ~ this name begins with a capital letter
            module geo end ~ this name begins with a capital letter
            type Color = red | green ~ names of constructors begin with a capital letter
            main() = { println "a" } ~ a call has parentheses
            main() = throw "a" ~ a call has parentheses
            main() = if x = 1 then 2 else 3 ~ equality is written `==`
            main() = { var x := 1 } ~ `name = value` binds
            import util ~ names of other modules come with `use module.*`
            main() = b ? 1 : 2 ~ a choice is written `if condition then a else b`
            main() = b ? 1 : c ~ a choice is written `if condition then a else b`
            main() = { after = 2 } ~ this word is a keyword: take another name
            f(x) = match x { [a | after] -> 1 } ~ this word is a keyword: take another name
            """)
    void formsOfOtherLanguagesAreTranslated(String program, String help) {
        assertThat(firstOf(program)).contains("│ Help: " + help);
    }

    @Test
    void operatorsEndTheirLine() {
        assertThat(firstOf("main() = {\n  1\n  + 2\n}")).contains("│ Help: an expression goes on in the next line");
    }

    @Test
    void colourOnlyAddsSequences() {
        Diagnostic error = Parser.parse(new SourceFile("demo.nos", "main() = f(1 2)")).diagnostics().getFirst();
        String coloured = new DiagnosticRenderer(true).render(error);
        assertThat(coloured).contains("\033[31m");
        assertThat(coloured.replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(PLAIN.render(error));
    }

    @Test
    void jsonHasPlacesAndOptionalParts() {
        SourceFile file = new SourceFile("demo.nos", "ab\ncd");
        Diagnostic error = Diagnostic.error(Phase.PARSE, "S1", file, new Span(3, 5), "say \"no\"\n")
                .withLabels(List.of(new Diagnostic.Label(file, new Span(0, 1), "here"))).withHelp("h").withNotes("n");
        assertThat(DiagnosticJson.toJson(error)).isEqualTo(
                "{\"file\":\"demo.nos\",\"line\":2,\"column\":1,\"endLine\":2,\"endColumn\":3,\"severity\":\"error\",\"kind\":\"parse\","
                + "\"message\":\"say \\\"no\\\"\\n\",\"hint\":\"h\",\"notes\":[\"n\"],"
                + "\"labels\":[{\"line\":1,\"column\":1,\"endLine\":1,\"endColumn\":2,\"message\":\"here\"}]}");
        assertThat(DiagnosticJson.toJson(Diagnostic.error(Phase.COMPILE, "N14", null, Span.NONE, "m")))
                .contains("\"line\":0,\"column\":0,\"endLine\":0,\"endColumn\":0").doesNotContain("hint");
    }
}
