package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.ValueView;
import java.util.ArrayList;
import java.util.List;

/**
 * A value as far as it was kept: its text, and of its parts as many as there was room for.
 *
 * @param count parts that the value had
 * @param kept the first of them
 */
record RecordedValue(String type, String text, int count, List<Child> kept) implements ValueView {
    /** Parts kept of one value. */
    private static final int MOST_CHILDREN = 50;
    private static final int MOST_DEPTH = 5;
    private static final int MOST_TEXT = 400;

    /** How many more values may be kept. */
    static final class Room {
        private int left;

        Room(int values) { left = values; }

        private int take(int wanted) {
            int given = Math.min(wanted, left);
            left -= given;
            return given;
        }
    }

    RecordedValue { kept = List.copyOf(kept); }

    /** A text in the place of a value. */
    static RecordedValue remark(String text) { return new RecordedValue("", text, 0, List.of()); }

    static RecordedValue of(ValueView value, Room room) { return of(value, room, 0); }

    private static RecordedValue of(ValueView value, Room room, int depth) {
        if (value instanceof RecordedValue recorded) return recorded;
        try {
            int count = value.childCount();
            List<Child> kept = new ArrayList<>();
            if (depth < MOST_DEPTH) {
                // all of one value before the parts of the first
                for (Child child : value.children(0, room.take(Math.min(MOST_CHILDREN, count)))) {
                    kept.add(new Child(cut(child.label()), of(child.value(), room, depth + 1)));
                }
            }
            return new RecordedValue(cut(value.type()), cut(value.text()), count, kept);
        } catch (RuntimeException unreadable) {
            // its process changes it at this moment
            return remark("could not be read");
        }
    }

    private static String cut(String text) { return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT - 1) + "…"; }

    /** One more than was kept, to say how many are missing. */
    @Override public int childCount() { return kept.size() + (isWhole() ? 0 : 1); }

    private boolean isWhole() { return kept.size() >= count; }

    @Override public List<Child> children(int from, int to) {
        List<Child> shown = kept;
        if (!isWhole()) {
            shown = new ArrayList<>(kept);
            shown.add(new Child("…", remark((count - kept.size()) + (kept.isEmpty() ? " parts were not kept" : " more were not kept"))));
        }
        int first = Math.clamp(from, 0, shown.size());
        return shown.subList(first, Math.clamp(to, first, shown.size()));
    }

    void write(FieldWriter out) {
        out.text(type);
        out.text(text);
        out.count(count);
        out.count(kept.size());
        for (Child child : kept) {
            out.text(child.label());
            ((RecordedValue) child.value()).write(out);
        }
    }

    static RecordedValue read(FieldReader in) throws DamagedException { return read(in, 0); }

    private static RecordedValue read(FieldReader in, int depth) throws DamagedException {
        if (depth > MOST_DEPTH) throw new DamagedException("values too deep");
        String type = in.word();
        String text = in.word();
        int count = in.count();
        int size = in.things();
        List<Child> kept = new ArrayList<>(size);
        for (int i = 0; i < size; i++) kept.add(new Child(in.word(), read(in, depth + 1)));
        return new RecordedValue(type, text, count, kept);
    }
}
