package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.FlowEvent;
import java.util.Locale;
import java.util.stream.Collectors;

/** The message picture in words, and as a diagram for Mermaid (mermaid.js.org, sequence diagrams). */
public final class FlowText {
    private FlowText() {}

    static FlowRow row(FlowEvent e, FlowNames names) {
        String text = switch (e.kind()) {
            case TAKEN, QUEUED, UNREAD, LOST -> e.value().text();
            case SPAWNED -> "starts " + names.title(e.to());
            case EXITED, CRASHED -> (e.kind() == FlowEvent.Kind.CRASHED ? "crashes: " : "ends: ") + e.text();
        };
        return new FlowRow(e, -1, -1, text, String.format(Locale.ROOT, "%.3f", e.atMillis() / 1000.0), line(e, text));
    }

    private static String line(FlowEvent e, String text) {
        String remark = remark(e.kind());
        if (e.isMessage()) return FlowNames.pid(e.from()) + " -> " + FlowNames.pid(e.to()) + ": " + text + (remark.isEmpty() ? "" : "  (" + remark + ")");
        return FlowNames.pid(e.from()) + " " + text;
    }

    /** What has become of a message, unless it was taken as messages are. */
    public static String remark(FlowEvent.Kind kind) {
        return switch (kind) {
            case QUEUED -> "still queued";
            case UNREAD -> "never taken: the receiver has ended";
            case LOST -> "lost: the receiver was dead";
            case TAKEN, SPAWNED, EXITED, CRASHED -> "";
        };
    }

    /** A line for each row. */
    public static String lines(FlowPicture picture) {
        return picture.rows().stream().map(FlowRow::line).collect(Collectors.joining("\n"));
    }

    /** A sequence diagram that Mermaid draws, with the same life lines. */
    public static String mermaid(FlowPicture picture) {
        var text = new StringBuilder("sequenceDiagram\n");
        if (picture.rows().stream().anyMatch(row -> row.from() < 0)) text.append("    participant machine\n");
        for (int i = 0; i < picture.lanes().size(); i++) {
            text.append("    participant ").append(id(picture, i)).append(" as ").append(escaped(picture.lanes().get(i).title())).append('\n');
        }
        for (FlowRow row : picture.rows()) text.append("    ").append(statement(picture, row)).append('\n');
        return text.toString();
    }

    private static String statement(FlowPicture picture, FlowRow row) {
        String from = id(picture, row.from());
        String to = id(picture, row.to());
        String said = escaped(row.text());
        return switch (row.event().kind()) {
            case TAKEN -> from + "->>" + to + ": " + said;
            case QUEUED -> from + "-)" + to + ": " + said + " (still queued)";
            case UNREAD, LOST -> from + "-x" + to + ": " + said + " (" + (row.event().kind() == FlowEvent.Kind.LOST ? "lost" : "never taken") + ")";
            case SPAWNED -> from + "-->>" + to + ": " + said;
            case EXITED, CRASHED -> "Note over " + to + ": " + said;
        };
    }

    private static String id(FlowPicture picture, int lane) {
        if (lane < 0) return "machine";
        return picture.lanes().get(lane).isOthers() ? "others" : "p" + picture.lanes().get(lane).pid();
    }

    /** Mermaid reads these characters as its own; it has entities for them. */
    private static String escaped(String text) {
        return text.replace("#", "#35;").replace(";", "#59;").replace("#35#59;", "#35;").replace("<", "#lt;").replace(">", "#gt;").replace('\n', ' ');
    }
}
