package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses among functions of one name by the types of the arguments (chapter 2, section 7.2). */
final class OverloadChoice {
    private final List<? extends Callable> candidates;
    private final List<Operand> operands;

    private record Scored(Callable callable, int score) {}

    OverloadChoice(List<? extends Callable> candidates, List<Operand> operands) {
        this.candidates = candidates;
        this.operands = operands;
    }

    /**
     * The best candidate; if none fits, the one the error should speak of. Null if it depends on types that are still
     * unknown, which cannot happen with {@code force}.
     */
    Callable choose(boolean force) {
        if (candidates.size() == 1) return candidates.getFirst();
        List<Scored> viable = new ArrayList<>();
        boolean decided = true;
        for (Callable c : candidates) {
            if (!c.accepts(operands.size()) || !labelsFit(c)) continue;
            int score = score(c);
            if (score == Compatibility.NO) continue;
            viable.add(new Scored(c, score));
            decided &= isDecided(c);
        }
        if (viable.isEmpty()) return fallback();
        if (viable.size() > 1 && !decided && !force) return null;
        return viable.stream().min(Comparator.comparingInt((Scored s) -> -s.score())
                .thenComparingInt(s -> s.callable().typeParamCount())
                .thenComparing(s -> s.callable().signature())).orElseThrow().callable();
    }

    private Callable fallback() {
        List<? extends Callable> right = candidates.stream().filter(c -> c.accepts(operands.size())).toList();
        List<? extends Callable> pool = right.isEmpty() ? candidates : right;
        return pool.stream().map(c -> (Callable) c).min(Comparator.comparing(Callable::signature)).orElseThrow();
    }

    private boolean labelsFit(Callable callable) {
        for (Operand operand : operands) {
            if (operand.label() != null && ArgumentBinding.indexOf(callable, operand.label().text()) < 0) return false;
        }
        return true;
    }

    private int score(Callable callable) {
        List<Type> shape = callable.shape();
        int[] paramOf = ArgumentBinding.quietly(callable, operands);
        if (paramOf == null) return Compatibility.NO;
        int sum = 0;
        for (int i = 0; i < operands.size(); i++) {
            int score = Compatibility.score(shape.get(paramOf[i]), operands.get(i).type());
            if (score == Compatibility.NO) return Compatibility.NO;
            sum += score;
        }
        return sum;
    }

    private boolean isDecided(Callable callable) {
        int[] paramOf = ArgumentBinding.quietly(callable, operands);
        for (int i = 0; i < operands.size(); i++) {
            if (!Compatibility.decided(callable.shape().get(paramOf[i]), operands.get(i).type())) return false;
        }
        return true;
    }
}
