package dev.ithaca.vm.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that texts of values use where no expression can make the value: a process, a function, a file. The same process
 * has the same name in all texts that share this. For one thread.
 *
 * @see ValueView#source
 */
public final class SourceNames {
    /**
     * A name without a value.
     *
     * @param process it stands for a process
     * @param meaning what it stands for, on one line
     */
    public record Placeholder(String name, boolean process, String meaning) {}

    /** Where options and results are declared. */
    private static final String SEEN_EVERYWHERE = "stdlib.list.";

    private final String module;
    private final Set<String> taken;
    private final Map<String, Placeholder> placeholders = new LinkedHashMap<>();

    /**
     * @param module where the texts are to stand: its own names need no prefix there
     * @param taken names that mean something else there
     */
    public SourceNames(String module, Set<String> taken) {
        this.module = module;
        this.taken = Set.copyOf(taken);
    }

    /** A name like the wanted one that means nothing else. */
    public String free(String wanted) {
        String name = wanted;
        while (taken.contains(name)) name += "_";
        return name;
    }

    /** All names in use, in the order they were first met. */
    public List<Placeholder> placeholders() { return List.copyOf(placeholders.values()); }

    /** The name of a process. */
    public String process(long pid) {
        return placeholders.computeIfAbsent(free("p" + pid), name -> new Placeholder(name, true, "process <" + pid + ">")).name();
    }

    /** A new name for each. */
    String unknown(String meaning) {
        String name = free("unknown" + (placeholders.size() + 1));
        placeholders.put(name, new Placeholder(name, false, meaning));
        return name;
    }

    /** A name of a module as it is written here. */
    String seen(String qualifiedType, String type, String name) {
        String prefix = qualifiedType.substring(0, qualifiedType.length() - type.length());
        return prefix.equals(module + ".") || prefix.equals(SEEN_EVERYWHERE) ? name : prefix + name;
    }

    /** Back to what was known before, when a text is given up. */
    void forgetAllBut(List<Placeholder> kept) { placeholders.values().retainAll(kept); }
}
