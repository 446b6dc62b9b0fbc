package dev.ithaca.vm.syntax;

import static dev.ithaca.vm.syntax.TokenKind.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises forms that people bring along from other languages, and says how Nostos spells them. */
final class FamiliarForms {
    /** What comes after a name, but not after most keywords. */
    private static final TokenSet AFTER_NAMES = TokenSet.of(RIGHT_PAREN, RIGHT_BRACKET, COMMA, ASSIGN, COLON, ARROW, FAT_ARROW, DOT, PLUS_ASSIGN, MINUS_ASSIGN);
    private static final TokenSet OPERATORS_BETWEEN =
            TokenSet.of(PLUS, STAR, SLASH, PERCENT, AND, OR, CONCAT, PIPE_GT, EQ, NE, LE, GE);

    /** A form, recognised around the token that did not fit. */
    private record Form(Sign sign, String help) {}

    private interface Sign {
        boolean at(Around around);
    }

    /** The token that did not fit, and those around it. */
    private record Around(TokenBuffer tokens, int index) {
        TokenKind found() { return tokens.kind(index); }

        TokenKind before(int distance) { return index >= distance ? tokens.kind(index - distance) : NEWLINE; }

        boolean isWord(int distance, Set<String> words) {
            return before(distance) == LOWER && words.contains(tokens.get(index - distance).text());
        }

        boolean keywordForName() {
            return found().category() == Category.KEYWORD && index + 1 < tokens.size() && AFTER_NAMES.contains(tokens.kind(index + 1));
        }

        boolean foundName() { return found() == LOWER || found() == UPPER; }

        boolean opensLine() { return before(1) == NEWLINE; }
    }

    private static final List<Form> FORMS = List.of(
            new Form(a -> a.foundName() && a.isWord(1, Set.of("let", "val", "def", "fn", "fun", "func", "function")),
                    "no keyword is needed: `name = value` binds, `var name = value` can change, `name(a, b) = body` is a function"),
            new Form(a -> a.before(1) == CATCH, "handlers are arms in braces: `try { ... } catch { error -> ... }`"),
            new Form(a -> a.before(2) == FOR && a.isWord(0, Set.of("in")),
                    "`for` counts: `for i = 0 to n { ... }`; `xs.each(x => ...)` goes through a list"),
            new Form(a -> a.found() == FAT_ARROW, "an arm is written `pattern -> expression`; `=>` makes functions"),
            new Form(a -> a.isWord(1, Set.of("elif", "elsif", "elseif")), "write `else if condition then ...`"),
            new Form(a -> a.isWord(1, Set.of("and")), "write `&&`"),
            new Form(a -> a.isWord(1, Set.of("or")), "write `||`"),
            new Form(a -> a.found() == BAR && a.before(1) == LEFT_PAREN, "a function is written `x => ...` or `(x, y) => ...`"),
            new Form(a -> a.before(2) == MVAR && a.found() == ASSIGN, "a module variable names its type: `mvar name: Type = value`"),
            new Form(a -> a.opensLine() && OPERATORS_BETWEEN.contains(a.found()),
                    "an expression goes on in the next line if the operator ends its line, not if it begins the next"),
            new Form(a -> a.before(3) == QUESTION && a.before(1) == COLON, "a choice is written `if condition then a else b`"),
            new Form(Around::keywordForName, "this word is a keyword: take another name"));

    private FamiliarForms() {}

    /** How to write what the text around the token at {@code index} seems to mean. */
    static Optional<String> help(TokenBuffer tokens, int index) {
        Around around = new Around(tokens, index);
        return FORMS.stream().filter(form -> form.sign.at(around)).map(Form::help).findFirst();
    }
}
