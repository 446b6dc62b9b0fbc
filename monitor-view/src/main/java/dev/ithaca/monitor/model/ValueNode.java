package dev.ithaca.monitor.model;

import java.util.List;

/**
 * One row of a tree of variables or messages, ready to be drawn.
 *
 * @param key path that names the same thing in the next snapshot
 * @param label variable, field, index or function
 * @param detail place of a frame, age of a message; else empty
 * @param file source of a frame or of where a message was sent, or null
 * @param line 1-based line in it, 0 if unknown
 * @param pid sender of a message, or receiver of one that was sent; 0 if unknown
 * @param expandable has children, even if none are listed yet
 * @param changed its text was another one a moment ago
 * @param taker clause that would take a message, or what became of a traced one; empty if unknown
 * @param children those to be shown: empty unless {@code expanded}
 */
public record ValueNode(String key, Kind kind, String label, String type, String text, String detail, String file, int line,
                        long pid, boolean expandable, boolean expanded, boolean changed, String taker, List<ValueNode> children) {
    /** What a row stands for. */
    public enum Kind {
        FRAME, VALUE, MESSAGE,
        /** A heading over rows of one sort. */
        SECTION,
        /** Another process, by its pid. */
        PROCESS,
        /** A message that no clause takes where the process stands. */
        STUCK_MESSAGE,
        /** A message that came or went while the process was traced; its text is in the past, wherever it is now. */
        TRACED_MESSAGE,
        /** Stands for the children not shown yet; its key is that of their parent. */
        MORE,
        /** A remark, such as "no variables here". */
        NOTE
    }

    /** A message, whether or not a clause takes it. */
    public boolean isMessage() { return kind == Kind.MESSAGE || kind == Kind.STUCK_MESSAGE || kind == Kind.TRACED_MESSAGE; }

    /** Not a value but words about values. */
    public boolean isRemark() { return kind == Kind.NOTE || kind == Kind.MORE; }

    public ValueNode { children = List.copyOf(children); }

    static ValueNode more(String parentKey, String text) {
        return new ValueNode(parentKey, Kind.MORE, text, "", "", "", null, 0, 0, false, false, false, "", List.of());
    }

    /** @param text said beside the heading */
    static ValueNode section(String key, String label, String text, boolean expanded, List<ValueNode> children) {
        return new ValueNode(key, Kind.SECTION, label, "", text, "", null, 0, 0, !children.isEmpty(), expanded && !children.isEmpty(), false, "",
                expanded ? children : List.of());
    }

    static ValueNode process(String key, long pid) {
        return new ValueNode(key, Kind.PROCESS, Format.pid(pid), "", "", "", null, 0, pid, false, false, false, "", List.of());
    }

    static ValueNode note(String key, String text) {
        return new ValueNode(key, Kind.NOTE, text, "", "", "", null, 0, 0, false, false, false, "", List.of());
    }

    ValueNode withDetail(String text) {
        return new ValueNode(key, kind, label, type, this.text, text, file, line, pid, expandable, expanded, changed, taker, children);
    }

    /** Tells rows apart: a "more" row has the key of its parent. */
    public String rowKey() { return kind == Kind.MORE ? key + "/more" : key; }

    /** Would be drawn alike, children aside. */
    public boolean looksLike(ValueNode other) {
        return kind == other.kind && expandable == other.expandable && changed == other.changed && line == other.line
                && pid == other.pid && label.equals(other.label) && type.equals(other.type) && text.equals(other.text)
                && detail.equals(other.detail) && taker.equals(other.taker);
    }
}
