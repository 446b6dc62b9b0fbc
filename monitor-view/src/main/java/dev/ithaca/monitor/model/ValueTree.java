package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ArmMatch;
import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStart;
import dev.ithaca.vm.inspect.TracedMessage;
import dev.ithaca.vm.inspect.ValueView;
import dev.ithaca.vm.inspect.VariableView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables or the mailbox of a snapshot as rows; only what is open is read, so huge and cyclic values are safe. */
public final class ValueTree {
    /** How long a changed value stays marked. */
    private static final long CHANGE_NANOS = 1_500_000_000L;
    /** Frames whose variables are open without being asked for. */
    private static final int OPEN_FRAMES = 3;
    private static final String VALUE = "v";

    /** What is open of a value that nobody has looked at yet: the value itself, not what is in it. */
    public static final TreeState FIRST_LEVEL = TreeState.initial().withExpanded(VALUE, true);

    private record Seen(String text, long changedNanos) {}

    private final TreeState state;
    private final long nowNanos;
    private final Map<String, Seen> before;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, ValueView> messages = new HashMap<>();
    private List<ValueNode> roots = List.of();

    private ValueTree(TreeState state, ValueTree previous, long nowNanos) {
        this.state = state;
        this.nowNanos = nowNanos;
        before = previous == null ? Map.of() : previous.seen;
    }

    public static ValueTree empty() { return new ValueTree(TreeState.initial(), null, 0); }

    /**
     * Frames, innermost first, with their variables.
     *
     * @param previous tree of the same process, to mark what changed, or null
     */
    public static ValueTree ofVariables(ProcessSnapshot snapshot, TreeState state, ValueTree previous, long nowNanos) {
        var tree = new ValueTree(state, previous, nowNanos);
        var frames = new ArrayList<ValueNode>();
        for (int i = 0; i < snapshot.frames().size(); i++) frames.add(tree.frame(snapshot, i));
        long hidden = snapshot.frameCount() - snapshot.frames().size();
        if (hidden > 0) frames.add(ValueNode.more(TreeState.ROOT, "… " + Format.count(hidden) + " more frames"));
        tree.roots = List.copyOf(frames);
        return tree;
    }

    /** Messages, oldest first. */
    public static ValueTree ofMailbox(ProcessSnapshot snapshot, TreeState state, ValueTree previous, long nowNanos) {
        var tree = new ValueTree(state, previous, nowNanos);
        var messages = new ArrayList<ValueNode>();
        var twins = new HashMap<String, Integer>();
        for (MessageView message : snapshot.mailbox()) {
            // a message moves up as those before it are taken: its text, not its index, names it
            String text = message.sender() + " " + message.value().text();
            String key = "m" + twins.merge(text, 1, Integer::sum) + ":" + text;
            messages.add(tree.message(message, messages.size() + 1, key));
            tree.messages.put(key, message.value());
        }
        long hidden = (long) snapshot.info().mailboxLength() - snapshot.mailbox().size();
        if (hidden > 0) messages.add(ValueNode.more(TreeState.ROOT, "… " + Format.count(hidden) + " more messages"));
        snapshot.trace().ifPresentOrElse(trace -> tree.addTrace(messages, trace), () -> tree.addRecent(messages, snapshot.recent()));
        tree.roots = List.copyOf(messages);
        return tree;
    }

    /** Results with the expressions they are of, in that order. */
    public static ValueTree ofEvaluations(List<EvaluatedExpression> evaluated, TreeState state) {
        var tree = new ValueTree(state, null, 0);
        tree.roots = evaluated.stream().map(e -> tree.value("e" + e.number(), e.expression(), e.value().type(), e.value()).withDetail(Format.pid(e.pid()))).toList();
        return tree;
    }

    /** All that is known of a process that has ended, under headings. */
    public static ValueTree ofEnd(ProcessSnapshot snapshot, ProcessStart start, TreeState state, ValueTree previous, long nowNanos) {
        var tree = new ValueTree(state, previous, nowNanos);
        tree.roots = new EndSections(tree, snapshot, start).rows();
        return tree;
    }

    /** One value under a name, open at first. */
    public static ValueTree ofValue(String name, ValueView value, TreeState state) {
        var tree = new ValueTree(state, null, 0);
        tree.roots = List.of(tree.value(VALUE, name, value.type(), value));
        return tree;
    }

    /** The newest first: the older ones are of less interest, and the queue stands above. */
    private void addTrace(List<ValueNode> rows, List<TracedMessage> trace) {
        rows.add(ValueNode.note("trace", trace.isEmpty() ? "traced: none yet" : "traced:"));
        var twins = new HashMap<String, Integer>();
        for (TracedMessage message : trace.reversed()) {
            String text = (message.incoming() ? "in " : "out ") + message.other() + " " + message.value().text();
            String key = "t" + twins.merge(text, 1, Integer::sum) + ":" + text;
            rows.add(traced(message, key));
            messages.put(key, message.value());
        }
    }

    /** What was taken lately, the newest first. */
    private void addRecent(List<ValueNode> rows, List<TracedMessage> recent) {
        if (recent.isEmpty()) return;
        rows.add(ValueNode.note("trace", "taken lately:"));
        rows.addAll(recent(recent));
    }

    /** The newest first. */
    List<ValueNode> recent(List<TracedMessage> recent) {
        var rows = new ArrayList<ValueNode>();
        var twins = new HashMap<String, Integer>();
        for (TracedMessage message : recent.reversed()) {
            String text = message.other() + " " + message.value().text();
            String key = "r" + twins.merge(text, 1, Integer::sum) + ":" + text;
            rows.add(traced(message, key));
            messages.put(key, message.value());
        }
        return rows;
    }

    private ValueNode traced(TracedMessage message, String key) {
        ValueNode value = value(key, message.incoming() ? "in" : "out", message.value().type(), message.value());
        Place from = message.from();
        return new ValueNode(key, ValueNode.Kind.TRACED_MESSAGE, value.label(), value.type(), value.text(), Format.duration(message.ageMillis()),
                from == null ? null : from.file(), from == null ? 0 : from.line(), message.other(), value.expandable(), value.expanded(), false,
                message.queued() ? "still queued" : "taken", value.children());
    }

    public List<ValueNode> roots() { return roots; }

    /** The message in a row of a mailbox. */
    public Optional<ValueView> message(ValueNode row) { return Optional.ofNullable(messages.get(row.key())); }

    /** The state it was built with; if the user has changed it since, the tree is out of date. */
    public TreeState state() { return state; }

    boolean isOpen(String key, boolean byDefault) { return state.expanded(key, byDefault); }

    ValueNode frame(ProcessSnapshot snapshot, int index) {
        FrameView frame = snapshot.frames().get(index);
        // counted from the outermost, so that a call does not rename the frames below it
        String key = "f" + (snapshot.frameCount() - index) + ":" + frame.function();
        boolean expanded = state.expanded(key, index < OPEN_FRAMES);
        var variables = new ArrayList<ValueNode>();
        if (expanded) {
            var shadows = new HashMap<String, Integer>();
            for (VariableView variable : frame.variables()) {
                int shadow = shadows.merge(variable.name(), 1, Integer::sum);
                String name = shadow == 1 ? variable.name() : variable.name() + "'" + shadow;
                variables.add(value(key + "/" + name, variable.name(), variable.type(), variable.value()));
            }
            if (frame.seenAt() > 0 && frame.seenAt() != frame.line()) {
                variables.add(ValueNode.note(key + "/seen", "as they were when it last stood still, at line " + frame.seenAt()));
            }
            if (variables.isEmpty()) variables.add(ValueNode.note(key + "/none", "no variables here"));
        }
        return new ValueNode(key, ValueNode.Kind.FRAME, frame.function(), "", "", Format.place(frame.file(), frame.line()),
                frame.file(), frame.line(), 0, true, expanded, false, "", variables);
    }

    ValueNode message(MessageView message, int index, String key) {
        ValueNode value = value(key, Integer.toString(index), message.value().type(), message.value());
        ArmMatch match = message.match();
        Place from = message.from();
        String taker = switch (match.kind()) {
            case UNKNOWN -> "";
            case NONE -> "no clause";
            case POSSIBLE -> match.pattern() + " ?";
            case CERTAIN -> match.pattern();
        };
        return new ValueNode(key, match.kind() == ArmMatch.Kind.NONE ? ValueNode.Kind.STUCK_MESSAGE : ValueNode.Kind.MESSAGE, value.label(), value.type(), value.text(),
                Format.duration(message.ageMillis()), from == null ? null : from.file(), from == null ? 0 : from.line(), message.sender(), value.expandable(), value.expanded(), false,
                taker, value.children());
    }

    ValueNode value(String key, String label, String type, ValueView value) {
        String text = value.text();
        int count = value.childCount();
        boolean expanded = count > 0 && state.expanded(key, false);
        return new ValueNode(key, ValueNode.Kind.VALUE, label, type == null ? "" : type, text, "", null, 0, 0, count > 0,
                expanded, changed(key, text), "", expanded ? children(key, value, count) : List.of());
    }

    private List<ValueNode> children(String key, ValueView value, int count) {
        int limit = Math.min(count, state.limit(key));
        var rows = new ArrayList<ValueNode>();
        for (ValueView.Child child : value.children(0, limit)) {
            rows.add(value(key + "/" + rows.size(), child.label(), child.value().type(), child.value()));
        }
        if (count > limit) {
            rows.add(ValueNode.more(key, "… " + Format.count(count - limit) + " more"));
        }
        return rows;
    }

    private boolean changed(String key, String text) {
        Seen last = before.get(key);
        long when = last == null ? nowNanos - CHANGE_NANOS : last.text.equals(text) ? last.changedNanos : nowNanos;
        seen.put(key, new Seen(text, when));
        return nowNanos - when < CHANGE_NANOS;
    }
}
