package dev.ithaca.vm.syntax;

import java.util.HashMap;
import java.util.Map;

/** The kinds of tokens of chapter 1, section 1; keywords, operators and punctuation have a fixed text. */
public enum TokenKind {
    TYPE("type", Category.KEYWORD), REACTIVE("reactive", Category.KEYWORD), VAR("var", Category.KEYWORD),
    MVAR("mvar", Category.KEYWORD), CONST("const", Category.KEYWORD), IF("if", Category.KEYWORD),
    THEN("then", Category.KEYWORD), ELSE("else", Category.KEYWORD), MATCH("match", Category.KEYWORD),
    WHEN("when", Category.KEYWORD), TRAIT("trait", Category.KEYWORD), MODULE("module", Category.KEYWORD),
    END("end", Category.KEYWORD), USE("use", Category.KEYWORD), IMPORT("import", Category.KEYWORD),
    PRIVATE("private", Category.KEYWORD), PUB("pub", Category.KEYWORD), SELF("self", Category.KEYWORD),
    SELF_TYPE("Self", Category.KEYWORD), TRY("try", Category.KEYWORD), CATCH("catch", Category.KEYWORD),
    FINALLY("finally", Category.KEYWORD), DO("do", Category.KEYWORD), WHILE("while", Category.KEYWORD),
    FOR("for", Category.KEYWORD), TO("to", Category.KEYWORD), BREAK("break", Category.KEYWORD),
    CONTINUE("continue", Category.KEYWORD), RETURN("return", Category.KEYWORD), SPAWN("spawn", Category.KEYWORD),
    SPAWN_LINK("spawn_link", Category.KEYWORD), SPAWN_MONITOR("spawn_monitor", Category.KEYWORD),
    RECEIVE("receive", Category.KEYWORD), AFTER("after", Category.KEYWORD), PANIC("panic", Category.KEYWORD),
    NOT("not", Category.KEYWORD), EXTERN("extern", Category.KEYWORD), FROM("from", Category.KEYWORD),
    TEST("test", Category.KEYWORD), QUOTE("quote", Category.KEYWORD), TEMPLATE("template", Category.KEYWORD),
    TRUE("true", Category.KEYWORD), FALSE("false", Category.KEYWORD),

    PLUS("+", Category.OPERATOR), MINUS("-", Category.OPERATOR), STAR("*", Category.OPERATOR),
    SLASH("/", Category.OPERATOR), PERCENT("%", Category.OPERATOR), POWER("**", Category.OPERATOR),
    EQ("==", Category.OPERATOR), NE("!=", Category.OPERATOR), LT("<", Category.OPERATOR),
    GT(">", Category.OPERATOR), LE("<=", Category.OPERATOR), GE(">=", Category.OPERATOR),
    AND("&&", Category.OPERATOR), OR("||", Category.OPERATOR), BANG("!", Category.OPERATOR),
    CONCAT("++", Category.OPERATOR), CONS("::", Category.OPERATOR), PIPE_GT("|>", Category.OPERATOR),
    ASSIGN("=", Category.OPERATOR), PLUS_ASSIGN("+=", Category.OPERATOR), MINUS_ASSIGN("-=", Category.OPERATOR),
    STAR_ASSIGN("*=", Category.OPERATOR), SLASH_ASSIGN("/=", Category.OPERATOR), SEND("<-", Category.OPERATOR),
    ARROW("->", Category.OPERATOR), FAT_ARROW("=>", Category.OPERATOR), QUESTION("?", Category.OPERATOR),
    CARET("^", Category.OPERATOR), TILDE("~", Category.OPERATOR), AT("@", Category.OPERATOR),
    RANGE("..", Category.OPERATOR), RANGE_INCLUSIVE("..=", Category.OPERATOR), BAR("|", Category.OPERATOR),
    DOLLAR("$", Category.OPERATOR),

    DOT(".", Category.PUNCTUATION), COMMA(",", Category.PUNCTUATION), SEMICOLON(";", Category.PUNCTUATION),
    COLON(":", Category.PUNCTUATION), UNDERSCORE("_", Category.PUNCTUATION), HASH("#", Category.PUNCTUATION),
    LEFT_PAREN("(", Category.PUNCTUATION), RIGHT_PAREN(")", Category.PUNCTUATION),
    LEFT_BRACKET("[", Category.PUNCTUATION), RIGHT_BRACKET("]", Category.PUNCTUATION),
    LEFT_BRACE("{", Category.PUNCTUATION), RIGHT_BRACE("}", Category.PUNCTUATION),

    LOWER(null, Category.IDENTIFIER), UPPER(null, Category.UPPER_IDENTIFIER), INT(null, Category.NUMBER),
    FLOAT(null, Category.NUMBER), STRING(null, Category.STRING), CHAR(null, Category.CHAR),
    COMMENT(null, Category.COMMENT), NEWLINE("newline", Category.NEWLINE), ERROR(null, Category.ERROR),
    END_OF_INPUT(null, Category.END);

    /** What an editor wants to know about a token. */
    public enum Category {
        KEYWORD, IDENTIFIER, UPPER_IDENTIFIER, NUMBER, STRING, CHAR, COMMENT, OPERATOR, PUNCTUATION, NEWLINE, ERROR, END
    }

    private static final Map<String, TokenKind> KEYWORDS = keywords();

    private final String text;
    private final Category category;

    TokenKind(String text, Category category) {
        this.text = text;
        this.category = category;
    }

    /** The fixed spelling ({@code newline} for line ends), or null where the spelling varies. */
    public String text() { return text; }

    public Category category() { return category; }

    /** The keyword spelled like this, or null. */
    public static TokenKind keyword(String spelling) { return KEYWORDS.get(spelling); }

    private static Map<String, TokenKind> keywords() {
        Map<String, TokenKind> found = new HashMap<>();
        for (TokenKind kind : values()) if (kind.category == Category.KEYWORD) found.put(kind.text, kind);
        return Map.copyOf(found);
    }

    boolean opensBracket() { return this == LEFT_PAREN || this == LEFT_BRACKET || this == LEFT_BRACE; }

    boolean closesBracket() { return this == RIGHT_PAREN || this == RIGHT_BRACKET || this == RIGHT_BRACE; }
}
