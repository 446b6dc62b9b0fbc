package dev.ithaca.vm.runtime.value;

import java.util.Iterator;
import java.util.Map;

/** A composite value that is being printed: its parts in order, each with the text that goes before it. */
abstract class DisplayCursor {
    private final String close;
    private boolean started;
    /** Set by {@link #advance}. */
    protected Object value;

    protected DisplayCursor(String close) { this.close = close; }

    /** Moves to the next part; false at the end. */
    abstract boolean advance();

    Object value() { return value; }

    /** Text after the last part. */
    final String close() { return close; }

    /** Text before the current part. */
    String lead() {
        String separator = started ? ", " : "";
        started = true;
        return separator;
    }

    /** Whether the current part is the key of a map. */
    boolean isKey() { return false; }

    /** The value itself where its being open matters, else null. */
    Object owner() { return null; }

    static DisplayCursor list(ListValue list) {
        return new DisplayCursor("]") {
            private final Iterator<Object> elements = list.iterator();

            @Override boolean advance() {
                if (!elements.hasNext()) return false;
                value = elements.next();
                return true;
            }
        };
    }

    static DisplayCursor tuple(Tuple tuple) {
        return new DisplayCursor(")") {
            private int next;

            @Override boolean advance() {
                if (next == tuple.arity()) return false;
                value = tuple.get(next++);
                return true;
            }
        };
    }

    static DisplayCursor variant(Struct struct) {
        return new DisplayCursor(")") {
            private int next;

            @Override boolean advance() {
                if (next == struct.shape().arity()) return false;
                value = struct.get(next++);
                return true;
            }
        };
    }

    static DisplayCursor record(Struct struct) {
        return new DisplayCursor("}") {
            private int next;

            @Override boolean advance() {
                if (next == struct.shape().arity()) return false;
                value = struct.get(next++);
                return true;
            }

            @Override String lead() {
                StructShape shape = struct.shape();
                String name = shape.fieldNames() == null ? "_" + (next - 1) : shape.fieldNames().get(next - 1);
                return super.lead() + name + ": ";
            }

            @Override Object owner() { return struct.shape().mutable() ? struct : null; }
        };
    }

    static DisplayCursor map(MapValue map) {
        return new DisplayCursor("}") {
            private final Iterator<Map.Entry<Object, Object>> entries = map.entryIterator();
            private Map.Entry<Object, Object> entry;
            private boolean atKey;

            @Override boolean advance() {
                if (atKey) {
                    atKey = false;
                    value = entry.getValue();
                    return true;
                }
                if (!entries.hasNext()) return false;
                entry = entries.next();
                atKey = true;
                value = entry.getKey();
                return true;
            }

            @Override String lead() { return atKey ? super.lead() : ": "; }

            @Override boolean isKey() { return atKey; }
        };
    }
}
