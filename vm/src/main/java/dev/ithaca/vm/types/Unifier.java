package dev.ithaca.vm.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Solves equations between types by union-find with path compression. Levels (Rémy 1992) tell which variables belong to
 * the binding being generalised, so that no environment is ever searched.
 */
final class Unifier {
    private int visited;
    private int level = 1;
    private ArrayDeque<Constraint> awake = new ArrayDeque<>();
    private List<Undo> trail;

    private record Undo(TypeVariable variable, int level, boolean open, boolean solved) {}

    int level() { return level; }

    void enterLevel() { level++; }

    void leaveLevel() { level--; }

    TypeVariable fresh() { return new TypeVariable(level); }

    /** The type a chain of solved variables stands for. */
    static Type prune(Type type) {
        if (!(type instanceof TypeVariable start) || start.solution == null) return type;
        Type end = start.solution;
        while (end instanceof TypeVariable v && v.solution != null) end = v.solution;
        TypeVariable at = start;
        while (at.solution instanceof TypeVariable next && next != end) {
            at.solution = end;
            at = next;
        }
        return end;
    }

    /** Makes both types equal; null if that worked. Partial solutions of a failed attempt stay. */
    Mismatch unify(Type expected, Type found) { return unify(expected, found, 0); }

    /** Like {@link #unify(Type, Type)}, but a failed attempt leaves no trace. */
    boolean tryUnify(Type a, Type b) {
        List<Undo> outer = trail;
        trail = new ArrayList<>();
        List<Constraint> woken = new ArrayList<>(awake);
        boolean unified = unify(a, b, 0) == null;
        List<Undo> mine = trail;
        trail = outer;
        if (unified) {
            if (outer != null) outer.addAll(mine);
            return true;
        }
        for (int i = mine.size() - 1; i >= 0; i--) {
            Undo undo = mine.get(i);
            undo.variable.level = undo.level;
            undo.variable.open = undo.open;
            if (undo.solved) undo.variable.solution = null;
        }
        awake.clear();
        awake.addAll(woken);
        return false;
    }

    /** Adds the unsolved variables of a type. */
    static void collectVariables(Type type, Set<TypeVariable> into) {
        switch (prune(type)) {
            case TypeVariable v -> into.add(v);
            case Type.Con con -> con.args().forEach(t -> collectVariables(t, into));
            case Type.Tuple tuple -> tuple.elements().forEach(t -> collectVariables(t, into));
            case Type.Function f -> {
                f.params().forEach(t -> collectVariables(t, into));
                collectVariables(f.result(), into);
            }
            case Type.Param _, Type.Dynamic _ -> { }
        }
    }

    /** Makes the type's variables belong to the current level: they will not be generalised before it ends. */
    void lower(Type type) { lower(type, level); }

    /** @see #lower(Type) */
    void lower(Type type, int to) {
        switch (prune(type)) {
            case TypeVariable v -> {
                if (v.level <= to || v.isGeneric()) return;
                remember(v, false);
                v.level = to;
                for (Constraint c : v.waiting()) if (!c.isDone()) c.types().forEach(t -> lower(t, to));
            }
            case Type.Con con -> con.args().forEach(t -> lower(t, to));
            case Type.Tuple tuple -> tuple.elements().forEach(t -> lower(t, to));
            case Type.Function f -> {
                f.params().forEach(t -> lower(t, to));
                lower(f.result(), to);
            }
            case Type.Param _, Type.Dynamic _ -> { }
        }
    }

    /** Sets aside the constraints that are awake. @return to be handed to {@link #resume} */
    ArrayDeque<Constraint> suspend() {
        ArrayDeque<Constraint> outer = awake;
        awake = new ArrayDeque<>();
        return outer;
    }

    void resume(ArrayDeque<Constraint> outer) {
        outer.addAll(awake);
        awake = outer;
    }

    /** Next constraint whose variable was solved, or null. */
    Constraint nextAwake() { return awake.poll(); }

    private Mismatch unify(Type first, Type second, int depth) {
        Type a = prune(first);
        Type b = prune(second);
        if (a == b) return null;
        if (a instanceof TypeVariable v) return solve(v, b, a, b, depth);
        if (b instanceof TypeVariable v) return solve(v, a, a, b, depth);
        if (a instanceof Type.Dynamic || b instanceof Type.Dynamic) return null;
        if (a instanceof Type.Con x && b instanceof Type.Con y) {
            if (x.symbol() != y.symbol()) return arrayAsList(x, y, depth);
            if (x.args().size() != y.args().size()) {
                // A bare generic name in an annotation fits any instantiation.
                if (x.args().isEmpty() || y.args().isEmpty()) return null;
                return new Mismatch(Mismatch.Kind.TYPE_ARGUMENTS, a, b, depth);
            }
            return unifyAll(x.args(), y.args(), depth + 1);
        }
        if (a instanceof Type.Tuple x && b instanceof Type.Tuple y) {
            if (x.elements().size() != y.elements().size()) return new Mismatch(Mismatch.Kind.TUPLE_LENGTH, a, b, depth);
            return unifyAll(x.elements(), y.elements(), depth + 1);
        }
        if (a instanceof Type.Function x && b instanceof Type.Function y) {
            if (x.params().size() != y.params().size()) return new Mismatch(Mismatch.Kind.FUNCTION_ARITY, a, b, depth);
            Mismatch params = unifyAll(x.params(), y.params(), depth + 1);
            Mismatch result = unify(x.result(), y.result(), depth + 1);
            return params != null ? params : result;
        }
        if (a.equals(b)) return null;
        return new Mismatch(Mismatch.Kind.DIFFERENT, a, b, depth);
    }

    private Mismatch unifyAll(List<Type> as, List<Type> bs, int depth) {
        Mismatch first = null;
        for (int i = 0; i < as.size(); i++) {
            Mismatch m = unify(as.get(i), bs.get(i), depth);
            if (first == null) first = m;
        }
        return first;
    }

    /** Typed arrays pass for lists of their element type, so that list code checks on them (chapter 2, section 2.2). */
    private Mismatch arrayAsList(Type.Con x, Type.Con y, int depth) {
        Type element = elementOfArray(x, y) != null ? elementOfArray(x, y) : elementOfArray(y, x);
        if (element == null) return new Mismatch(Mismatch.Kind.DIFFERENT, x, y, depth);
        Type.Con list = x.symbol() == BuiltinTypes.LIST_SYMBOL ? x : y;
        return list.args().isEmpty() ? null : unify(list.args().getFirst(), element, depth + 1);
    }

    private static Type elementOfArray(Type.Con array, Type.Con list) {
        if (list.symbol() != BuiltinTypes.LIST_SYMBOL) return null;
        if (array.symbol() == BuiltinTypes.INT64_ARRAY_SYMBOL) return BuiltinTypes.INT;
        return array.symbol() == BuiltinTypes.FLOAT64_ARRAY_SYMBOL ? BuiltinTypes.FLOAT : null;
    }

    private Mismatch solve(TypeVariable variable, Type type, Type expected, Type found, int depth) {
        if (type instanceof TypeVariable other) {
            remember(variable, true);
            remember(other, false);
            if (variable.level < other.level) other.level = variable.level;
            other.open |= variable.open;
            variable.solution = other;
            for (Constraint c : variable.waiting()) other.await(c);
            return null;
        }
        visited = 0;
        if (!adjust(variable, type)) {
            Mismatch.Kind kind = visited > TypeSize.LARGEST ? Mismatch.Kind.TOO_LARGE : Mismatch.Kind.INFINITE;
            return new Mismatch(kind, variable, type, depth);
        }
        remember(variable, true);
        variable.solution = type;
        awake.addAll(variable.waiting());
        // Types outlive the inference that found them; only an attempt that may be undone needs the constraints again.
        if (trail == null) variable.forgetAll();
        return null;
    }

    /** Occurs check and level adjustment in one walk; false if the variable occurs in the type or the type has no end. */
    private boolean adjust(TypeVariable variable, Type type) {
        if (++visited > TypeSize.LARGEST) return false;
        return switch (prune(type)) {
            case TypeVariable other -> {
                if (other == variable) yield false;
                if (other.level > variable.level && !other.isGeneric()) {
                    remember(other, false);
                    other.level = variable.level;
                }
                yield true;
            }
            case Type.Con con -> adjustAll(variable, con.args());
            case Type.Tuple tuple -> adjustAll(variable, tuple.elements());
            case Type.Function f -> adjustAll(variable, f.params()) && adjust(variable, f.result());
            case Type.Param _, Type.Dynamic _ -> true;
        };
    }

    private boolean adjustAll(TypeVariable variable, List<Type> types) {
        for (Type type : types) if (!adjust(variable, type)) return false;
        return true;
    }

    private void remember(TypeVariable variable, boolean solved) {
        if (trail != null) trail.add(new Undo(variable, variable.level, variable.open, solved));
    }
}
