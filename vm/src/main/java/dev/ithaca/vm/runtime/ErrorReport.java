package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Display;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts users see of an exception nobody caught. */
final class ErrorReport {
    /** Frames shown of a long stack at its two ends. */
    private static final int INNERMOST = 50;
    private static final int OUTERMOST = 10;
    private static final Pattern INDEX = Pattern.compile("index (-?\\d+) (out of bounds) (\\(length \\d+\\))");

    private ErrorReport() {}

    /** One line without position: {@code Panic: boom}. */
    static String headline(NostosException e) {
        if (e.exitReason() != null) return e.exitReason().text();
        if (e.isOutOfMemory()) return ExitReason.OUT_OF_MEMORY.text();
        if (!e.isRuntimeError() || !(e.value() instanceof Tuple t)) {
            return "Panic: Uncaught exception: " + Display.show(e.value());
        }
        String kind = (String) t.get(0);
        String text = (String) t.get(1);
        return switch (kind) {
            case "Panic" -> "Panic: " + text;
            case "TypeError" -> "Type error: " + text;
            case "DivisionByZero" -> "Panic: Uncaught exception: (DivisionByZero, Division by zero)";
            case "StackOverflow" -> "Stack overflow";
            case "IOError" -> "I/O error: " + text;
            case "IndexOutOfBounds" -> {
                Matcher m = INDEX.matcher(text);
                yield "Index out of bounds: " + (m.matches() ? m.group(1) + " " + m.group(3) : text);
            }
            case "Interrupted" -> "Interrupted (Ctrl+C)";
            case "AssertionFailed" -> "Assertion failed: " + text;
            case "ArityMismatch" -> "Arity mismatch: " + text.replace(" arguments", "");
            case "Timeout" -> "Timeout";
            case "MatchFailed" -> "Pattern match failed";
            default -> "Panic: Uncaught exception: (" + kind + ", " + text + ")";
        };
    }

    /** The report for main. */
    static String ofMain(NostosException e, StackDecoder decoder) {
        return "Runtime error: " + headline(e) + "\n\n" + trace(e, decoder);
    }

    static String ofProcess(long pid, NostosException e, StackDecoder decoder) {
        String how = e.isOutOfMemory() ? "ended" : "crashed";
        return "Process <pid " + pid + "> " + how + ": " + headline(e) + "\n\n" + trace(e, decoder);
    }

    /** @param stack the innermost frame of the process that ends */
    static String ofMemory(String who, Frame stack, StackDecoder decoder) {
        NostosException end = NostosException.exit(ExitReason.OUT_OF_MEMORY);
        end.attachFrames(stack, null);
        return who + " out of memory\n\n" + trace(end, decoder);
    }

    /** Where the exception was thrown, innermost first: the compiled code on the JVM stack, then the heap frames. */
    static List<CodeLocation> javaPart(NostosException e, StackDecoder decoder) {
        List<CodeLocation> result = new ArrayList<>();
        for (StackTraceElement element : e.getStackTrace()) {
            CodeLocation location = locate(element, decoder);
            if (location != null) result.add(location);
        }
        return result;
    }

    /** A defect of the code generator may leave a frame without a place; the report of the crash must come out all the same. */
    private static CodeLocation locate(StackTraceElement element, StackDecoder decoder) {
        try {
            return decoder.decode(element);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String trace(NostosException e, StackDecoder decoder) {
        // A stack may have millions of frames, at a moment when memory is short.
        List<CodeLocation> first = javaPart(e, decoder);
        Deque<CodeLocation> last = new ArrayDeque<>();
        int count = first.size();
        for (Frame f = e.heapFrames(); f != null; f = f.next) {
            CodeLocation location = f.code.location(f.site);
            if (location == null) continue;
            if (++count <= INNERMOST + OUTERMOST + 1) first.add(location);
            if (last.size() == OUTERMOST) last.removeFirst();
            last.addLast(location);
        }
        StringBuilder text = new StringBuilder("Stack trace:\n");
        if (count == 0) text.append("  <no stack frames>\n");
        int hidden = count - INNERMOST - OUTERMOST;
        if (hidden <= 1 || last.size() < OUTERMOST) {
            for (int i = 0; i < first.size(); i++) line(text, i + 1, first.get(i));
            return text.toString();
        }
        for (int i = 0; i < INNERMOST; i++) line(text, i + 1, first.get(i));
        text.append("  ... ").append(hidden).append(" more frames\n");
        int number = count - OUTERMOST;
        for (CodeLocation l : last) line(text, ++number, l);
        return text.toString();
    }

    private static void line(StringBuilder text, int number, CodeLocation l) {
        text.append("  ").append(number).append(". ").append(l.signature()).append(" (").append(l.file() == null ? "unknown" : l.file());
        if (l.line() > 0) text.append(':').append(l.line());
        text.append(")\n");
    }
}
