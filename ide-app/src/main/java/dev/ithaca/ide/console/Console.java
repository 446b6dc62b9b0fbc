package dev.ithaca.ide.console;

import dev.ithaca.ide.task.FxThread;
import java.io.InputStream;
import java.io.PrintStream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/** The console's model: the streams of the running program, and the text on its way to the view. */
public final class Console {
    private static final Duration PAUSE = Duration.millis(40);

    private final ConsoleBuffer buffer = new ConsoleBuffer(() -> FxThread.later(this::soon));
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final ReadOnlyBooleanWrapper listening = new ReadOnlyBooleanWrapper();
    private StandardInput input = new StandardInput();
    private Runnable reader = () -> {};

    public Console() { pause.setOnFinished(event -> reader.run()); }

    /** @param newReader takes what the buffer holds; called on the JavaFX thread, a few times a second at most */
    void setReader(Runnable newReader) { reader = newReader; }

    ConsoleBuffer buffer() { return buffer; }

    void soon() { pause.playFromStart(); }

    public PrintStream out() { return ConsoleStream.open(buffer, ConsoleBuffer.Kind.OUT); }

    public PrintStream err() { return ConsoleStream.open(buffer, ConsoleBuffer.Kind.ERR); }

    /** A fresh standard input for a program that starts; the input line is enabled until {@link #endInput}. */
    public InputStream beginInput() {
        input = new StandardInput();
        listening.set(true);
        return input;
    }

    public void endInput() {
        listening.set(false);
        input.close();
    }

    /** True while a program may read. */
    public ReadOnlyBooleanProperty listeningProperty() { return listening.getReadOnlyProperty(); }

    /** Hands a line to the program and echoes it. */
    void send(String line) {
        buffer.append(ConsoleBuffer.Kind.INPUT, line + "\n");
        input.send(line + "\n");
    }

    /** Says something on behalf of the IDE, on a line of its own. */
    public void say(String text) { buffer.append(ConsoleBuffer.Kind.SYSTEM, text + "\n"); }

    public void print(ConsoleBuffer.Kind kind, String text) { buffer.append(kind, text); }
}
