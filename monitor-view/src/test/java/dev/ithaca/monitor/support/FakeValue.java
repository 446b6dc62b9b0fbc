package dev.ithaca.monitor.support;

import dev.ithaca.vm.inspect.ValueView;
import dev.ithaca.vm.inspect.VariableView;
import java.util.List;
import java.util.stream.IntStream;

/** A value by script. */
public record FakeValue(String type, String text, List<Child> all) implements ValueView {
    public static FakeValue integer(long value) { return new FakeValue("Int", Long.toString(value), List.of()); }

    /** The list of the numbers below {@code size}. */
    public static FakeValue numbers(int size) {
        return new FakeValue("List[Int]", "[" + size + " items]",
                IntStream.range(0, size).<Child>mapToObj(i -> new Child("[" + i + "]", integer(i))).toList());
    }

    public static FakeValue record(String type, String text, String field, FakeValue value) {
        return new FakeValue(type, text, List.of(new Child(field, value)));
    }

    public static VariableView variable(String name, FakeValue value) { return new VariableView(name, value.type(), value); }

    @Override public int childCount() { return all.size(); }

    @Override public List<Child> children(int from, int to) { return all.subList(Math.max(0, from), Math.min(to, all.size())); }
}
