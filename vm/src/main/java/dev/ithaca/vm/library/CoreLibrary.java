package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Copies;
import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.TypeNames;
import dev.ithaca.vm.runtime.value.Values;

/** Output, text form, assertions, errors and identity of values (chapter 3, section 1). */
public final class CoreLibrary {
    private CoreLibrary() {}

    @NostosFunction(name = "println", type = "Show a => a -> ()", complexity = "O(size of the text)",
            doc = "Writes the display text of a value and a newline to standard output.", example = "println(\"hi\") => ()")
    public static void println(Process p, Object value) { p.machine().output().println(Display.show(value)); }

    @NostosFunction(name = "print", type = "Show a => a -> ()", complexity = "O(size of the text)",
            doc = "Writes the display text of a value to standard output, without a newline.", example = "print(\"\") => ()")
    public static void print(Process p, Object value) { p.machine().output().print(Display.show(value)); }

    @NostosFunction(name = "eprintln", type = "Show a => a -> ()", complexity = "O(size of the text)",
            doc = "Writes the display text of a value and a newline to standard error.", example = "eprintln(\"oops\") => ()")
    public static void eprintln(Process p, Object value) {
        p.machine().errors().println(Display.show(value));
        p.machine().errors().flush();
    }

    @NostosFunction(name = "eprint", type = "Show a => a -> ()", complexity = "O(size of the text)",
            doc = "Writes the display text of a value to standard error, without a newline.", example = "eprint(\"\") => ()")
    public static void eprint(Process p, Object value) {
        p.machine().errors().print(Display.show(value));
        p.machine().errors().flush();
    }

    @NostosFunction(name = "flushStdout", type = "() -> ()", doc = "Writes out what standard output has buffered.",
            example = "flushStdout() => ()")
    public static void flushStdout(Process p) { p.machine().output().flush(); }

    @NostosFunction(name = "flushStderr", type = "() -> ()", doc = "Writes out what standard error has buffered.",
            example = "flushStderr() => ()")
    public static void flushStderr(Process p) { p.machine().errors().flush(); }

    @NostosFunction(name = "inspect", type = "a, String -> ()", complexity = "O(size of the text)",
            doc = "Shows a labelled value for debugging: in the inspector of the interactive environment, else by printing it.", example = "inspect([1], \"xs\") => ()")
    public static void inspect(Process p, Object value, String label) {
        if (p.machine().host() != null) p.machine().host().inspect(p, value, label);
        else p.machine().output().println("[inspect] " + label + ": " + Display.show(value));
    }

    @NostosFunction(name = {"show", "toString", "%show"}, type = "a -> String", complexity = "O(size of the value)",
            doc = "The display text of a value; strings and characters inside containers are quoted.",
            example = {"show([1, 2]) => \"[1, 2]\"", "show(\"a\") => \"a\"", "show([\"a\"]) => \"[\\\"a\\\"]\"", "2.0.show() => \"2.0\""})
    public static String show(Object value) { return Display.show(value); }

    @NostosFunction(name = {"show", "toString", "%show"}, type = "a -> String", on = "Int")
    public static String show(long value) { return Long.toString(value); }

    @NostosFunction(name = {"show", "toString", "%show"}, type = "a -> String", on = "Float")
    public static String show(double value) { return Display.number(value); }

    @NostosFunction(name = {"show", "toString", "%show"}, type = "a -> String", on = "String")
    public static String show(String value) { return value; }

    @NostosFunction(name = "%shownested", type = "a -> String", doc = "The display text of a value inside a container.")
    public static String showNested(Object value) { return Display.nested(value); }

    @NostosFunction(name = "assert", type = "Bool -> ()", doc = "Panics with \"Assertion failed\" unless the condition holds.",
            example = {"assert(1 < 2) => ()", "assert(1 > 2) => throws (\"Panic\", \"Assertion failed\")"})
    public static void assertTrue(boolean condition) {
        if (!condition) throw NostosException.panic("Assertion failed");
    }

    @NostosFunction(name = "assert", type = "Bool, String -> ()", doc = "Panics with the message unless the condition holds.",
            example = "assert(false, \"no\") => throws (\"Panic\", \"Assertion failed: no\")")
    public static void assertTrue(boolean condition, String message) {
        if (!condition) throw NostosException.panic("Assertion failed: " + message);
    }

    @NostosFunction(name = "assert_eq", type = "a, a -> ()", complexity = "O(size of the values)",
            doc = "Panics with both display texts unless the values are equal.",
            example = {"assert_eq([1], [1]) => ()", "assert_eq(1, 2) => throws (\"Panic\", \"Assertion failed: 1 != 2\")"})
    public static void assertEqual(Object a, Object b) {
        if (!Values.equal(a, b)) {
            throw NostosException.panic("Assertion failed: " + Display.show(a) + " != " + Display.show(b));
        }
    }

    @NostosFunction(name = "panic", type = "a -> b", doc = "Ends with an error of kind Panic whose message is the display text of a value.",
            example = "panic(\"boom\") => throws (\"Panic\", \"boom\")")
    public static Object panic(Object value) { throw NostosException.panic(Display.show(value)); }

    @NostosFunction(name = "throw", type = "a -> b", doc = "Throws any value; a catch pattern sees the value itself.",
            example = "throw(\"stop\") => throws \"stop\"")
    public static Object raise(Object value) { throw new NostosException(value); }

    @NostosFunction(name = {"%equal"}, type = "a, a -> Bool", complexity = "O(size of the values)", doc = "Structural equality.")
    public static boolean equal(Object a, Object b) { return Values.equal(a, b); }

    @NostosFunction(name = {"%compare"}, type = "a, a -> Int", complexity = "O(size of the values)",
            doc = "Negative, zero or positive as the first value is less than, equal to or greater than the second.")
    public static long compare(Object a, Object b) { return Values.compare(a, b); }

    @NostosFunction(name = "copy", type = "a -> a", complexity = "O(size of the value)",
            doc = "A deep copy: arrays, buffers and mutable records in it become independent of the original.",
            example = "copy([1, 2]) => [1, 2]")
    public static Object copy(Object value) { return Copies.deep(value); }

    @NostosFunction(name = "hash", type = "a -> Int", complexity = "O(size of the value)",
            doc = "A 64-bit hash of a value, the same in every run; equal values have equal hashes.",
            example = {"hash(1) => -8517097267634966620", "hash(\"a\") => -5808556873153909620", "hash(true) => 1"})
    public static long hash(Object value) { return Values.hash(value); }

    @NostosFunction(name = "typeOf", type = "a -> String", doc = "The run-time kind of a value, such as Int, List or Record.",
            example = {"typeOf(1) => \"Int\"", "typeOf([1]) => \"List\"", "typeOf(Some(1)) => \"Variant\""})
    public static String typeOf(Object value) { return TypeNames.of(value); }

    @NostosFunction(name = "tagOf", type = "a -> String", doc = "The constructor name of a variant, the empty string for anything else.",
            example = {"tagOf(Some(1)) => \"Some\"", "tagOf(1) => \"\""})
    public static String tagOf(Object value) {
        return value instanceof Struct s && !s.shape().isRecord() ? s.shape().constructor() : "";
    }

    @NostosFunction(name = "self", type = "() -> Pid", doc = "The calling process.", example = "self() == self() => true")
    public static Pid self(Process p) { return new Pid(p.id()); }

    @NostosFunction(name = "sleep", type = "Int -> ()", suspends = true,
            doc = "Suspends the calling process for that many milliseconds.", example = "sleep(0) => ()")
    public static void sleep(Process p, long millis) { p.sleep(millis); }

    @NostosFunction(name = "send", type = "Pid, a -> ()", doc = "Sends a message to a process; the same as pid <- message.",
            example = "send(self(), 1) => ()")
    public static void send(Process p, Object target, Object message) { p.send(target, message); }

    @NostosFunction(name = "%rangeList", type = "Int, Int -> List[Int]", doc = "The integers between two bounds, both included.")
    public static ListValue rangeInclusive(long low, long high) { return ListValue.range(low, high); }
}
