package dev.ithaca.ide.task;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Runs something once things have been quiet for a while. JavaFX thread only. */
public final class Debounce {
    private final PauseTransition pause;

    public Debounce(Duration quiet, Runnable work) {
        pause = new PauseTransition(quiet);
        pause.setOnFinished(event -> work.run());
    }

    /** Starts waiting, anew if it was waiting already. */
    public void touch() { pause.playFromStart(); }

    public void cancel() { pause.stop(); }
}
