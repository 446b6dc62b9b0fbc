package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStart;
import java.util.ArrayList;
import java.util.List;

/** The headings of what is known of a dead process, and the rows under them: all that is to be seen at one glance. */
final class EndSections {
    private final ValueTree tree;
    private final ProcessSnapshot snapshot;
    private final ProcessStart start;

    EndSections(ValueTree tree, ProcessSnapshot snapshot, ProcessStart start) {
        this.tree = tree;
        this.snapshot = snapshot;
        this.start = start;
    }

    List<ValueNode> rows() { return List.of(stack(), lastMessages(), unread(), started(), links()); }

    private ValueNode section(String key, String label, String text, List<ValueNode> rows) {
        return ValueNode.section(key, label, text, tree.isOpen(key, true), rows);
    }

    private ValueNode stack() {
        var frames = new ArrayList<ValueNode>();
        for (int i = 0; i < snapshot.frames().size(); i++) frames.add(tree.frame(snapshot, i));
        long hidden = snapshot.frameCount() - frames.size();
        if (hidden > 0) frames.add(ValueNode.note("frames", "and " + Format.count(hidden) + " more: see Stack"));
        return section("stack", "Stack", frames.isEmpty() ? "empty: its function had returned" : Format.plural(snapshot.frameCount(), "call"), frames);
    }

    private ValueNode lastMessages() {
        if (snapshot.recent().isEmpty()) return section("recent", "Took last", "no message that is known of", List.of());
        return section("recent", "Took last", Format.plural(snapshot.recent().size(), "message") + ", the newest first", tree.recent(snapshot.recent()));
    }

    private ValueNode unread() {
        int count = snapshot.info().mailboxLength();
        var rows = new ArrayList<ValueNode>();
        for (MessageView message : snapshot.mailbox()) rows.add(tree.message(message, rows.size() + 1, "u" + rows.size()));
        if (count > rows.size()) rows.add(ValueNode.note("unread/more", "and " + Format.count(count - rows.size()) + " more: see Mailbox"));
        return section("unread", "Had not taken", count == 0 ? "nothing" : Format.plural(count, "message"), rows);
    }

    private ValueNode started() {
        if (start.problem() != null) return section("start", "Started with", start.problem(), List.of());
        List<ValueNode> values = start.values().stream()
                .map(v -> tree.value("start/" + v.name(), v.name(), v.value().type(), v.value())).toList();
        return section("start", "Started with", start.text().replaceAll("\\s+", " "), values);
    }

    private ValueNode links() {
        return section("links", "Linked with", snapshot.links().isEmpty() ? "nobody" : Format.plural(snapshot.links().size(), "process"),
                snapshot.links().stream().map(pid -> ValueNode.process("link" + pid, pid)).toList());
    }
}
