package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.Position;
import dev.ithaca.vm.runtime.StepGoal;

/** The end of a step that begins where it is first asked. */
final class StepEnd implements StepGoal {
    private final Step step;
    private final Runnable onStop;
    private Position start;

    /** @param onStop called on a background thread */
    StepEnd(Step step, Runnable onStop) {
        this.step = step;
        this.onStop = onStop;
    }

    @Override public boolean isReached(Position now) {
        if (start == null) {
            start = now;
            return false;
        }
        if (now.place() == null || !now.innermost()) return false;
        return switch (step) {
            case INTO -> hasMoved(now);
            case OVER -> now.depth() <= start.depth() && hasMoved(now);
            case OUT -> now.depth() < start.depth();
        };
    }

    /** Also round a loop to the same place; a return from the library to it is no move. */
    private boolean hasMoved(Position now) {
        return now.depth() != start.depth() || !sameLine(now.place(), start.place())
                || start.innermost() && now.code() == start.code() && now.site() == start.site();
    }

    private static boolean sameLine(CodeLocation one, CodeLocation other) {
        return other != null && one.line() == other.line() && one.file().equals(other.file()) && one.function().equals(other.function());
    }

    @Override public void stopped() { Thread.ofVirtual().start(onStop); }
}
