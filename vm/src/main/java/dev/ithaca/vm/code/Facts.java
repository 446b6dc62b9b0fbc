package dev.ithaca.vm.code;

import dev.ithaca.vm.types.ConstructorSymbol;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What matching has found out about its subjects at a place: outcomes of tests, and parts already loaded. Arms tried one
 * after the other thus neither test nor load anything twice. Where several ways lead to a label, what all agree on holds.
 */
final class Facts {
    /** The subject is of a kind: a constructor, a box type, or a string that names another test. */
    record Test(Register subject, Object kind) {}

    /** A part of the subject: a field number, or a string that names another part. */
    record Part(Register subject, Object which) {}

    /** Of types with more constructors it is not remembered which ones a subject is not: that grows with the square. */
    private static final int MOST_EXCLUDED = 64;

    private Map<Object, Object> here = new HashMap<>();
    private final Map<Label, Map<Object, Object>> atLabels = new IdentityHashMap<>();

    /** TRUE, FALSE, or null if unknown. */
    Boolean outcome(Test test) {
        Boolean known = (Boolean) here.get(test);
        if (known != null || !(test.kind() instanceof ConstructorSymbol wanted)) return known;
        if (hasMany(wanted)) return null;
        boolean othersExcluded = true;
        for (ConstructorSymbol other : wanted.owner().constructors()) {
            if (other.equals(wanted)) continue;
            Object outcome = here.get(new Test(test.subject(), other));
            if (Boolean.TRUE.equals(outcome)) return false;
            if (outcome == null) othersExcluded = false;
        }
        boolean isOfThatType = Boolean.TRUE.equals(here.get(new Test(test.subject(), wanted.owner())));
        return othersExcluded && isOfThatType ? true : null;
    }

    private static boolean hasMany(ConstructorSymbol constructor) { return constructor.owner().constructors().size() > MOST_EXCLUDED; }

    private static boolean isForgotten(Test test, boolean outcome) {
        return !outcome && test.kind() instanceof ConstructorSymbol constructor && hasMany(constructor);
    }

    void learn(Test test, boolean outcome) {
        if (!isForgotten(test, outcome)) here.put(test, outcome);
    }

    Register loaded(Part part) { return (Register) here.get(part); }

    void loaded(Part part, Register register) { here.put(part, register); }

    /** Control may go to the label from here. */
    void goesTo(Label label) {
        Map<Object, Object> known = atLabels.get(label);
        if (known == null) atLabels.put(label, new HashMap<>(here));
        else known.entrySet().removeIf(e -> !e.getValue().equals(here.get(e.getKey())));
    }

    /** The same where the test had this outcome. */
    void goesTo(Label label, Test test, boolean outcome) {
        if (isForgotten(test, outcome)) {
            goesTo(label);
            return;
        }
        Object before = here.put(test, outcome);
        goesTo(label);
        if (before == null) here.remove(test);
        else here.put(test, before);
    }

    /** Code continues at the label. */
    void arriveAt(Label label) {
        Map<Object, Object> known = atLabels.remove(label);
        here = known == null ? new HashMap<>() : known;
    }
}
