package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of a filter as typed that says which states are shown: {@code state:running,waiting} or {@code -state:dead}. */
public final class StateFilter {
    private static final Pattern WORD = Pattern.compile("(?<!\\S)(-?)(?:state|status):(\\S*)");
    private static final int MOST_LEFT_OUT = 3;

    private StateFilter() {}

    /** What a list of beginnings such as {@code run,wait} stands for; {@code alive} is all but dead. */
    static Set<ProcessStatus> named(String list) {
        var named = EnumSet.noneOf(ProcessStatus.class);
        for (String beginning : list.split(",", -1)) {
            if (beginning.equals("alive")) named.addAll(EnumSet.complementOf(EnumSet.of(ProcessStatus.DEAD)));
            else if (!beginning.isEmpty() || !list.contains(",")) {
                for (ProcessStatus status : ProcessStatus.values()) if (status.label().startsWith(beginning)) named.add(status);
            }
        }
        return named;
    }

    /** The states that a filter lets through. */
    public static Set<ProcessStatus> shown(String filter) {
        var shown = EnumSet.allOf(ProcessStatus.class);
        WORD.matcher(filter).results().forEach(word -> {
            if (word.group(1).isEmpty()) shown.retainAll(named(word.group(2)));
            else shown.removeAll(named(word.group(2)));
        });
        return shown;
    }

    /** The same filter with one state shown that was not, or the other way round. */
    public static String toggle(String filter, ProcessStatus status) {
        Set<ProcessStatus> shown = shown(filter);
        if (!shown.remove(status)) shown.add(status);
        return with(filter, shown);
    }

    /** The same filter with all states. */
    public static String all(String filter) { return with(filter, EnumSet.allOf(ProcessStatus.class)); }

    /** The same filter with other states; nothing is said of states if all of them are shown, or none: an empty list is of no use. */
    static String with(String filter, Set<ProcessStatus> shown) {
        String others = WORD.matcher(filter).replaceAll("").strip().replaceAll(" {2,}", " ");
        Set<ProcessStatus> leftOut = EnumSet.allOf(ProcessStatus.class);
        leftOut.removeAll(shown);
        if (leftOut.isEmpty() || shown.isEmpty()) return others;
        boolean few = leftOut.size() <= MOST_LEFT_OUT;
        String word = (few ? "-state:" : "state:") + (few ? leftOut : shown).stream().map(ProcessStatus::label).collect(Collectors.joining(","));
        return others.isEmpty() ? word : others + " " + word;
    }
}
