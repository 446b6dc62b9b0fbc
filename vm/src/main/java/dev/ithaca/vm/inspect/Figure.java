package dev.ithaca.vm.inspect;

import java.util.EnumSet;
import java.util.Set;

/** What is collected of a whole {@link Population} only for who wants it: it takes four bytes a process, and time. */
public enum Figure {
    /** Milliseconds in the present state, by the clocks of the workers, which are some milliseconds off; of the dead, since their end. */
    IN_STATE,
    /** Milliseconds ready to run in a queue since the start, about: waits much shorter than a millisecond may be missed. */
    QUEUED,
    /** How often a worker has taken it up. */
    TURNS,
    /** Most live heap in bytes of all that was measured. */
    HIGHEST_HEAP;

    static final Set<Figure> ALL = Set.copyOf(EnumSet.allOf(Figure.class));
    static final Set<Figure> NONE = Set.of();
}
