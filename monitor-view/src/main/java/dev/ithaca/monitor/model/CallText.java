package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.TracedCall;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Traced calls in words. */
public final class CallText {
    private CallText() {}

    /** {@code deposit(account = <pid 7>, n = 20)}. */
    public static String call(TracedCall call) {
        return call.function() + call.arguments().stream().map(a -> a.name() + " = " + a.value().text()).collect(Collectors.joining(", ", "(", ")"));
    }

    public static String result(TracedCall call) {
        return switch (call.outcome()) {
            case UNDER_WAY -> "under way";
            case RETURNED -> call.result().text();
            case FAILED -> "fails: " + call.error();
            case PUT_ASIDE -> "gave way or waits";
        };
    }

    /** {@code 0.8 µs}, {@code 12 ms}; empty while it is not known. */
    public static String took(TracedCall call) {
        long nanos = call.nanos();
        if (nanos < 0) return "";
        if (nanos < 1_000_000) return String.format(Locale.ROOT, nanos < 9_950 ? "%.1f µs" : "%.0f µs", nanos / 1e3);
        return nanos < 1_000_000_000 ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6) : Format.duration(nanos / 1_000_000);
    }

    public static String when(TracedCall call) { return String.format(Locale.ROOT, "%.3f", call.atMillis() / 1000.0); }

    /** A line for each call. */
    public static String lines(List<TracedCall> calls) {
        return calls.stream().map(c -> Format.pid(c.pid()) + " " + call(c) + " -> " + result(c)).collect(Collectors.joining("\n"));
    }
}
