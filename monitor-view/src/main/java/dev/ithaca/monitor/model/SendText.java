package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.SourceNames;
import dev.ithaca.vm.inspect.ValueView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lines of the language that send messages again, to a process called {@code pid}. */
public final class SendText {
    private static final String TARGET = "pid";

    private SendText() {}

    /** What a process is known to have got; empty if that is nothing. */
    public static String of(ProcessSnapshot snapshot) {
        return KnownMessages.of(snapshot).stream().map(SendText::of).collect(Collectors.joining("\n"));
    }

    /** One message; a comment says what the names in it stand for. */
    public static String of(ValueView message) {
        var names = new SourceNames("", Set.of(TARGET));
        String line = TARGET + " <- " + message.source(names);
        List<SourceNames.Placeholder> unmade = names.placeholders();
        return unmade.isEmpty() ? line
                : line + unmade.stream().map(p -> p.name() + " is " + p.meaning()).collect(Collectors.joining(", ", "  # ", ""));
    }
}
