package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.EventCondition;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When processes are to be held, once. */
public sealed interface FreezeRule {
    /** {@code <7> when mbox>1000}. */
    String title();

    /**
     * As soon as a process is seen to meet a condition.
     *
     * @param pids those watched; none for all processes
     * @param condition in the language of the filter, {@code mbox>1000}
     */
    record Seen(Set<Long> pids, ProcessFilter condition) implements FreezeRule {
        public Seen { pids = Set.copyOf(pids); }

        /** Living processes that meet the condition and are not suspended already. */
        public Set<Long> met(ProcessSample sample) {
            IntPredicate accepted = condition.on(sample);
            IntStream rows = pids.isEmpty() ? IntStream.range(0, sample.alive())
                    : pids.stream().mapToInt(sample::rowOf).filter(row -> row >= 0 && sample.isAlive(row));
            return rows.filter(row -> accepted.test(row) && sample.status(row) != ProcessStatus.SUSPENDED)
                    .mapToObj(sample::pid).collect(Collectors.toUnmodifiableSet());
        }

        @Override public String title() { return "suspends " + who(pids) + " when " + condition.text(); }
    }

    /** At the very event. */
    record AtEvent(EventCondition condition) implements FreezeRule {
        @Override public String title() {
            String text = condition.text().isEmpty() ? "" : " “" + condition.text() + "”";
            String who = who(condition.pids());
            return switch (condition.kind()) {
                case SPAWN -> "holds a new process" + text + (condition.pids().isEmpty() ? "" : " of " + who);
                case MESSAGE -> "suspends " + who + " at a message" + text;
                case EXIT -> "suspends all when " + who + " ends" + text;
                case CRASH -> "suspends all when " + who + " crashes" + text;
                case LINE -> "suspends " + who + " at line " + condition.text();
            };
        }
    }

    /** What came of reading a rule: the rule, or why there is none. */
    record Parsed(FreezeRule rule, String problem) {}

    /** @param text an event with the text it is to contain, {@code message Deposit}, {@code line 14}, or a condition of the filter */
    static Parsed parse(Set<Long> pids, String text) {
        String[] words = text.strip().split("\\s+", 2);
        Optional<EventCondition.Kind> event = Stream.of(EventCondition.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(words[0].toLowerCase(Locale.ROOT))).findFirst();
        if (event.isPresent()) {
            String wanted = words.length > 1 ? words[1] : "";
            if (event.get() == EventCondition.Kind.LINE) {
                if (!EventCondition.isLine(wanted)) return new Parsed(null, "Type the line, such as line 14 or line bank.nos:14");
                if (pids.isEmpty()) return new Parsed(null, "Choose the processes that are to stop there first: until then they run slowly");
            }
            return new Parsed(new AtEvent(new EventCondition(event.get(), pids, wanted)), null);
        }
        ProcessFilter condition = ProcessFilter.parse(text);
        if (condition.problem() != null) return new Parsed(null, condition.problem());
        if (condition.acceptsAll()) return new Parsed(null, "Type a condition, such as mbox>1000, or an event: line 14, spawn, message, exit, crash");
        return new Parsed(new Seen(pids, condition), null);
    }

    private static String who(Set<Long> pids) {
        return pids.isEmpty() ? "any process" : pids.size() == 1 ? Format.pid(pids.iterator().next())
                : Format.plural(pids.size(), "process");
    }
}
