package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStart;
import dev.ithaca.vm.inspect.SourceNames;
import dev.ithaca.vm.inspect.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A test block that starts a process once more, sends it what it got, and expects it to end in the same way, or to live on. */
public final class TestText {
    private static final int END_PATIENCE_MILLIS = 5_000;
    private static final int LIFE_MILLIS = 500;

    private final ProcessInfo process;
    private final ProcessStart start;
    private final SourceNames names;
    private final String started;
    private final String reference;
    private final String reason;

    private TestText(ProcessInfo process, ProcessStart start) {
        this.process = process;
        this.start = start;
        names = new SourceNames(start.module(), start.values().stream().map(ProcessStart.Variable::name).collect(Collectors.toSet()));
        started = names.process(process.pid());
        reference = names.free("ref");
        reason = names.free("reason");
    }

    /** @param start without a problem */
    public static String of(ProcessSnapshot snapshot, ProcessStart start) { return new TestText(snapshot.info(), start).write(snapshot); }

    private String write(ProcessSnapshot snapshot) {
        var lines = new ArrayList<String>();
        for (ProcessStart.Variable variable : start.values()) {
            lines.add((variable.assigned() ? "var " : "") + variable.name() + " = " + variable.value().source(names));
        }
        lines.add("(" + started + ", " + reference + ") = spawn_monitor" + (start.text().startsWith("{") ? " " + start.text() : "(" + start.text() + ")"));
        KnownMessages.of(snapshot).forEach(message -> lines.add(started + " <- " + message.source(names)));
        long unread = (long) snapshot.info().mailboxLength() - snapshot.mailbox().size();
        if (unread > 0) lines.add("# " + Format.count(unread) + " more messages were queued");
        expect(lines);
        lines.addAll(0, placeholders());
        return "# Belongs into " + start.file() + ", where " + Format.pid(process.pid()) + " was started. Sent again are the messages that it had\n"
                + "# not taken, and the last ones of those it had, as far as they are known.\n"
                + "test \"" + process.initialFunction() + (process.alive() ? " lives on as " : " ends as ") + Format.pid(process.pid()) + " did\" = {\n"
                + lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining()) + "}\n";
    }

    /** The test itself stands for the other processes; what else could not be written down fails it, with a word on what is missing. */
    private List<String> placeholders() {
        return names.placeholders().stream().filter(p -> !p.name().equals(started)).map(p -> p.process()
                ? p.name() + " = self()  # instead of " + p.meaning()
                : p.name() + " = panic(" + SourceText.quoted("write here: " + p.meaning()) + ")").toList();
    }

    private void expect(List<String> lines) {
        String down = "    Down(^" + reference + ", _, " + reason + ") -> ";
        if (process.alive()) {
            lines.add("receive {");
            lines.add(down + "panic(\"it ended: \" ++ show(" + reason + "))");
            lines.add("    after " + LIFE_MILLIS + " -> Process.kill(" + started + ")");
        } else {
            if (process.exitReason().equals("killed")) lines.add("Process.kill(" + started + ")");
            lines.add("receive {");
            lines.add(down + "assert_eq(" + reason + ", " + expected() + ")");
            lines.add("    after " + END_PATIENCE_MILLIS + " -> panic(\"it has not ended\")");
        }
        lines.add("}");
    }

    private String expected() {
        return switch (process.exitReason()) {
            case "normal" -> "Normal";
            case "shutdown" -> "Shutdown";
            case String text -> "Error(" + SourceText.quoted(text) + ")";
        };
    }
}
