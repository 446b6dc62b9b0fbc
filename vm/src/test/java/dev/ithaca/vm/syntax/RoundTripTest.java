package dev.ithaca.vm.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that must hold for every text: parsing is total, and what parses survives printing. */
class RoundTripTest {
    private static final List<String> PIECES = List.of("f", "x", "Foo", "_", "1", "2.5", "3u8", "\"s\"", "'c'", "\"a${x}\"", "true",
            "(", ")", "[", "]", "{", "}", "%{", "#{", ",", ":", ";", "|", "->", "=>", "=", "+", "-", "*", "**", "++", "::", "==", "<", "&&",
            "!", "|>", "<-", "?", ".", "..", "..=", "^", "~", "@", "+=", "\n", "\n", "if", "then", "else", "match", "try", "catch",
            "finally", "do", "end", "while", "for", "to", "break", "return", "spawn", "receive", "after", "quote", "var", "type", "trait",
            "module", "use", "pub", "when", "mvar", "const", "test", "self", "&", "\"${", "'");

    private static ParseResult parse(String text) { return Parser.parse(new SourceFile("t.nos", text)); }

    static String sample() throws IOException {
        try (InputStream in = RoundTripTest.class.getResourceAsStream("every-form.nos")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRoundTrip(ParseResult first) {
        String printed = TreePrinter.print(first.module());
        ParseResult second = parse(printed);
        assertThat(second.diagnostics()).as(printed).noneMatch(Diagnostic::isError);
        assertThat(Structure.of(second.module().items())).as(printed).isEqualTo(Structure.of(first.module().items()));
    }

    @Test
    void everyFormSurvivesPrinting() throws IOException {
        ParseResult result = parse(sample());
        assertThat(result.diagnostics()).isEmpty();
        assertRoundTrip(result);
    }

    @Test
    void printedTextIsStable() throws IOException {
        String once = TreePrinter.print(parse(sample()).module());
        assertThat(TreePrinter.print(parse(once).module())).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedProgramsNeverBreakTheParser(long seed) throws IOException {
        String sample = sample();
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            StringBuilder text = new StringBuilder(sample);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
                else text.insert(at, " " + PIECES.get(random.nextInt(PIECES.size())) + " ");
            }
            checkTotal(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void randomTokensNeverBreakTheParser(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "f(x) = { " : "");
            for (int n = random.nextInt(40); n > 0; n--) text.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
            checkTotal(text.toString());
        }
    }

    @Test
    void randomCharactersNeverBreakTheLexer() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(200); n > 0; n--) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 9 + random.nextInt(118)));
            }
            checkTotal(text.toString());
        }
    }

    /** Findings have places in the text and can be drawn; a program without errors survives printing. */
    private static void checkTotal(String text) {
        ParseResult result = parse(text);
        DiagnosticRenderer renderer = new DiagnosticRenderer(false);
        for (Diagnostic diagnostic : result.diagnostics()) {
            assertThat(diagnostic.span().start()).as(text).isBetween(0, text.length());
            assertThat(diagnostic.span().end()).as(text).isBetween(diagnostic.span().start(), text.length());
            assertThat(renderer.render(diagnostic)).contains(diagnostic.message());
        }
        if (!result.hasErrors()) assertRoundTrip(result);
    }
}
