package dev.ithaca.vm.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a process is to stand still: at places on its way, and at the end of the single step under way. While there are any, its
 * slices are one reduction long, so that between two calls its stack is in frames and can be looked at.
 */
final class StepGoals {
    private final List<StepGoal> places = new ArrayList<>();
    private StepGoal step;

    synchronized void add(Process p, StepGoal place) {
        places.add(place);
        judge(p);
    }

    synchronized void remove(Process p, StepGoal place) {
        places.remove(place);
        judge(p);
    }

    /** @param goal takes the place of a step under way; null for none */
    synchronized void setStep(Process p, StepGoal goal) {
        step = goal;
        judge(p);
    }

    /**
     * Has the process stand still if it has come to a goal; asked by its worker before it goes on. A step that is under way is
     * over then, whatever the goal was.
     */
    boolean stop(Process p) {
        List<StepGoal> reached = takeReached(p);
        if (reached.isEmpty()) return false;
        p.request(Requests.SUSPEND);
        reached.forEach(StepGoal::stopped);
        return true;
    }

    private synchronized List<StepGoal> takeReached(Process p) {
        Position now = Position.of(p);
        List<StepGoal> reached = new ArrayList<>(places);
        if (step != null) reached.add(step);
        reached.removeIf(goal -> !goal.isReached(now));
        places.removeAll(reached);
        if (!reached.isEmpty()) step = null;
        judge(p);
        return reached;
    }

    private void judge(Process p) {
        if (places.isEmpty() && step == null) p.clearRequest(Requests.STEP);
        else p.request(Requests.STEP);
    }
}
