package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.Locale;

/**
 * Splits HTML into tags, texts and comments; never fails. Tokens are tuples (kind, name or text, attributes, self-closing)
 * with kinds 0 start tag, 1 end tag, 2 text, 3 comment, 4 doctype.
 */
final class HtmlTokenizer {
    private static final long START_TAG = 0;
    private static final long END_TAG = 1;
    private static final long TEXT = 2;
    private static final long COMMENT = 3;
    private static final long DOCTYPE = 4;

    private final String html;
    private final ListValue.Builder tokens = new ListValue.Builder();
    private int at;

    HtmlTokenizer(String html) { this.html = html; }

    ListValue tokens() {
        int textStart = 0;
        while (at < html.length()) {
            int start = at;
            Tuple markup = html.charAt(at) == '<' ? markup() : null;
            if (markup == null) {
                at = start + 1;
                continue;
            }
            addText(textStart, start);
            tokens.add(markup);
            textStart = at;
        }
        addText(textStart, html.length());
        return tokens.build();
    }

    private void addText(int start, int end) {
        if (end > start) tokens.add(token(TEXT, html.substring(start, end), ListValue.EMPTY, false));
    }

    private static Tuple token(long kind, String text, ListValue attributes, boolean selfClosing) {
        return new Tuple(kind, text, attributes, selfClosing);
    }

    /** Reads what begins with the angle bracket here; null if that is just a character. */
    private Tuple markup() {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at + 4);
            String text = html.substring(at + 4, end < 0 ? html.length() : end);
            at = end < 0 ? html.length() : end + 3;
            return token(COMMENT, text, ListValue.EMPTY, false);
        }
        if (html.startsWith("<!", at)) {
            int end = html.indexOf('>', at);
            String text = html.substring(at + 2, end < 0 ? html.length() : end);
            at = end < 0 ? html.length() : end + 1;
            return token(DOCTYPE, text, ListValue.EMPTY, false);
        }
        boolean closing = html.startsWith("</", at);
        at += closing ? 2 : 1;
        skipSpace();
        if (at == html.length() || !Character.isLetter(html.charAt(at))) return null;
        return tag(closing);
    }

    private Tuple tag(boolean closing) {
        String name = name();
        var attributes = new ListValue.Builder();
        boolean selfClosing = false;
        while (true) {
            skipSpace();
            if (at == html.length()) break;
            char c = html.charAt(at);
            if (c == '>') {
                at++;
                break;
            }
            if (c == '/') {
                selfClosing = at + 1 < html.length() && html.charAt(at + 1) == '>';
                at++;
            } else {
                attributes.add(attribute());
            }
        }
        return token(closing ? END_TAG : START_TAG, name, closing ? ListValue.EMPTY : attributes.build(), selfClosing);
    }

    private Tuple attribute() {
        String name = name();
        if (name.isEmpty()) name = String.valueOf(html.charAt(at++));
        skipSpace();
        if (at == html.length() || html.charAt(at) != '=') return new Tuple(name, "");
        at++;
        skipSpace();
        if (at == html.length()) return new Tuple(name, "");
        char quote = html.charAt(at);
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, at + 1);
            String value = html.substring(at + 1, end < 0 ? html.length() : end);
            at = end < 0 ? html.length() : end + 1;
            return new Tuple(name, value);
        }
        int start = at;
        while (at < html.length() && html.charAt(at) != '>' && !Strings.isWhiteSpace(html.charAt(at))) at++;
        return new Tuple(name, html.substring(start, at));
    }

    private String name() {
        int start = at;
        while (at < html.length() && "=>/\"'".indexOf(html.charAt(at)) < 0 && !Strings.isWhiteSpace(html.charAt(at))) at++;
        return html.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private void skipSpace() { while (at < html.length() && Strings.isWhiteSpace(html.charAt(at))) at++; }
}
