package dev.ithaca.vm.types;

/** The function or lambda a statement stands in: where {@code return} goes to and which loop {@code break} leaves. */
final class Frame {
    private final Frame outer;
    private final Type result;
    private final boolean resultAnnotated;
    private final String name;
    private Loop loop;

    /** The innermost loop while its body is inferred. */
    static final class Loop {
        final Loop outer;
        final Type value;
        boolean breaksWithValue;

        Loop(Loop outer, Type value) {
            this.outer = outer;
            this.value = value;
        }
    }

    Frame(Frame outer, String name, Type result, boolean resultAnnotated) {
        this.outer = outer;
        this.name = name;
        this.result = result;
        this.resultAnnotated = resultAnnotated;
    }

    Frame outer() { return outer; }

    Type result() { return result; }

    boolean resultAnnotated() { return resultAnnotated; }

    /** Qualified name of the function, for users. */
    String name() { return name; }

    Loop loop() { return loop; }

    Loop enterLoop(Type value) { return loop = new Loop(loop, value); }

    void leaveLoop() { loop = loop.outer; }
}
