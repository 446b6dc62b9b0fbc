package dev.ithaca.ide.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of code to be filled in.
 *
 * @param name what is typed for it
 * @param about what it is for, in words
 * @param body with its blanks written {@code <name>}; the caret goes to {@code <>} in the end
 */
record Snippet(String name, String about, String body) {
    private static final Pattern BLANK = Pattern.compile("<([A-Za-z_ ]*)>");

    static final List<Snippet> ALL = List.of(
            new Snippet("main", "the function a program starts with", """
                    main() = {
                        <>
                    }"""),
            new Snippet("receive", "wait for a message", """
                    receive {
                        <message> -> <>
                    }"""),
            new Snippet("receive after", "wait for a message, but not for ever", """
                    receive {
                        <message> -> <result>
                        after <milliseconds> -> <>
                    }"""),
            new Snippet("match", "choose by what a value looks like", """
                    match <value> {
                        <pattern> -> <result>
                        _ -> <>
                    }"""),
            new Snippet("spawn", "start a process", """
                    <worker> = spawn { <> }"""),
            new Snippet("server", "a process that keeps a state and answers", """
                    <name>(state) = receive {
                        (sender, request) -> {
                            sender <- <answer>
                            <name>(state)
                        }
                    }"""),
            new Snippet("supervise", "start a process again when it dies", """
                    <name>(restarts) = {
                        (worker, watch) = spawn_monitor { <work> }
                        receive {
                            Down(_, _, reason) -> {
                                println("restart ${restarts + 1}")
                                <name>(restarts + 1)
                            }
                        }
                    }"""),
            new Snippet("type", "a type of several kinds", """
                    type <Name> = <First> | <Second>"""),
            new Snippet("for", "count", """
                    for <i> = 0 to <last> {
                        <>
                    }"""),
            new Snippet("try", "catch what is thrown", """
                    try {
                        <body>
                    } catch {
                        <error> -> <>
                    }"""),
            new Snippet("test", "a test", """
                    test "<what holds>" = {
                        assert(<>)
                    }"""));

    /** A stretch of the filled-out text. @param end exclusive */
    record Blank(String name, int start, int end) {}

    /** @param caret where it goes after the last blank */
    record Expansion(String text, List<Blank> blanks, int caret) {}

    /** The body with the names of its blanks in place, each line after the first indented. */
    Expansion expand(String indent) {
        StringBuilder text = new StringBuilder();
        List<Blank> blanks = new ArrayList<>();
        int caret = -1;
        String indented = body.replace("\n", "\n" + indent);
        Matcher matcher = BLANK.matcher(indented);
        int from = 0;
        while (matcher.find()) {
            text.append(indented, from, matcher.start());
            String blank = matcher.group(1);
            if (blank.isEmpty()) caret = text.length();
            else blanks.add(new Blank(blank, text.length(), text.length() + blank.length()));
            text.append(blank);
            from = matcher.end();
        }
        text.append(indented.substring(from));
        return new Expansion(text.toString(), List.copyOf(blanks), caret < 0 ? text.length() : caret);
    }
}
