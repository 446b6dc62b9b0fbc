package dev.ithaca.vm.runtime.value;

import java.util.ArrayList;
import java.util.List;

/**
 * A record or variant of a reactive type: it has an identity, is shared within its process and can be observed. A variant is
 * a cell: it holds the value it was last set to, at first itself. Belongs to one process, hence unguarded.
 */
public abstract class ReactiveStruct extends Struct {
    private long id;
    private ListValue changeListeners = ListValue.EMPTY;
    private ListValue readListeners = ListValue.EMPTY;
    private Struct current = this;
    private boolean plain;
    /** Records that held this one at some time; null until there is one. */
    private List<ReactiveStruct> holders;

    /** Called by generated constructors when the fields are set. */
    protected final void adopt() {
        for (int i = 0; i < shape().arity(); i++) adopt(get(i));
    }

    /** Tells a value that it is held in a field of this record. */
    public final void adopt(Object value) {
        if (!(value instanceof ReactiveStruct child)) return;
        if (child.holders == null) child.holders = new ArrayList<>(1);
        if (child.holders.stream().noneMatch(h -> h == this)) child.holders.add(this);
    }

    /** 0 until {@link #identify} was called. */
    public final long id() { return id; }

    public final void identify(long id) { this.id = id; }

    public final ListValue changeListeners() { return changeListeners; }

    public final void addChangeListener(Object listener) { changeListeners = changeListeners.append(listener); }

    public final ListValue readListeners() { return readListeners; }

    public final void addReadListener(Object listener) { readListeners = readListeners.append(listener); }

    /** What a variant holds now, itself perhaps. */
    final Struct current() { return current; }

    /** The value of a variant as it is now: a value of its own, that a change of the cell does not change. */
    public final Struct plainValue() {
        ReactiveStruct value = (ReactiveStruct) current.copy();
        value.plain = true;
        for (int i = 0; i < value.shape().arity(); i++) if (value.get(i) instanceof ReactiveStruct child) child.leave(value);
        return value;
    }

    /** What was taken out of a variant holds nothing. */
    private void leave(ReactiveStruct holder) { holders.removeIf(h -> h == holder); }

    /** Whether it was taken out of a variant, and is no cell any more. */
    final boolean isPlain() { return plain; }

    /** Replaces the value of a variant by that of another one now. */
    public final void replace(ReactiveStruct value) { current = value.plainValue(); }

    /** Reactive values in the fields, in their order. */
    public final ListValue children() {
        var children = new ListValue.Builder();
        for (int i = 0; i < shape().arity(); i++) if (get(i) instanceof ReactiveStruct child) children.add(child);
        return children.build();
    }

    /** Pairs of a record that holds this one now and the name of the field. */
    public final ListValue parents() {
        if (holders == null) return ListValue.EMPTY;
        var parents = new ListValue.Builder();
        for (ReactiveStruct holder : holders) {
            List<String> names = holder.shape().fieldNames();
            for (int i = 0; i < holder.shape().arity(); i++) {
                if (holder.get(i) == this) parents.add(new Tuple(holder, names == null ? "_" + i : names.get(i)));
            }
        }
        return parents.build();
    }
}
