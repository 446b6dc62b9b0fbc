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

    private static final TokenSet CONDITIONS = TokenSet.of(IF, WHILE, AND, OR);
    /** Functions that other languages call without parentheses. */
    private static final Set<String> CALLED = Set.of("print", "println", "throw", "panic", "assert");

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

        boolean isLiteral(int distance) {
            Category category = before(distance).category();
            return category == Category.STRING || category == Category.NUMBER || category == Category.CHAR;
        }

        /** {@code (x -> x + 1)} and {@code (x -> 1)}: the arrow is taken for that of a result type. */
        boolean arrowOfFunction() {
            int arrow = before(1) == ARROW ? 1 : 2;
            if (before(arrow) != ARROW) return false;
            int open = before(arrow + 1) == RIGHT_PAREN ? tokens.partner(index - arrow - 1) : index - arrow - 1;
            return open > 0 && (before(arrow + 1) == LOWER || before(arrow + 1) == RIGHT_PAREN)
                    && (tokens.kind(open - 1) == LEFT_PAREN || tokens.kind(open - 1) == COMMA);
        }

        /** Whether the bracket or comma so far back stands where an entry of a map begins. */
        boolean opensMap(int distance) {
            int open = index - distance;
            while (open > 0 && tokens.kind(open) != LEFT_BRACE) open--;
            return (before(distance) == LEFT_BRACE || before(distance) == COMMA) && open > 0 && tokens.kind(open - 1) == PERCENT;
        }

        /** The token so far before the braces that end just here. */
        TokenKind beforeBraces(int distance) {
            int open = before(1) == RIGHT_BRACE ? tokens.partner(index - 1) : -1;
            return open >= distance ? tokens.kind(open - distance) : NEWLINE;
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
            new Form(a -> a.found() == IMPORT, "names of other modules come with `use module.*` or `use module.{name}`"),
            new Form(a -> a.found() == ASSIGN && a.before(1) == COLON, "`name = value` binds, `var name = value` can change"),
            new Form(a -> a.found() == ASSIGN && CONDITIONS.contains(a.before(2)), "equality is written `==`"),
            new Form(Around::arrowOfFunction, "a function is written `x => ...` or `(x, y) => ...`"),
            new Form(a -> a.before(2) == FAT_ARROW && a.opensMap(4), "an entry of a map is written `key: value`"),
            new Form(a -> a.found() == LOWER && (a.before(1) == TYPE || a.before(1) == TRAIT || a.before(1) == MODULE),
                    "this name begins with a capital letter"),
            new Form(a -> a.found() == BAR && a.before(2) == ASSIGN && a.before(4) == TYPE, "names of constructors begin with a capital letter"),
            new Form(a -> a.beforeBraces(2) == TYPE, "a type is written `type Name = { field: Type }`"),
            new Form(a -> a.beforeBraces(1) == UPPER && a.beforeBraces(2) != MATCH || a.found() == LEFT_BRACE && a.before(1) == UPPER,
                    "a record is made with parentheses: `Name(field: value)`"),
            new Form(a -> a.isLiteral(0) && a.isWord(1, CALLED) || a.isLiteral(1) && a.isWord(2, CALLED),
                    "a call has parentheses: `println(value)`"),
            new Form(a -> a.before(4) == QUESTION && a.before(2) == COLON, "a choice is written `if condition then a else b`"),
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
