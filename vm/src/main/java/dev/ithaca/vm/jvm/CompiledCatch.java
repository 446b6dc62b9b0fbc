package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.CatchFilter;
import dev.ithaca.vm.runtime.ReceiveArm.Match;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.CorePattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the arms of a {@code catch} take. Public for generated classes only. */
public final class CompiledCatch implements CatchFilter {
    private final List<CorePattern> unguarded;
    private final boolean takesAll;
    /** Strings that are taken as they are: the usual case, and it is asked at every throw. */
    private final Set<String> strings = new HashSet<>();

    CompiledCatch(List<Core.Arm> arms) {
        unguarded = arms.stream().filter(a -> a.guard() == null).map(a -> a.patterns().getFirst()).toList();
        takesAll = unguarded.stream().anyMatch(p -> p instanceof CorePattern.Wildcard || p instanceof CorePattern.Bind);
        for (CorePattern pattern : unguarded) {
            if (pattern instanceof CorePattern.Literal l && l.value() instanceof String s) strings.add(s);
        }
    }

    @Override public boolean surelyTakes(Object value) {
        if (takesAll || value instanceof String s && strings.contains(s)) return true;
        for (CorePattern pattern : unguarded) if (PatternProbe.match(pattern, value) == Match.YES) return true;
        return false;
    }
}
