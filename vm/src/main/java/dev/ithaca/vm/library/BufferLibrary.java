package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.BufferValue;
import dev.ithaca.vm.runtime.value.Display;

/** The mutable string builder (chapter 3, section 3.4). */
public final class BufferLibrary {
    private BufferLibrary() {}

    @NostosFunction(name = "Buffer.new", type = "() -> Buffer", doc = "An empty buffer.", example = "Buffer.toString(Buffer.new()) => \"\"")
    public static BufferValue create() { return new BufferValue(); }

    @NostosFunction(name = "Buffer.append", type = "Buffer, a -> ()", complexity = "O(length of the text)",
            doc = "Appends the display text of a value, in place.", example = "Buffer.append(Buffer.new(), 1) => ()")
    public static void append(BufferValue buffer, Object value) { buffer.append(Display.show(value)); }

    @NostosFunction(name = "Buffer.toString", type = "Buffer -> String", complexity = "O(n)", doc = "The contents so far.",
            example = "Buffer.new().toString() => \"\"")
    public static String contents(BufferValue buffer) { return buffer.toString(); }
}
