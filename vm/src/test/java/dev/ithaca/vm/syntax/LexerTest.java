package dev.ithaca.vm.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.TokenKind.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
    private static LexResult lex(String text) { return Lexer.tokenize(new SourceFile("t.nos", text)); }

    private static List<String> spellings(String text) {
        return lex(text).tokens().stream().filter(token -> token.kind() != TokenKind.END_OF_INPUT).map(Token::text).toList();
    }

    private static List<String> errors(String text) { return lex(text).diagnostics().stream().map(Diagnostic::message).toList(); }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "1..5; 1 .. 5", "a..=b; a ..= b", "t.0.1; t . 0.1", "1e5; 1 e5", "1.5e-3x; 1.5e-3 x", "0xFFn; 0xFF n", "42i64; 42 i64",
        "42u64; 42u64", "42f32; 42 f32", "4.2f32; 4.2f32", "3d; 3d", "1_0.2_5; 1_0.2_5", "1.foo; 1 . foo", "a<-b; a <- b",
        "a<=b; a <= b", "x|>y; x |> y", "a||b|c; a || b | c", "a**b*c; a ** b * c", "empty?; empty ?", "x::y:z; x :: y : z",
        "=>==; => ==", "_x __ _; _x __ _", "a+=1; a += 1", "0b102; 0b10 2"})
    void longestMatchWins(String text, String expected) { assertThat(spellings(text)).containsExactly(expected.split(" ")); }

    @Test
    void newlineRunsAreOneToken() {
        assertThat(lex("a\n\n\nb").tokens()).extracting(Token::kind)
                .containsExactly(TokenKind.LOWER, TokenKind.NEWLINE, TokenKind.LOWER, TokenKind.END_OF_INPUT);
    }

    @Test
    void commentsAreKeptForEditors() {
        assertThat(lex("a # rest\n#* in * here *# b #{1} #").tokens()).extracting(token -> token.kind().category())
                .containsExactly(Category.IDENTIFIER, Category.COMMENT, Category.NEWLINE, Category.COMMENT, Category.IDENTIFIER,
                        Category.PUNCTUATION, Category.PUNCTUATION, Category.NUMBER, Category.PUNCTUATION, Category.COMMENT, Category.END);
    }

    @Test
    void starsPairUpInBlockComments() {
        assertThat(spellings("#* a **# b *# c")).containsExactly("#* a **# b *#", "c");
        assertThat(spellings("#* a ***# c")).containsExactly("#* a ***#", "c");
    }

    @Test
    void oneUnitBetweenSingleQuotesIsACharacter() {
        assertThat(lex("'x' 'é' '\\n' '😀' 'xy' '\\n\\n'").tokens()).extracting(Token::kind).containsExactly(TokenKind.CHAR,
                TokenKind.CHAR, TokenKind.CHAR, TokenKind.CHAR, TokenKind.STRING, TokenKind.STRING, TokenKind.END_OF_INPUT);
        assertThat(lex("'😀'").tokens().getFirst().value()).isEqualTo(new Token.CharValue(0x1F600));
    }

    @Test
    void unknownEscapesStayInStrings() {
        Token token = lex("\"a\\tb \\q \\\\n\"").tokens().getFirst();
        assertThat(((Token.StringValue) token.value()).text().value()).isEqualTo("a\tb \\q \\n");
    }

    @Test
    void interpolationsArePlacedInTheFileDespiteEscapes() {
        SourceFile file = new SourceFile("t.nos", "\"\\t${f(\\\"}\\\", x)} ${\"in${y}\"}\"");
        Token token = Lexer.tokenize(file).tokens().getFirst();
        List<StringText.Interpolation> found = ((Token.StringValue) token.value()).text().interpolations();
        assertThat(found).extracting(StringText.Interpolation::code).containsExactly("f(\"}\", x)", "\"in${y}\"");
        assertThat(found).extracting(part -> file.text().substring(part.span().start(), part.span().end()))
                .containsExactly("${f(\\\"}\\\", x)}", "${\"in${y}\"}");
        Token x = Lexer.tokenize(file, found.getFirst()).tokens().get(4);
        assertThat(x.text()).isEqualTo("x");
        assertThat(file.text().substring(x.start(), x.end())).isEqualTo("x");
    }

    @Test
    void mistakesAreErrorsWithAPlace() {
        assertThat(errors("a & b")).containsExactly("unexpected character `&`");
        assertThat(errors("x = \"abc\ny = 1")).containsExactly("unterminated string literal");
        assertThat(errors("x = 'abc")).containsExactly("unterminated character or string literal");
        assertThat(errors("''")).containsExactly("empty character literal");
        assertThat(errors("'\\q'")).containsExactly("unknown escape `\\q` in character literal");
        assertThat(errors("a #* b")).containsExactly("unterminated block comment: `*#` is missing");
        assertThat(errors("300u8")).containsExactly("integer literal `300u8` is out of range for UInt8 (valid range: 0 to 255)");
        assertThat(errors("9223372036854775808")).singleElement().asString().contains("out of range for Int ");
        assertThat(lex("ab\n  & c").diagnostics().getFirst().span()).isEqualTo(new Span(5, 6));
    }

    @Test
    void mostNegativeNumbersAreLiterals() {
        assertThat(errors("x = -128i8 + -9223372036854775808")).isEmpty();
        assertThat(errors("x - 128i8")).hasSize(1);
    }

    @Test
    void codeAfterAnUnterminatedStringIsStillRead() {
        assertThat(spellings("x = \"abc\ny = 1")).endsWith("newline", "y", "=", "1");
    }
}
