package dev.ithaca.vm.runtime.value;

/** Stands where a value was that is not kept, because it would keep much alive; never reaches programs. */
public record LargeValue(String type) {
    /** What can be told of the value in no time. */
    public static LargeValue of(Object value) {
        return new LargeValue(switch (value) {
            case ListValue list -> "List of " + list.size();
            case MapValue map -> "Map of " + map.size();
            case SetValue set -> "Set of " + set.size();
            case String s -> "String of " + s.length();
            case Struct s -> s.shape().typeName();
            default -> TypeNames.of(value);
        });
    }

    @Override public String toString() { return "(too large to be kept)"; }
}
