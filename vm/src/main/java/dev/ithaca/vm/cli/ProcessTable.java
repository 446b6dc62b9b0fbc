package dev.ithaca.vm.cli;

import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.VmStatistics;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The processes of a machine as text, those first that worked most since the last look. */
final class ProcessTable {
    private static final int ROWS = 20;
    private final Inspector inspector;
    private Map<Long, Long> lastReductions = Map.of();
    private long lastTotal;

    ProcessTable(Inspector inspector) { this.inspector = inspector; }

    String render() {
        VmStatistics vm = inspector.statistics();
        List<ProcessInfo> all = inspector.processes().stream().filter(ProcessInfo::alive).toList();
        var text = new StringBuilder();
        text.append("%,d processes  %,d spawned  %,d reductions (+%,d)  %,d messages  run queue %d  heap %s  up %.1f s%n%n".formatted(
                vm.alive(), vm.spawned(), vm.reductions(), vm.reductions() - lastTotal, vm.messages(), vm.runQueue(),
                bytes(vm.heapUsedBytes()), vm.uptimeMillis() / 1000.0));
        text.append("%10s %-10s %-24s %-20s %10s %14s %14s %10s%n".formatted("PID", "STATUS", "FUNCTION", "AT", "MAILBOX", "REDUCTIONS", "SINCE", "HEAP"));
        all.stream().sorted(Comparator.comparingLong((ProcessInfo p) -> -since(p)).thenComparingLong(ProcessInfo::pid))
                .limit(ROWS).forEach(p -> row(text, p));
        if (all.size() > ROWS) text.append("%10s and %,d more%n".formatted("", all.size() - ROWS));
        var seen = new HashMap<Long, Long>();
        for (ProcessInfo p : all) seen.put(p.pid(), p.reductions());
        lastReductions = seen;
        lastTotal = vm.reductions();
        return text.toString();
    }

    private void row(StringBuilder text, ProcessInfo p) {
        String function = p.name() == null ? p.function() : p.name() + " " + p.function();
        String at = p.file() == null ? "" : fileName(p.file()) + ":" + p.line();
        text.append("%10d %-10s %-24s %-20s %,10d %,14d %,14d %10s%n".formatted(p.pid(), p.status().label(), cut(function, 24),
                cut(at, 20), p.mailboxLength(), p.reductions(), since(p), bytes(p.heapBytes())));
    }

    private long since(ProcessInfo p) { return p.reductions() - lastReductions.getOrDefault(p.pid(), 0L); }

    private static String fileName(String path) { return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1); }

    private static String cut(String text, int width) {
        if (text == null) return "";
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    private static String bytes(long n) {
        if (n < 1024) return n + " B";
        if (n < 1 << 20) return "%.1f KB".formatted(n / 1024.0);
        if (n < 1 << 30) return "%.1f MB".formatted(n / 1048576.0);
        return "%.1f GB".formatted(n / 1073741824.0);
    }
}
