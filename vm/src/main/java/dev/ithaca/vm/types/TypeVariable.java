package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An unknown of inference; solved by pointing it at another type. Confined to the checker that made it. */
public final class TypeVariable implements Type {
    /** Level of the variables a scheme quantifies over; they are copied at each use and never solved. */
    static final int GENERIC = Integer.MAX_VALUE;

    Type solution;
    /** Depth of the binding that owns the variable; what is deeper than its surroundings can be generalised. */
    int level;
    /** Arithmetic with a literal leaves it open instead of taking the literal's type (chapter 2, section 5.2). */
    boolean open;
    /** Stands for a type parameter the user declared. */
    boolean declared;
    private List<Constraint> waiting;

    TypeVariable(int level) { this.level = level; }

    boolean isGeneric() { return level == GENERIC; }

    /** Constraints that can be decided once this variable is solved. */
    List<Constraint> waiting() { return waiting == null ? List.of() : waiting; }

    void await(Constraint constraint) {
        if (waiting == null) waiting = new ArrayList<>(2);
        if (!waiting.contains(constraint)) waiting.add(constraint);
    }

    /** Keeps the constraints that have a replacement, as that. */
    void replaceWaiting(Map<Constraint, Constraint> replacements) {
        List<Constraint> kept = new ArrayList<>(waiting().size());
        for (Constraint c : waiting()) if (replacements.containsKey(c)) kept.add(replacements.get(c));
        waiting = kept.isEmpty() ? null : kept;
    }

    void forgetAll() { waiting = null; }

    void forget(Constraint constraint) {
        if (waiting != null) waiting.remove(constraint);
    }
}
